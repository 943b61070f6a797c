import { randomUUID } from 'node:crypto';
import { withPostgres } from './lib/withPostgres.mjs';

const seconds = 10;
const writers = 32;

/** What the transactions of one request record: submit, review, intent, outcome. */
const lifecycle = [
  ['request.submitted'],
  ['review.approved', 'request.approved'],
  ['call.intended', 'request.running'],
  ['call.applied', 'request.succeeded'],
];

export const auditAppends = {
  name: 'audit_appends_per_second',
  title:
    'audit entries per second, in transactions of one or two, until they stand in the chain, on PostgreSQL that waits for the disk',
  run: () =>
    withPostgres(async ({ knex, parts }) => {
      const { ChainVerifier, DatabaseAuditLog, ensureHead, GENESIS_HASH } =
        parts;
      await ensureHead({
        knex,
        logId: randomUUID(),
        genesisHash: GENESIS_HASH,
      });
      const log = DatabaseAuditLog.create({
        knex,
        now: () => new Date(),
        signer: undefined,
      });
      const write = async end => {
        while (Date.now() < end) {
          const requestId = randomUUID();
          for (const types of lifecycle) {
            await knex.transaction(transaction =>
              log.append(
                transaction,
                types.map(type => entryOf(type, requestId)),
              ),
            );
          }
        }
      };
      const writeAll = milliseconds =>
        Promise.all(
          Array.from({ length: writers }, () =>
            write(Date.now() + milliseconds),
          ),
        );
      await writeAll(1_000);
      await log.placeWaiting();

      const { lastSequence: before } = await log.status();
      const start = performance.now();
      await writeAll(seconds * 1_000);
      await log.placeWaiting();
      const took = (performance.now() - start) / 1_000;
      const { lastSequence: after } = await log.status();

      const verifier = new ChainVerifier();
      for await (const line of log.export({})) {
        if (!verifier.addLine(line)) throw new Error(verifier.bad.reason);
      }
      if (verifier.position.sequence !== after) {
        throw new Error(`${verifier.position.sequence} of ${after} are there`);
      }
      return {
        value: (after - before) / took,
        unit: 'entries/s',
        goal: 1_000,
        atLeast: true,
        notes: { writers, seconds: Math.round(took), entries: after - before },
      };
    }),
};

function entryOf(type, requestId) {
  return {
    type,
    actor: 'user:default/erin.walsh',
    org: 'acme',
    action: 'salesforce_update_user',
    requestId,
    summary: 'Title of Erin Walsh: Account Executive',
    data: {
      object: 'User',
      recordId: '0055i00000AbCdEAAX',
      fields: [
        { name: 'Title', before: 'Representative', after: 'Account Executive' },
      ],
    },
    subjects: ['0055i00000AbCdEAAX', 'user:default/erin.walsh'],
  };
}

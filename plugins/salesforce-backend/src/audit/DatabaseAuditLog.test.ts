import { generateKeyPairSync } from 'node:crypto';
import {
  canonicalJson,
  ChainVerifier,
  GENESIS_HASH,
} from '@salesdesk/audit-verify';
import type { Knex } from 'knex';
import { applyMigrations } from '../database/applyMigrations';
import { ensureHead } from '../database/operations/audit/readEntries';
import { emptyTables } from '../__testUtils__/emptyTables';
import { testDatabases } from '../__testUtils__/testDatabases';
import { AuditSigner } from './AuditSigner';
import type { NewAuditEntry } from './AuditLog';
import { DatabaseAuditLog } from './DatabaseAuditLog';
import { REDACTED } from './redactSecrets';

const databases = testDatabases();

const signer = AuditSigner.create({
  key: generateKeyPairSync('ed25519')
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString(),
});

let tick = 0;
const now = () => new Date(Date.UTC(2026, 10, 23) + tick++ * 1000);

async function createLog(knex: Knex) {
  await emptyTables(knex);
  await ensureHead({ knex, logId: 'log-1', genesisHash: GENESIS_HASH });
  return DatabaseAuditLog.create({ knex, now, signer });
}

function entry(
  number: number,
  more: Partial<NewAuditEntry> = {},
): NewAuditEntry {
  return {
    type: 'request.submitted',
    actor: 'user:default/erin.walsh',
    summary: `Entry ${number}`,
    requestId: `request-${number % 3}`,
    action: 'salesforce_freeze_user',
    org: 'acme',
    data: { number },
    subjects: [`005${number}`],
    ...more,
  };
}

async function exported(log: DatabaseAuditLog): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of log.export({})) lines.push(line);
  return lines;
}

function verifyExport(lines: string[]) {
  const verifier = new ChainVerifier();
  lines.every(line => verifier.addLine(line));
  verifier.finish();
  return verifier;
}

describe.each(databases.eachSupportedId())('audit log on %s', id => {
  let database: Knex;
  beforeAll(async () => {
    database = await databases.init(id);
    await applyMigrations(database);
  });
  async function setUp(count = 0) {
    const knex = database;
    const log = await createLog(knex);
    for (let number = 1; number <= count; number++) {
      await knex.transaction(tx => log.append(tx, [entry(number)]));
    }
    await log.placeWaiting();
    return { knex, log };
  }

  it('exports what a stranger verifies, whatever text it holds', async () => {
    const { knex, log } = await setUp();
    await knex.transaction(tx =>
      log.append(tx, [
        entry(1, { summary: 'Seán O’Brien, 李 伟, "quotes" \\ and \u2028' }),
        entry(2, { data: { ',"log":"x"': ',"log":"y"', half: '\ud800' } }),
        entry(3, { data: { when: undefined, list: [1.5, null, true, {}] } }),
      ]),
    );
    const lines = await exported(log);
    const verifier = verifyExport(lines);
    expect(verifier.bad).toBeUndefined();
    expect(verifier.position).toMatchObject({ log: 'log-1', sequence: 3 });
    expect(lines.map(line => canonicalJson(JSON.parse(line)))).toEqual(lines);
  });

  it('cannot be forked by writers at the same moment', async () => {
    const { knex, log } = await setUp();
    await Promise.all(
      Array.from({ length: 25 }, (_, index) =>
        knex.transaction(tx =>
          log.append(tx, [entry(index), entry(index + 100)]),
        ),
      ),
    );
    const verifier = verifyExport(await exported(log));
    expect(verifier.bad).toBeUndefined();
    expect(verifier.position.sequence).toBe(50);
  });

  it('keeps the order of what happened one after the other, and takes one lock for many', async () => {
    const { knex, log } = await setUp();
    let moves = 0;
    const count = ({ sql }: { sql: string }) => {
      if (/update .?salesforce_audit_head.? set .*hash/.test(sql)) moves += 1;
    };
    knex.on('query', count);
    const stories = Array.from({ length: 20 }, (_, story) => async () => {
      for (const step of [1, 2, 3]) {
        await knex.transaction(tx =>
          log.append(tx, [entry(step, { requestId: `story-${story}` })]),
        );
      }
    });
    await Promise.all(stories.map(tell => tell()));
    const lines = (await exported(log)).map(line => JSON.parse(line));
    knex.removeListener('query', count);
    expect(lines).toHaveLength(60);
    for (let story = 0; story < 20; story++) {
      expect(
        lines
          .filter(({ request }) => request === `story-${story}`)
          .map(({ data }) => data.number),
      ).toEqual([1, 2, 3]);
    }
    expect(moves).toBeGreaterThan(0);
    expect(moves).toBeLessThan(30);
  });

  it('places what a process recorded that ended right after', async () => {
    const { knex } = await setUp();
    const ended = DatabaseAuditLog.create({ knex, now, signer });
    const tx = await knex.transaction();
    await ended.append(tx, [entry(1)]);
    const next = DatabaseAuditLog.create({ knex, now, signer });
    await tx.commit();
    await next.placeWaiting();
    expect(await knex('salesforce_audit_waiting')).toEqual([]);
    expect(await exported(next)).toHaveLength(1);
  });

  it.each([
    ['a type that is too long', { type: 'x'.repeat(51) }],
    ['an actor with a NUL', { actor: 'user:default/a\0b' }],
    ['a subject that is too long', { subjects: ['x'.repeat(256)] }],
    ['a number that JSON does not know', { data: { n: Infinity } }],
  ])('refuses %s before it could stop the chain', async (_, more) => {
    const { knex, log } = await setUp();
    await expect(
      knex.transaction(tx => log.append(tx, [entry(1, more)])),
    ).rejects.toThrow('audit entry');
    await knex.transaction(tx =>
      log.append(tx, [entry(2, { summary: 'a\0b', data: { text: 'c\0d' } })]),
    );
    expect(verifyExport(await exported(log)).position.sequence).toBe(1);
  });

  it('holds nothing of a transaction that was rolled back', async () => {
    const { knex, log } = await setUp(2);
    await expect(
      knex.transaction(async tx => {
        await log.append(tx, [entry(3)]);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    await knex.transaction(tx => log.append(tx, [entry(4)]));
    expect(await exported(log)).toHaveLength(3);
    expect((await log.verify({ everything: true })).state).toBe('verified');
  });

  it('never holds a secret', async () => {
    const { knex, log } = await setUp();
    await knex.transaction(tx =>
      log.append(tx, [
        entry(1, {
          summary: 'Session 00D8d000009fPvr!AQEAQ.x_y1 was used',
          data: {
            password: 'hunter2',
            nested: { clientSecret: ['s3cret'], sendPasswordLink: true },
            note: 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.sig',
          },
        }),
      ]),
    );
    const [line] = await exported(log);
    expect(line).not.toMatch(/hunter2|s3cret|AQEAQ|eyJ/);
    expect(JSON.parse(line).data).toEqual({
      password: REDACTED,
      nested: { clientSecret: [REDACTED], sendPasswordLink: true },
      note: `Bearer ${REDACTED}`,
    });
  });

  it('finds entries by person, target, action, request, type and time, page by page', async () => {
    const { knex, log } = await setUp(9);
    await knex.transaction(tx =>
      log.append(tx, [
        entry(10, { actor: 'user:default/sam.okafor', type: 'call.applied' }),
      ]),
    );
    const find = async (filter: Parameters<typeof log.list>[0]['filter']) =>
      (await log.list({ filter, order: 'newest', limit: 50 })).items.map(
        item => item.sequence,
      );
    expect(await find({ person: 'user:default/sam.okafor' })).toEqual([10]);
    expect(await find({ target: '0054' })).toEqual([4]);
    expect(await find({ requestId: 'request-1' })).toEqual([10, 7, 4, 1]);
    expect(await find({ types: ['call.applied', 'nothing'] })).toEqual([10]);
    expect(await find({ action: 'salesforce_freeze_user', org: 'b' })).toEqual(
      [],
    );
    const fourth = await log.get({ sequence: 4 });
    expect(
      await find({ from: fourth.at, to: (await log.get({ sequence: 6 })).at }),
    ).toEqual([5, 4]);

    const first = await log.list({ filter: {}, order: 'oldest', limit: 4 });
    const second = await log.list({
      filter: {},
      order: 'oldest',
      limit: 4,
      cursor: first.nextCursor,
    });
    expect(
      [...first.items, ...second.items].map(item => item.sequence),
    ).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    await expect(
      log.list({ filter: {}, order: 'oldest', limit: 4, cursor: "1' OR 1=1" }),
    ).rejects.toThrow('cursor');
    await expect(log.get({ sequence: 99 })).rejects.toThrow("'99'");
  });

  describe('an attacker with all rights to the database is found', () => {
    const columns: Array<[string, unknown]> = [
      ['body', '{"format":"salesdesk-audit/1"}'],
      ['actor', 'user:default/somebody.else'],
      ['summary', 'Nothing happened'],
      ['hash', 'f'.repeat(64)],
      ['previous_hash', 'f'.repeat(64)],
      ['request_id', 'another'],
      ['type', 'other'],
      ['at', '2020-01-01T00:00:00.000Z'],
    ];
    it.each(columns)('who edits %s', async (column, value) => {
      const { knex, log } = await setUp(6);
      await knex('salesforce_audit_entries')
        .where({ sequence: 3 })
        .update({ [column]: value });
      expect(await log.verify({ everything: true })).toMatchObject({
        state: 'broken',
        firstBad: { sequence: 3 },
      });
    });
  });

  it('verifies on from where it stopped, and everything again on demand', async () => {
    const { knex, log } = await setUp(3);
    expect(await log.verify({ everything: false })).toMatchObject({
      state: 'verified',
      verifiedUpTo: 3,
    });
    await knex.transaction(tx => log.append(tx, [entry(4)]));
    await log.placeWaiting();
    await knex('salesforce_audit_entries')
      .where({ sequence: 1 })
      .update({ summary: 'edited' });
    expect((await log.verify({ everything: false })).verifiedUpTo).toBe(4);
    expect((await log.verify({ everything: true })).firstBad?.sequence).toBe(1);
  });

  it('has nothing to sign while it is empty, nor without a key', async () => {
    const { knex, log } = await setUp();
    expect((await log.status()).state).toBe('empty');
    await expect(log.checkpoint()).rejects.toThrow('no entries yet');
    await expect(
      DatabaseAuditLog.create({ knex, now, signer: undefined }).checkpoint(),
    ).rejects.toThrow('salesforce.audit.signingKey');
  });
});

describe('AuditSigner', () => {
  it('takes a PEM key or a seed, and never quotes a bad one', () => {
    const seed = Buffer.alloc(32, 7).toString('base64');
    expect(AuditSigner.create({ key: seed }).keyId).toHaveLength(16);
    for (const key of [
      'secret-nonsense',
      '',
      Buffer.alloc(31).toString('base64'),
    ]) {
      expect(() => AuditSigner.create({ key })).toThrow(
        /^The configuration 'salesforce.audit.signingKey' must be/,
      );
    }
  });
});

import type { Policy } from '@salesdesk/backstage-plugin-salesforce-common';
import { isSalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import { emptyTables } from '../__testUtils__/emptyTables';
import { testDatabases } from '../__testUtils__/testDatabases';
import { applyMigrations } from '../database/applyMigrations';
import { claimJob } from '../database/operations/jobs/claimJob';
import type { ReviewRow } from '../database/tables';
import { RequestTestBed } from '../requests/__testUtils__/RequestTestBed';

const databases = testDatabases();

const two: Partial<Policy> = {
  stages: [
    {
      name: 'RevOps',
      requirements: [
        {
          count: 2,
          from: [{ kind: 'group', ref: 'group:default/approvers' }],
        },
      ],
    },
  ],
};

/** Numbers that look like chance and are the same each time. */
function chance(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const entryOf: Record<string, string> = {
  amend: 'request.amended',
  cancel: 'request.cancelled',
  takeBack: 'review.withdrawn',
  expire: 'request.expired',
};

describe.each(databases.eachSupportedId())(
  'people who do different things at the same moment, %s',
  id => {
    let knex: Knex;
    beforeAll(async () => {
      knex = await databases.init(id);
      await applyMigrations(knex);
    });

    /** What people do about a request, each through a replica. */
    const actsOn = (request: { id: string; planDigest: string }) => {
      const requestId = request.id;
      const reviewed = { requestId, planDigest: request.planDigest };
      const acts: Record<string, (on: RequestTestBed) => Promise<unknown>> = {
        amend: async on =>
          on.requests.amend(
            { requestId, input: { boxes: ['erin'] } },
            { caller: await on.caller('sam') },
          ),
        cancel: async on =>
          on.requests.cancel({ requestId }, { caller: await on.caller('sam') }),
        approveTom: on => on.review('tom', request),
        approvePriya: on => on.review('priya', request),
        narrow: async on =>
          on.requests.narrow(
            { ...reviewed, remove: ['005000000000002AAA'] },
            { caller: await on.caller('priya') },
          ),
        reject: on => on.review('priya', request, 'reject'),
        takeBack: async on =>
          on.requests.withdrawApproval(
            { requestId },
            { caller: await on.caller('tom') },
          ),
        expire: async on => {
          const { expired } = await on.module.expiry.sweep();
          if (expired === 0) throw new Error('nothing expired');
        },
        claim: async on => {
          const at = on.now();
          const job = await claimJob({
            knex,
            owner: 'test',
            now: at.toISOString(),
            leaseUntil: new Date(at.getTime() + 60_000).toISOString(),
            exceptOrgs: [],
          });
          if (!job) throw new Error('nothing to claim');
        },
      };
      return acts;
    };

    it('agree on one story, through two replicas', async () => {
      const pick = chance(id.length);
      const met = new Set<string>();
      for (let round = 0; round < 14; round += 1) {
        await emptyTables(knex);
        const replicas = [
          await RequestTestBed.create({ knex, policy: two }),
          await RequestTestBed.create({ knex, policy: two }),
        ];
        const [bed] = replicas;
        const request = await bed.submit('sam', { boxes: ['marco', 'erin'] });
        // Half of the rounds begin with one approval there, some with both.
        const given = pick(3);
        if (given > 0) await bed.review('tom', request);
        if (given > 1) await bed.review('priya', request);
        const seen = await bed.row(request.id);
        const isShort = pick(4) === 0;
        if (isShort) replicas.forEach(each => each.advance(15 * 86_400_000));

        const requestId = request.id;
        const acts = actsOn(request);
        const names = Object.keys(acts);
        const chosen = Array.from({ length: 5 }, () => names[pick(9)]);
        const outcomes = await Promise.allSettled(
          chosen.map((name, index) => acts[name](replicas[index % 2])),
        );
        const done = chosen.filter(
          (_, index) => outcomes[index].status === 'fulfilled',
        );
        done.forEach(name => met.add(name));
        const story = `round ${round}: ${chosen.join(' ')} -> ${done.join(
          ' ',
        )}`;

        // Whoever lost hears a sentence, not an error of the database.
        const unheard = outcomes.flatMap(outcome =>
          outcome.status === 'fulfilled' ||
          isSalesdeskError(outcome.reason) ||
          /^nothing (expired|to claim)$/.test(outcome.reason.message)
            ? []
            : [outcome.reason],
        );
        expect([story, unheard]).toEqual([story, []]);
        const row = await bed.row(requestId);
        const [job] = await bed.jobs();
        const types = await bed.auditTypes(requestId);
        const count = (type: string) =>
          types.filter(each => each === type).length;
        for (const [name, type] of Object.entries(entryOf)) {
          expect([story, name, count(type)]).toEqual([
            story,
            name,
            done.filter(each => each === name).length,
          ]);
        }
        // Every change moved the row once and left a trace.
        const changes = done.filter(name => name !== 'claim').length;
        expect([story, row.revision - seen.revision]).toEqual([story, changes]);

        const jobState = job?.state ?? 'none';
        const runs = ['queued', 'leased'].includes(jobState);
        expect([story, row.state, runs]).toEqual([
          story,
          row.state,
          row.state === 'approved',
        ]);
        const reviews = await knex<ReviewRow>('salesforce_reviews').where({
          request_id: requestId,
          withdrawn_at: null,
          decision: 'approve',
          plan_version: row.plan_version,
        });
        const { size } = new Set(reviews.map(r => r.reviewer_ref));
        const isEnough = row.state !== 'approved' || size === 2;
        expect([story, row.state, isEnough]).toEqual([story, row.state, true]);
        for (const review of reviews) {
          expect([story, review.plan_digest]).toEqual([story, row.plan_digest]);
        }
        const open = await knex('salesforce_request_reviewers').where({
          request_id: requestId,
        });
        expect([story, open.length > 0]).toEqual([
          story,
          row.state === 'awaiting_approval',
        ]);
      }
      // The rounds met most of it.
      expect([...met].sort().length).toBeGreaterThan(6);
    }, 120_000);
  },
);

import { GENESIS_HASH } from '@salesdesk/audit-verify';
import type { Knex } from 'knex';
import { seedLists } from '../__testUtils__/seedLists';
import { testDatabases } from '../__testUtils__/testDatabases';
import type { AuditFilter } from '../audit';
import { applyMigrations } from '../database/applyMigrations';
import {
  ensureHead,
  listEntries,
} from '../database/operations/audit/readEntries';
import {
  listRequests,
  type RequestFilter,
  type RequestOrder,
} from '../database/operations/requests/listRequests';
import type { RequestScope } from '../permissions/RequestDecisions';

type Criteria = Extract<RequestScope, { kind: 'some' }>['criteria'];

const me = 'user:default/person-7';
const some = (criteria: Criteria): RequestScope => ({ kind: 'some', criteria });
const own: Criteria = { key: 'requesterRef', values: [me] };
const team: Criteria = {
  key: 'managerRef',
  values: ['user:default/manager-3'],
};

/** What roles may let people see, from everything to a few of many. */
const scopes: Record<string, RequestScope> = {
  everything: { kind: 'all' },
  'their own': some(own),
  "their team's and their own": some({ anyOf: [own, team] }),
  'a group and low risk': some({
    allOf: [
      { key: 'targetGroupRef', values: ['group:default/team-3'] },
      { key: 'risk', values: ['low', 'medium'] },
    ],
  }),
  "all but one's own user": some({
    not: { key: 'isOwnUser', values: [true] },
  }),
  'two actions of one org': some({
    allOf: [
      { key: 'orgId', values: ['acme'] },
      {
        key: 'actionId',
        values: ['salesforce_update_user', 'salesforce_freeze_user'],
      },
    ],
  }),
};

const reviewer: RequestFilter['reviewer'] = {
  ref: me,
  userIds: ['005000000000007AAA'],
  capacities: [
    { keys: ['permission', me, 'group:default/revops-approvers'] },
    { onBehalfOf: 'user:default/person-9', keys: ['group:default/team-3'] },
  ],
};

const filters: Record<string, Partial<RequestFilter>> = {
  nothing: {},
  'what waits for me': { reviewer },
  state: { states: ['awaiting_approval'] },
  requester: { requesterRef: me },
  'record of the target': { target: '005000000000007AAA' },
  'person who is the target': { target: me },
  words: { words: ['word777', 'some'] },
};

const orders: RequestOrder[] = ['newest', 'oldest', 'updated', 'expiring'];

const auditFilters: Record<string, AuditFilter> = {
  nothing: {},
  person: { person: me },
  target: { target: '005000000000007AAA' },
  action: { action: 'salesforce_freeze_user' },
  request: { requestId: '00000000-0000-4000-8000-000000000077' },
  type: { types: ['call.applied', 'review.approved'] },
  time: { from: '2026-01-01T02:00:00.000Z', to: '2026-01-01T03:00:00.000Z' },
  'person and target': { person: me, target: '005000000000007AAA' },
};

const databases = testDatabases();
const postgres = databases
  .eachSupportedId()
  .filter(([id]) => id.startsWith('POSTGRES'));

(postgres.length > 0 ? describe : describe.skip)('lists of many rows', () => {
  let knex: Knex;
  beforeAll(async () => {
    knex = await databases.init(postgres[0][0]);
    await applyMigrations(knex);
    await ensureHead({ knex, logId: 'seed', genesisHash: GENESIS_HASH });
    await seedLists(knex, { requests: 20_000, auditEntries: 10_000 });
  });

  /** How PostgreSQL goes about the one statement that some work sends. */
  async function planOf(work: () => Promise<unknown>): Promise<string> {
    const sent: Array<{ sql: string; bindings: readonly unknown[] }> = [];
    const note = (query: (typeof sent)[number]) => sent.push(query);
    knex.on('query', note);
    await work();
    knex.removeListener('query', note);
    expect(sent).toHaveLength(1);
    const client = await knex.client.acquireConnection();
    try {
      const { rows } = await client.query(
        `explain ${sent[0].sql}`,
        sent[0].bindings,
      );
      return rows
        .map((row: { 'QUERY PLAN': string }) => row['QUERY PLAN'])
        .join('\n');
    } finally {
      await knex.client.releaseConnection(client);
    }
  }

  const planOfRequests = (
    options: Omit<Parameters<typeof listRequests>[0], 'knex' | 'limit'>,
  ) => planOf(() => listRequests({ knex, limit: 51, ...options }));

  const planOfEntries = (
    options: Omit<Parameters<typeof listEntries>[0], 'knex' | 'limit'>,
  ) => planOf(() => listEntries({ knex, limit: 51, ...options }));

  const cases = Object.keys(scopes).flatMap(scope =>
    Object.keys(filters).map(filter => [scope, filter]),
  );

  it.each(cases)(
    'reads no table from its beginning for who sees %s, filtered by %s',
    async (scope, filter) => {
      for (const order of orders) {
        for (const behind of [
          undefined,
          { number: 10_000, at: '2026-01-04T11:20:00.000Z' },
        ]) {
          const plan = await planOfRequests({
            filter: { scopes: [scopes[scope]], ...filters[filter] },
            order,
            behind,
          });
          expect(`${order}\n${plan}`).not.toContain('Seq Scan');
        }
      }
    },
  );

  it.each(Object.keys(auditFilters))(
    'reads no table from its beginning for the audit log, by %s',
    async name => {
      for (const order of ['newest', 'oldest'] as const) {
        for (const after of [undefined, 5_000]) {
          const plan = await planOfEntries({
            filter: auditFilters[name],
            order,
            after,
          });
          expect(`${order}\n${plan}`).not.toContain('Seq Scan');
        }
      }
    },
  );
});

import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import { GENESIS_HASH } from '@salesdesk/audit-verify';
import type { Policy } from '@salesdesk/backstage-plugin-salesforce-common';
import { salesforceRequestRules } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { DatabaseAuditLog } from '../../audit';
import { applyMigrations } from '../../database/applyMigrations';
import { ensureHead } from '../../database/operations/audit/readEntries';
import type {
  ChangeRow,
  JobRow,
  OutboxRow,
  RequestRow,
} from '../../database/tables';
import { DatabaseJobQueue } from '../../executor';
import { DatabaseOutbox } from '../../outbox';
import type { Caller } from '../../permissions/Caller';
import { RequestDecisions } from '../../permissions/RequestDecisions';
import { PolicyBook } from '../../policies/PolicyBook';
import { nameFromRef } from '../../policy/policySentence';
import { Delegations } from '../../approvals/Delegations';
import { DefaultWitnesses } from '../../approvals/Witnesses';
import { ActionRegistry } from '../ActionRegistry';
import {
  createRequestService,
  type RequestModule,
} from '../createRequestService';
import type { PeopleDirectory } from '../PeopleDirectory';
import { FakeOrg } from './FakeOrg';

/** The only decision that passes. */
export const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const deny: PolicyDecision = { result: AuthorizeResult.DENY };

/** What the host's roles say to somebody, by the name of the permission. */
export type Roles = Partial<Record<string, PolicyDecision>>;

/** May ask for everything, see everything and review everything. */
export const everything: Roles = {
  'salesforce.request.create': allow,
  'salesforce.request.read': allow,
  'salesforce.request.decide': allow,
  'salesforce.request.cancel': allow,
  'salesforce.action.read': allow,
};

const groups: Record<string, string[]> = {
  'group:default/approvers': [
    'user:default/tom',
    'user:default/priya',
    'user:default/erin',
  ],
  'group:default/security': ['user:default/sam'],
};

/** A catalog that tests may change while they go on. */
function peopleOf(initial: Record<string, string[]>) {
  const groupsNow = Object.fromEntries(
    Object.entries(initial).map(([group, members]) => [group, [...members]]),
  );
  const managers: Record<string, string> = {
    'user:default/erin': 'user:default/priya',
  };
  const groupsOf = (ref: string) =>
    Object.keys(groupsNow).filter(group => groupsNow[group].includes(ref));
  const directory: PeopleDirectory = {
    describe: async refs =>
      new Map(refs.map(ref => [ref, { ref, displayName: nameFromRef(ref) }])),
    managerOf: async ref => managers[ref],
    membersOf: async refs =>
      new Map(
        refs.map(ref => [
          ref,
          ref.startsWith('group:') ? groupsNow[ref] ?? [] : [ref],
        ]),
      ),
    groupsOf: async refs => new Map(refs.map(ref => [ref, groupsOf(ref)])),
  };
  return { ...directory, groups: groupsNow, managers, groupNamesOf: groupsOf };
}

const permissionsRegistry = {
  ...mockServices.permissionsRegistry.mock(),
  getPermissionRuleset: () => ({
    getRuleByName: (name: string) =>
      Object.values(salesforceRequestRules).find(rule => rule.name === name),
  }),
} as Partial<PermissionsRegistryService> as PermissionsRegistryService;

/** Requests with a real database, audit log, outbox and queue, over a fake org. */
export class RequestTestBed {
  readonly org = new FakeOrg();
  readonly module: RequestModule;
  readonly delegations: Delegations;
  readonly people = peopleOf(groups);
  /** Who owns each org. */
  readonly owners: Record<string, string[]> = {
    acme: ['group:default/security'],
  };
  /** Of whom the host says, though they are not there, that they may look. */
  readonly watchers: string[] = [];
  /** Salesforce users of people, by entity ref. */
  readonly salesforceUsers = new Map<string, string>();
  readonly auditLog: DatabaseAuditLog;
  /** Whether each read was opened for somebody who may read beyond their own data. */
  readonly readsAll: boolean[] = [];
  #time = Date.parse('2026-11-23T09:00:00Z');

  static async create(options: {
    knex: Knex;
    policy?: Partial<Policy>;
  }): Promise<RequestTestBed> {
    const { knex } = options;
    await applyMigrations(knex);
    await ensureHead({ knex, logId: randomUUID(), genesisHash: GENESIS_HASH });
    return new RequestTestBed(knex, options.policy);
  }

  private constructor(
    readonly knex: Knex,
    policy: Partial<Policy> | undefined,
  ) {
    const { now, org } = this;
    this.delegations = new Delegations({ knex, people: this.people, now });
    this.org.add({
      id: '005000000000001AAA',
      name: 'marco',
      isOpen: false,
      personRef: 'user:default/marco',
    });
    this.org.add({
      id: '005000000000002AAA',
      name: 'erin',
      isOpen: false,
      personRef: 'user:default/erin',
    });
    this.org.add({
      id: '005000000000003AAA',
      name: 'tom',
      isOpen: false,
      personRef: 'user:default/tom',
    });
    const actions = new ActionRegistry();
    actions.addAction(org.openBoxes);
    actions.addAction(org.countBoxes);
    this.auditLog = DatabaseAuditLog.create({ knex, now, signer: undefined });
    this.module = createRequestService({
      knex,
      auditLog: this.auditLog,
      outbox: DatabaseOutbox.create({ now, onCommitted: () => {} }),
      jobs: DatabaseJobQueue.create({ now, onCommitted: () => {} }),
      actions,
      contexts: {
        open: async ({ requesterRef }) => org.context(requesterRef, now()),
        openForRead: async ({ requesterRef, mayReadAll }) => {
          this.readsAll.push(mayReadAll);
          return {
            context: org.context(requesterRef, now()),
            notes: () => [],
            restrictedTo: () => undefined,
          };
        },
      },
      orgs: {
        defaultOrgId: async () => 'acme',
        ownersOf: async orgId => this.owners[orgId],
        titles: async () => new Map([['acme', 'Acme']]),
      },
      people: this.people,
      book: PolicyBook.create({
        knex,
        config: { base: policy, byAction: new Map() },
      }),
      delegations: this.delegations,
      findUserId: async ({ personRef }) => {
        if (this.org.failure) throw this.org.failure;
        return this.salesforceUsers.get(personRef);
      },
      witnesses: new DefaultWitnesses({
        knex,
        people: this.people,
        orgs: {
          titles: async () =>
            new Map(Object.keys(this.owners).map(id => [id, id])),
          ownersOf: async id => this.owners[id],
        },
        listPersons: async () => this.watchers,
        exists: async ref => ref !== 'user:default/gone',
        mayWatch: async () => true,
      }),
      logger: mockServices.logger.mock(),
      now,
      newId: randomUUID,
    });
  }

  readonly now = () => new Date(this.#time);

  advance(milliseconds: number): void {
    this.#time += milliseconds;
  }

  get requests() {
    return this.module.requests;
  }

  /** Somebody, with what the host's roles let them do. */
  async caller(
    name: string,
    options: { roles?: Roles; managesOrgs?: boolean } = {},
  ): Promise<Caller> {
    const ref = `user:default/${name}`;
    const roles = options.roles ?? everything;
    const credentials = mockCredentials.user(ref);
    return {
      credentials,
      ref,
      ownershipRefs: [ref, ...this.people.groupNamesOf(ref)],
      principals: await this.delegations.principalsOf(ref),
      managesOrgs: async () => options.managesOrgs ?? false,
      decisions: await RequestDecisions.fetch({
        permissionsRegistry,
        credentials,
        permissions: {
          authorizeConditional: async queries =>
            queries.map(({ permission }) => roles[permission.name] ?? deny),
        },
      }),
    };
  }

  /** Submits as somebody; answers the stored request. */
  async submit(
    name: string,
    options: {
      boxes?: string[];
      until?: string;
      reason?: string;
      roles?: Roles;
      key?: string;
    } = {},
  ) {
    const { request } = await this.requests.submit(
      {
        action: 'test_open_boxes',
        input: {
          boxes: options.boxes ?? ['marco'],
          ...(options.until ? { until: options.until } : {}),
        },
        ...(options.reason ? { reason: options.reason } : {}),
        idempotencyKey: options.key,
      },
      { caller: await this.caller(name, options) },
    );
    return request;
  }

  async review(
    name: string,
    request: { id: string; planDigest: string },
    decision: 'approve' | 'reject' = 'approve',
  ) {
    return this.requests.review(
      { requestId: request.id, planDigest: request.planDigest, decision },
      { caller: await this.caller(name) },
    );
  }

  /** What the executor does to a request that is approved, in short. */
  async run(id: string): Promise<void> {
    const row = await this.row(id);
    const at = this.now();
    await this.knex.transaction(async transaction => {
      const changes = await transaction<ChangeRow>('salesforce_changes').where({
        request_id: id,
        plan_version: row.plan_version,
      });
      for (const change of changes) {
        const box = this.org.boxes.get(change.record_id ?? '');
        const [{ after }] = JSON.parse(change.fields);
        if (box) box.isOpen = after;
      }
      await transaction<ChangeRow>('salesforce_changes')
        .where({ request_id: id, plan_version: row.plan_version })
        .update({ outcome: 'applied' });
      await transaction<JobRow>('salesforce_jobs')
        .where({ request_id: id })
        .update({ state: 'done' });
      await transaction<RequestRow>('salesforce_requests')
        .where({ id })
        .update({ state: 'succeeded', revision: row.revision + 1 });
      await this.module.planStore.scheduleFollowUps({
        transaction,
        request: row,
        at,
      });
    });
  }

  async row(id: string): Promise<RequestRow> {
    const row = await this.knex<RequestRow>('salesforce_requests')
      .where({ id })
      .first();
    if (!row) throw new Error(`There is no request '${id}'`);
    return row;
  }

  async jobs(): Promise<JobRow[]> {
    return this.knex<JobRow>('salesforce_jobs').orderBy('run_at');
  }

  async auditTypes(requestId?: string): Promise<string[]> {
    const { items } = await this.auditLog.list({
      filter: requestId ? { requestId } : {},
      order: 'oldest',
      limit: 200,
    });
    return items.map(({ type }) => type);
  }

  /** Titles of the notifications that are to leave, with who gets them. */
  async notifications(): Promise<string[]> {
    const rows = await this.knex<OutboxRow>('salesforce_outbox')
      .where({ kind: 'notification' })
      .orderBy('id');
    return rows.map(row => {
      const { title, recipients, except } = JSON.parse(row.payload);
      const but = except?.length ? ` but ${except.join(' ')}` : '';
      return `${title} → ${recipients.join(' ')}${but}`;
    });
  }

  /** How many rows there are, to see that nothing was left behind. */
  async counts(): Promise<Record<string, number>> {
    await this.auditLog.placeWaiting();
    const tables = [
      'salesforce_requests',
      'salesforce_plans',
      'salesforce_changes',
      'salesforce_reviews',
      'salesforce_jobs',
      'salesforce_audit_entries',
      'salesforce_outbox',
      'salesforce_idempotency_keys',
    ];
    const counts: Record<string, number> = {};
    for (const table of tables) {
      const [{ count }] = await this.knex(table).count({ count: '*' });
      counts[table] = Number(count);
    }
    return counts;
  }
}

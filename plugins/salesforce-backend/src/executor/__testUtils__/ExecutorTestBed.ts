import { mockServices } from '@backstage/backend-test-utils';
import { GENESIS_HASH } from '@salesdesk/audit-verify';
import {
  createSalesforceAction,
  soql,
  type ActionContext,
  type PlannedChange,
  type PlannedFollowUp,
  type PlanProposal,
} from '@salesdesk/backstage-plugin-salesforce-node';
import {
  startSalesforceOrg,
  type SalesforceOrgServer,
} from '@salesdesk/salesforce-org';
import {
  declareAction,
  type Blocker,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import { randomUUID } from 'node:crypto';
import { DatabaseAuditLog } from '../../audit';
import { applyMigrations } from '../../database/applyMigrations';
import { ensureHead } from '../../database/operations/audit/readEntries';
import { insertRequest } from '../../database/operations/requests/insertRequest';
import type { ChangeRow, JobRow, RequestRow } from '../../database/tables';
import { planDigest } from '../../domain/planDigest';
import { JsforceGateway } from '../../gateway';
import { DatabaseOutbox } from '../../outbox';
import { DefaultPlanStore } from '../../requests/DefaultPlanStore';
import { planColumns, storePlan } from '../../requests/storePlan';
import { DatabaseJobQueue } from '../DatabaseJobQueue';
import { DefaultExecutor } from '../DefaultExecutor';
import type { Checkpoint } from '../ExecutorSeams';

/** What a test wants changed: states that a plan is computed from, each time anew. */
export interface Wanted {
  object: string;
  /** The record to change or delete; absent for a create. */
  id?: string;
  operation: PlannedChange['operation'];
  /** Default: `reset_password`. */
  method?: PlannedChange['method'];
  fields?: Record<string, string | boolean | null>;
  naturalKey?: string[];
  after?: number[];
}

const testGroup = 'Testers';

const testAction = declareAction({
  id: 'test_action',
  title: 'Test',
  description: 'Wants what the test wants',
  family: 'users',
  kind: 'write',
  risk: 'low',
  attributes: { readOnly: false, destructive: false, idempotent: true },
  input: z.unknown(),
});

/** Ends the worker as a crash would: nothing after it is written. */
export class WorkerEndedError extends Error {
  constructor() {
    super('The worker ended here');
    this.name = 'WorkerEndedError';
  }
}

/**
 * The executor with everything real around it: database, audit log, outbox,
 * gateway and a local org. Only the action is the test's own: it plans whatever
 * states it is told to want.
 */
export class ExecutorTestBed {
  readonly #clock = { time: Date.UTC(2026, 10, 23, 9) };
  readonly blockers: Blocker[] = [];
  followUps: PlannedFollowUp[] = [];
  checkpoint: Checkpoint = () => {};
  /** Whether the org is connected as it was when it was opened. */
  isCurrent: () => boolean | Promise<boolean> = () => true;

  static async create(options: { knex: Knex }): Promise<ExecutorTestBed> {
    await applyMigrations(options.knex);
    await ensureHead({
      knex: options.knex,
      logId: randomUUID(),
      genesisHash: GENESIS_HASH,
    });
    const bed = new ExecutorTestBed(
      options.knex,
      await startSalesforceOrg({ data: 'minimal' }),
    );
    await bed.createGateway().create({
      object: 'Group',
      records: [{ Name: testGroup, DeveloperName: testGroup, Type: 'Regular' }],
    });
    return bed;
  }

  private constructor(readonly knex: Knex, readonly org: SalesforceOrgServer) {}

  readonly now = () => new Date(this.#clock.time);

  advance(seconds: number): void {
    this.#clock.time += seconds * 1000;
  }

  get auditLog() {
    return DatabaseAuditLog.create({
      knex: this.knex,
      now: this.now,
      signer: undefined,
    });
  }

  createExecutor(
    options: { timeout?: number; paused?: boolean } = {},
  ): DefaultExecutor {
    const { knex, now, auditLog } = this;
    const outbox = DatabaseOutbox.create({ now, onCommitted: () => {} });
    const jobs = DatabaseJobQueue.create({ now, onCommitted: () => {} });
    const gateway = this.createGateway(options);
    return DefaultExecutor.create({
      wait: async () => {},
      knex,
      auditLog,
      outbox,
      planStore: DefaultPlanStore.create({
        actions: { list: () => [], find: () => undefined },
        jobs,
        newId: randomUUID,
      }),
      // Whether an approval still holds is tested with the approvals.
      approvals: { check: async () => ({ kind: 'holds' }) },
      orgAdmins: { adminsOf: async () => ['group:default/salesforce-admins'] },
      contexts: {
        open: async ({ requesterRef }) => ({
          context: this.context({ requesterRef, gateway }),
          writer: gateway,
          isCurrent: async () => this.isCurrent(),
        }),
      },
      actions: {
        find: () =>
          createSalesforceAction(testAction, {
            preview: async () => {
              throw new Error('The planner of the test plans');
            },
            undo: { kind: 'inverse' },
            examples: [],
          }),
      },
      planner: {
        plan: async ({ request, context }) => {
          const proposal = await this.#propose(
            JSON.parse(request.input) as Wanted[],
            context.reader,
          );
          return { proposal, digest: this.digestOf(proposal) };
        },
      },
      explain: ({ change, code, message }) => ({
        problem: { code, message: `${change.summary}: ${message}` },
        isTransient: code === 'UNABLE_TO_LOCK_ROW',
        ...(code === 'FIELD_INTEGRITY_EXCEPTION'
          ? { blocker: { code, message, remedy: 'Clear it' } }
          : {}),
      }),
      completeBlockers: async ({ blockers }) => blockers,
      logger: mockServices.logger.mock(),
      now,
      random: () => 0.5,
      owner: 'test',
      leaseMilliseconds: 60_000,
      concurrency: { total: 4, perOrg: 4 },
      checkpoint: (name, of) => this.checkpoint(name, of),
    });
  }

  /** What an action reads the org by. */
  context(
    options: { requesterRef?: string; gateway?: JsforceGateway } = {},
  ): ActionContext {
    return {
      org: {
        id: 'acme',
        title: 'Acme',
        apiVersion: '63.0',
        instanceUrl: this.org.url,
      },
      reader: options.gateway ?? this.createGateway(),
      requester: { ref: options.requesterRef ?? 'user:default/erin.walsh' },
      now: this.now(),
      recordUrl: (_, id) => `${this.org.url}/${id}`,
      protectedUserIds: [this.integrationUserId],
    } as Partial<ActionContext> as ActionContext;
  }

  get integrationUserId(): string {
    const app = this.org.connectedApps.all().find(each => each.runAs !== null);
    return this.userId(String(app?.runAs));
  }

  createGateway(options: { timeout?: number } = {}) {
    const server = this.org;
    const app = server.connectedApps
      .all()
      .find(candidate => candidate.runAs !== null);
    if (!app) throw new Error('The org has no app for client credentials');
    return JsforceGateway.create({
      credentials: {
        kind: 'client_credentials',
        loginUrl: server.url,
        clientId: app.clientId,
        clientSecret: app.clientSecret ?? '',
      },
      apiVersion: '63.0',
      now: this.now,
      wait: async () => {},
      timeout: options.timeout ?? 5_000,
    });
  }

  /** A request that was approved, with its job in the queue. */
  async approve(wanted: Wanted[]): Promise<string> {
    const { knex, now } = this;
    const id = randomUUID();
    const proposal = await this.#propose(wanted, this.createGateway());
    const digest = this.digestOf(proposal);
    const at = now();
    await knex.transaction(async transaction => {
      const row: Omit<RequestRow, 'number'> = {
        id,
        org_id: 'acme',
        action_id: 'test_action',
        kind: 'write',
        risk: 0,
        state: 'approved',
        revision: 0,
        ...planColumns({ proposal, version: 1, digest }),
        input: JSON.stringify(wanted),
        raw_input: JSON.stringify(wanted),
        reason: null,
        words: null,
        requester_ref: 'user:default/erin.walsh',
        manager_ref: null,
        is_own_user: false,
        owns_targets: false,
        policy_version: 0,
        decision: JSON.stringify({
          verdict: 'needs_approval',
          code: 'stages',
          reasons: [],
          policyVersion: 0,
          stages: [
            {
              name: 'Approval',
              requirements: [
                {
                  count: 1,
                  from: ['group:default/revops-approvers'],
                  sentence: '1 of RevOps approvers',
                },
              ],
            },
          ],
          distinctReviewers: true,
          expiresAfter: 'P5D',
          requesterName: 'Erin Walsh',
          orgOwnerRefs: ['group:default/salesforce-admins'],
        }),
        verdict: 'needs_approval',
        distinct_reviewers: true,
        waiting_for: null,
        blockers: '[]',
        source: 'form',
        undo_of: null,
        undone_by: null,
        follow_up_of: null,
        not_before: null,
        expires_at: null,
        reminded_at: null,
        created_at: at.toISOString(),
        updated_at: at.toISOString(),
        finished_at: null,
        requester_user_id: null,
        removed_targets: null,
        remind_at: null,
        escalate_at: null,
        escalated_stages: null,
        break_glass: false,
        after_reviewed_at: null,
        stale_reasons: null,
      };
      const number = await insertRequest({ transaction, row });
      await storePlan({
        transaction,
        request: { id, number, reason: null },
        version: 1,
        proposal,
        digest,
        at,
      });
      await DatabaseJobQueue.create({ now, onCommitted: () => {} }).enqueue(
        transaction,
        { requestId: id, orgId: 'acme', runAt: at.toISOString() },
      );
    });
    return id;
  }

  async request(id: string): Promise<RequestRow> {
    const row = await this.knex<RequestRow>('salesforce_requests')
      .where({ id })
      .first();
    if (!row) throw new Error(`There is no request '${id}'`);
    return row;
  }

  async job(id: string): Promise<JobRow> {
    const row = await this.knex<JobRow>('salesforce_jobs')
      .where({ request_id: id })
      .first();
    if (!row) throw new Error(`Request '${id}' has no job`);
    return row;
  }

  async changes(id: string): Promise<ChangeRow[]> {
    return this.knex<ChangeRow>('salesforce_changes')
      .where({ request_id: id })
      .orderBy(['plan_version', 'position']);
  }

  /** Types of the audit entries of a request, oldest first. */
  async auditTypes(id: string): Promise<string[]> {
    const { items } = await this.auditLog.list({
      filter: { requestId: id },
      order: 'oldest',
      limit: 200,
    });
    return items.map(item => item.type);
  }

  /** Effects on records since the journal was cleared. */
  effects(object: string) {
    return this.org.journal
      .entries()
      .filter(effect => effect.object === object);
  }

  /** Returns once the org is through with the request that met a fault. */
  async untilFaultWasMet(): Promise<void> {
    const { requestLog } = this.org;
    for (let turn = 0; turn < 10_000; turn++) {
      if (requestLog.entries().some(entry => entry.fault !== null)) return;
      await new Promise(resolve => {
        setImmediate(resolve);
      });
    }
    throw new Error('No request met the fault');
  }

  /** E-mails with reset links that left. */
  resetMails() {
    return this.org.journal
      .entries()
      .filter(effect => effect.kind === 'passwordReset');
  }

  userId(username: string): string {
    const [user] = [...this.org.org.store.all('User')].filter(
      row => row.Username === username,
    );
    return user.Id;
  }

  /** A public group that is there from the start. */
  get groupId(): string {
    const group = [...this.org.org.store.all('Group')].find(
      row => row.DeveloperName === testGroup,
    );
    if (!group) throw new Error('The group of the tests is missing');
    return group.Id;
  }

  /** Makes somebody a member of the group; answers the membership's id. */
  async addMember(username: string): Promise<string> {
    const [result] = await this.createGateway().create({
      object: 'GroupMember',
      records: [
        { GroupId: this.groupId, UserOrGroupId: this.userId(username) },
      ],
    });
    if (result.outcome !== 'applied') throw new Error(JSON.stringify(result));
    return result.id;
  }

  /** A lead that waits for its conversion; answers its id. */
  async addLead(): Promise<string> {
    const [result] = await this.createGateway().create({
      object: 'Lead',
      records: [{ LastName: 'Knight', Company: 'Knight LLC' }],
    });
    if (result.outcome !== 'applied') throw new Error(JSON.stringify(result));
    return result.id;
  }

  /** Adds users; answers their ids. */
  async addUsers(count: number): Promise<string[]> {
    const admin = this.org.org.store.get(
      'User',
      this.userId('admin@minimal.test'),
    );
    const results = await this.createGateway().create({
      object: 'User',
      records: Array.from({ length: count }, (_, index) => ({
        Username: `user${index}@minimal.test`,
        Email: `user${index}@minimal.test`,
        LastName: `User ${index}`,
        Alias: `user${index}`,
        ProfileId: admin?.ProfileId,
        TimeZoneSidKey: 'America/New_York',
        LocaleSidKey: 'en_US',
        LanguageLocaleKey: 'en_US',
        EmailEncodingKey: 'UTF-8',
        IsActive: true,
      })),
    });
    return results.map(result => {
      if (result.outcome !== 'applied') throw new Error(JSON.stringify(result));
      return result.id;
    });
  }

  /** Somebody changes a record in Salesforce itself. */
  async write(
    object: string,
    recordId: string,
    fields: Record<string, unknown>,
  ): Promise<void> {
    const [result] = await this.createGateway().update({
      object,
      records: [{ Id: recordId, ...fields }],
    });
    if (result.outcome !== 'applied') throw new Error(JSON.stringify(result));
  }

  /** What an admin's retry does to the job and the request. */
  async retry(
    requestId: string,
    options: { repeatUnknown: boolean },
  ): Promise<void> {
    const { knex, now } = this;
    await knex.transaction(async transaction => {
      await transaction<RequestRow>('salesforce_requests')
        .where({ id: requestId })
        .update({ state: 'approved' });
      await DatabaseJobQueue.create({ now, onCommitted: () => {} }).requeue(
        transaction,
        {
          requestId,
          orgId: 'acme',
          runAt: now().toISOString(),
          ...options,
        },
      );
    });
  }

  async stop(): Promise<void> {
    await this.org.stop();
  }

  digestOf(proposal: PlanProposal): string {
    return planDigest({
      orgId: 'acme',
      actionId: 'test_action',
      changes: proposal.changes,
      followUps: proposal.followUps ?? [],
    });
  }

  /** Reads the records and proposes what is missing to the wanted states. */
  async #propose(
    wanted: Wanted[],
    reader: ActionContext['reader'],
  ): Promise<PlanProposal> {
    const changes: PlannedChange[] = [];
    for (const want of wanted) {
      const target = { object: want.object, id: want.id ?? null, label: 'It' };
      const found = want.id
        ? (
            await reader.retrieve({
              object: want.object,
              ids: [want.id],
              // what a call is told need not be fields of the record
              fields:
                want.operation === 'invoke'
                  ? ['Id']
                  : ['Id', ...Object.keys(want.fields ?? {})],
            })
          )[0]
        : await this.#findByKey(want, reader);
      const fields = Object.entries(want.fields ?? {}).map(([name, after]) => ({
        name,
        label: name,
        before: (found?.[name] ?? null) as string | boolean | null,
        after,
      }));
      const isThere =
        (want.operation === 'delete' && found === null) ||
        (want.operation === 'create' && found !== null) ||
        (want.operation === 'update' &&
          fields.every(field => field.before === field.after));
      if (isThere) continue;
      changes.push({
        object: want.object,
        recordId: want.operation === 'create' ? null : want.id ?? null,
        operation: want.operation,
        ...(want.operation === 'invoke'
          ? { method: want.method ?? ('reset_password' as const) }
          : {}),
        fields,
        summary: `${want.operation} ${want.object}`,
        target,
        ...(want.naturalKey ? { naturalKey: want.naturalKey } : {}),
        ...(want.after ? { after: want.after } : {}),
      });
    }
    return {
      title: `Test with ${changes.length} changes`,
      changes,
      followUps: this.followUps,
      blockers: this.blockers,
      targets: changes.map(change => change.target),
    };
  }

  async #findByKey(want: Wanted, reader: ActionContext['reader']) {
    // what has no key may be there twice
    if (!want.naturalKey) return null;
    const { records } = await reader.query(
      soql.select({
        from: want.object,
        fields: ['Id', ...Object.keys(want.fields ?? {})],
        where: soql.and(
          ...(want.naturalKey ?? []).map(name =>
            soql.eq(name, want.fields?.[name] ?? null),
          ),
        ),
      }),
    );
    return records[0] ?? null;
  }
}

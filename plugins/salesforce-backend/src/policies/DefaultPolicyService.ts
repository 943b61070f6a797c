import {
  SalesdeskError,
  type Decision,
  type Policy,
  type PolicyRecord,
  type PolicyReplay,
  type PolicyVersionPage,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { SalesforceWriteAction } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Knex } from 'knex';
import { z } from 'zod';
import type { AuditLog } from '../audit/AuditLog';
import { insertPolicyVersion } from '../database/operations/policies/insertPolicyVersion';
import { listPolicyVersions } from '../database/operations/policies/listPolicyVersions';
import type { PolicyRow } from '../database/tables';
import type { Caller } from '../permissions/Caller';
import { policySchema } from '../policy/policySchema';
import { policySentence } from '../policy/policySentence';
import type { ActionCatalog } from '../requests/ActionCatalog';
import { sayIssue } from '../requests/sayIssue';
import { decodeCursor, encodeCursor } from '../requests/cursor';
import type { PeopleDirectory } from '../requests/PeopleDirectory';
import type { CurrentPolicy, PolicyBook } from './PolicyBook';
import { policyNames, refsInPolicy } from './policyNames';
import type { PolicyService, PolicyTrial } from './PolicyService';
import type { PolicyReplays } from './PolicyReplays';
import type { PolicyTrials } from './PolicyTrials';

/** What {@link DefaultPolicyService} needs. */
export interface PolicyServiceOptions {
  knex: Knex;
  auditLog: AuditLog;
  book: PolicyBook;
  trials: PolicyTrials;
  replays: PolicyReplays;
  actions: ActionCatalog;
  people: PeopleDirectory;
  now: () => Date;
}

const place = z.object({ below: z.number().int() });

/** Reads and versions policies; every change is in the audit log. */
export class DefaultPolicyService implements PolicyService {
  readonly #options: PolicyServiceOptions;

  static create(options: PolicyServiceOptions): DefaultPolicyService {
    return new DefaultPolicyService(options);
  }

  private constructor(options: PolicyServiceOptions) {
    this.#options = options;
  }

  async list(): Promise<PolicyRecord[]> {
    const { actions, book } = this.#options;
    const writes = actions.list().filter(action => action.kind === 'write');
    const current = await book.currentOf(writes.map(({ id }) => id));
    return this.#records(
      writes.flatMap(action => {
        const policy = current.get(action.id);
        return policy ? [{ action, policy }] : [];
      }),
    );
  }

  async get(input: { action: string }): Promise<PolicyRecord> {
    const action = this.#action(input.action);
    const policy = await this.#options.book.current(action.id);
    return this.#record(action, policy);
  }

  async set(
    input: {
      action: string;
      policy: Policy;
      expectedVersion: number;
      comment?: string;
    },
    { caller }: { caller: Caller },
  ): Promise<PolicyRecord> {
    return this.#write({
      action: this.#action(input.action),
      policy: parsePolicy(input.policy),
      expectedVersion: input.expectedVersion,
      comment: input.comment?.trim() || undefined,
      caller,
    });
  }

  async reset(
    input: { action: string; expectedVersion: number },
    { caller }: { caller: Caller },
  ): Promise<PolicyRecord> {
    return this.#write({
      action: this.#action(input.action),
      policy: undefined,
      expectedVersion: input.expectedVersion,
      comment: undefined,
      caller,
    });
  }

  async listVersions(input: {
    action: string;
    cursor?: string;
    limit: number;
  }): Promise<PolicyVersionPage> {
    const { knex, book } = this.#options;
    const action = this.#action(input.action);
    const rows = await listPolicyVersions({
      knex,
      action: action.id,
      below: input.cursor ? decodeCursor(input.cursor, place).below : undefined,
      limit: input.limit + 1,
    });
    const page = rows.slice(0, input.limit);
    const records = await this.#records(
      page.map(row => ({ action, policy: book.ofRow(action.id, row) })),
    );
    return {
      // What was is only looked at.
      items: records.map(record => ({ ...record, allowedActions: [] })),
      ...(rows.length > input.limit
        ? {
            nextCursor: encodeCursor({ below: page[page.length - 1].version }),
          }
        : {}),
    };
  }

  async evaluate(
    input: PolicyTrial,
    { caller }: { caller: Caller },
  ): Promise<Decision> {
    const action = this.#action(input.action);
    return this.#options.trials.evaluate({
      trial: {
        ...input,
        ...(input.policy ? { policy: parsePolicy(input.policy) } : {}),
      },
      action,
      caller,
    });
  }

  async replay(
    input: { action: string; policy: Policy; days?: number },
    { caller }: { caller: Caller },
  ): Promise<PolicyReplay> {
    return this.#options.replays.replay({
      ...input,
      scope: caller.decisions.scope('read'),
      action: this.#action(input.action),
      policy: parsePolicy(input.policy),
    });
  }

  async #write(options: {
    action: SalesforceWriteAction;
    policy: Policy | undefined;
    expectedVersion: number;
    comment: string | undefined;
    caller: Caller;
  }): Promise<PolicyRecord> {
    const { action, policy, expectedVersion, comment, caller } = options;
    const { knex, auditLog, book, now } = this.#options;
    const row: PolicyRow = {
      action: action.id,
      version: expectedVersion + 1,
      policy: policy ? JSON.stringify(policy) : null,
      reset: policy === undefined,
      changed_by: caller.ref,
      changed_at: now().toISOString(),
      comment: comment ?? null,
    };
    await knex.transaction(async transaction => {
      const before = await book.current(action.id, transaction);
      if (before.version !== expectedVersion) throw versionConflict(action);
      const written = await insertPolicyVersion({ transaction, row });
      if (written !== 'inserted') throw versionConflict(action);
      await auditLog.append(transaction, [
        {
          type: policy ? 'policy.changed' : 'policy.reset',
          actor: caller.ref,
          action: action.id,
          summary: policy
            ? `Changed the policy of "${action.title}"`
            : `Returned the policy of "${action.title}" to the configuration`,
          data: {
            version: row.version,
            before: before.policy,
            after: book.ofRow(action.id, row).policy,
            ...(comment ? { comment } : {}),
          },
        },
      ]);
    });
    return this.#record(action, book.ofRow(action.id, row));
  }

  async #record(
    action: SalesforceWriteAction,
    policy: CurrentPolicy,
  ): Promise<PolicyRecord> {
    const [record] = await this.#records([{ action, policy }]);
    return record;
  }

  async #records(
    policies: Array<{ action: SalesforceWriteAction; policy: CurrentPolicy }>,
  ): Promise<PolicyRecord[]> {
    const { people } = this.#options;
    const refs = policies.flatMap(({ policy }) => [
      ...refsInPolicy(policy.policy),
      ...(policy.row ? [policy.row.changed_by] : []),
    ]);
    const persons = await people.describe([...new Set(refs)]);
    const nameOf = policyNames(persons);
    return policies.map(
      ({ action, policy: { policy, version, source, row } }) => ({
        action: action.id,
        actionTitle: action.title,
        version,
        source,
        policy,
        sentence: policySentence(policy, nameOf),
        ...(row
          ? {
              changedBy: persons.get(row.changed_by) ?? {
                ref: row.changed_by,
                displayName: row.changed_by,
              },
              changedAt: row.changed_at,
            }
          : {}),
        ...(row?.comment ? { comment: row.comment } : {}),
        allowedActions:
          source === 'database' ? ['update', 'reset'] : ['update'],
      }),
    );
  }

  #action(actionId: string): SalesforceWriteAction {
    const action = this.#options.actions.find(actionId);
    if (action?.kind !== 'write') {
      throw new SalesdeskError(
        'NotFoundError',
        `There is no policy for '${actionId}'`,
        { code: 'not_found' },
      );
    }
    return action;
  }
}

function parsePolicy(policy: Policy): Policy {
  const parsed = policySchema.safeParse(policy);
  if (parsed.success) return parsed.data;
  throw new SalesdeskError(
    'InputError',
    `This is not a policy: ${sayIssue(parsed.error.issues[0])}`,
    {
      code: 'invalid_input',
      fields: parsed.error.issues.map(issue => ({
        path: ['policy', ...issue.path].join('.'),
        message: sayIssue(issue),
        code: 'invalid_input',
      })),
    },
  );
}

function versionConflict(action: SalesforceWriteAction): SalesdeskError {
  return new SalesdeskError(
    'ConflictError',
    `Somebody else changed the policy of "${action.title}" meanwhile; look at it again`,
    { code: 'version_conflict' },
  );
}

import {
  SalesdeskError,
  type ActionAnswer,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import type { AuditLog } from '../audit/AuditLog';
import { mayReadAll } from '../data/mayReadAll';
import type { Caller } from '../permissions/Caller';
import type { ActionCatalog } from './ActionCatalog';
import type { ActionContexts } from './ActionContexts';
import type { OrgDirectory } from './OrgDirectory';
import { parseInput } from './parseInput';

/**
 * Runs read actions; who read what is recorded. Anybody may: what an action can
 * read is limited by the context, to the person's own data where the host's
 * roles give no more.
 */
export class ReadActions {
  readonly #options: {
    knex: Knex;
    actions: ActionCatalog;
    contexts: ActionContexts;
    orgs: OrgDirectory;
    auditLog: AuditLog;
  };

  constructor(options: {
    knex: Knex;
    actions: ActionCatalog;
    contexts: ActionContexts;
    orgs: OrgDirectory;
    auditLog: AuditLog;
  }) {
    this.#options = options;
  }

  async run(options: {
    actionId: string;
    orgId?: string;
    input: unknown;
    cursor?: string;
    caller: Caller;
  }): Promise<ActionAnswer> {
    const { actionId, caller, cursor } = options;
    const { actions, orgs, contexts, knex, auditLog } = this.#options;
    const action = actions.find(actionId);
    if (!action) {
      throw new SalesdeskError(
        'NotFoundError',
        `There is no action '${actionId}'`,
        { code: 'not_found' },
      );
    }
    if (action.kind !== 'read') {
      throw new SalesdeskError(
        'InputError',
        `'${actionId}' changes something: submit it as a request`,
        { code: 'invalid_input' },
      );
    }
    const orgId = options.orgId ?? (await orgs.defaultOrgId());
    const parsed = parseInput(action, options.input);
    if (!parsed.ok) {
      throw new SalesdeskError('InputError', parsed.errors[0].message, {
        code: 'invalid_input',
        fields: parsed.errors,
      });
    }
    const { context, notes, restrictedTo } = await contexts.openForRead({
      orgId,
      requesterRef: caller.ref,
      mayReadAll: mayReadAll({
        caller,
        orgId,
        actionId: action.id,
        risk: action.risk,
      }),
    });
    const given = await action.run({
      input: parsed.input,
      context,
      ...(cursor ? { cursor } : {}),
    });
    const said = [...notes(), ...(given.notes ?? [])];
    const restriction = restrictedTo();
    const answer: ActionAnswer = {
      ...given,
      ...(said.length > 0 ? { notes: said } : {}),
      ...(restriction ? { restrictedTo: restriction } : {}),
    };
    // The first page stands for the whole answer.
    if (!cursor) {
      await knex.transaction(transaction =>
        auditLog.append(transaction, [
          {
            type: 'action.read',
            actor: caller.ref,
            org: orgId,
            action: action.id,
            summary: `Read: ${action.title}`,
            data: {
              input: parsed.input,
              ...(answer.query ? { query: answer.query } : {}),
              ...(answer.total === undefined ? {} : { total: answer.total }),
            },
          },
        ]),
      );
    }
    return answer;
  }
}

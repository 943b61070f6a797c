import { SalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';
import type {
  ActionContext,
  PlanProposal,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { Knex } from 'knex';
import { readRequest } from '../database/operations/requests/readRequest';
import type { RequestRow } from '../database/tables';
import { narrowPlan } from '../domain/narrowPlan';
import { planDigest } from '../domain/planDigest';
import type { ActionCatalog } from './ActionCatalog';
import { requestNotFound } from './requestNotFound';
import { leaveDecidedAnew } from './leaveDecidedAnew';
import type { RequestPlanner } from './RequestPlanner';
import type { UndoPlanner } from './UndoPlanner';

/** Plans by the preview of the action, and undos by what was applied. */
export class DefaultRequestPlanner implements RequestPlanner {
  readonly #knex: Knex;
  readonly #actions: ActionCatalog;
  readonly #undo: UndoPlanner;

  static create(options: {
    knex: Knex;
    actions: ActionCatalog;
    undo: UndoPlanner;
  }): DefaultRequestPlanner {
    return new DefaultRequestPlanner(options);
  }

  private constructor(options: {
    knex: Knex;
    actions: ActionCatalog;
    undo: UndoPlanner;
  }) {
    this.#knex = options.knex;
    this.#actions = options.actions;
    this.#undo = options.undo;
  }

  async plan(options: {
    request: Pick<
      RequestRow,
      | 'id'
      | 'org_id'
      | 'action_id'
      | 'input'
      | 'undo_of'
      | 'follow_up_of'
      | 'removed_targets'
    >;
    context: ActionContext;
    proposal?: PlanProposal;
  }): Promise<{ proposal: PlanProposal; digest: string }> {
    const { request, context } = options;
    const removed: string[] = request.removed_targets
      ? JSON.parse(request.removed_targets)
      : [];
    const narrowed = narrowPlan({
      proposal: options.proposal ?? (await this.#propose(request, context)),
      removed,
    });
    if (!narrowed.ok) {
      throw new SalesdeskError('ConflictError', narrowed.reason, {
        code: 'plan_changed',
      });
    }
    const proposal = await leaveDecidedAnew({
      knex: this.#knex,
      request,
      proposal: narrowed.proposal,
    });
    return {
      proposal,
      digest: planDigest({
        orgId: request.org_id,
        actionId: request.action_id,
        changes: proposal.changes,
        followUps: proposal.followUps ?? [],
        without: removed,
      }),
    };
  }

  async #propose(
    request: Pick<RequestRow, 'id' | 'action_id' | 'input' | 'undo_of'>,
    context: ActionContext,
  ): Promise<PlanProposal> {
    const action = this.#actions.find(request.action_id);
    if (action?.kind !== 'write') {
      throw new SalesdeskError(
        'NotFoundError',
        `The action '${request.action_id}' is not installed any more`,
        { code: 'not_found' },
      );
    }
    if (!request.undo_of) {
      return action.preview({ input: JSON.parse(request.input), context });
    }
    const original = await readRequest({
      knex: this.#knex,
      id: request.undo_of,
    });
    if (!original) throw requestNotFound(request.undo_of);
    return this.#undo.plan({ original, action, context });
  }
}

import type {
  ActionContext,
  PlanProposal,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { RequestRow } from '../database/tables';

/**
 * Says what a stored request would change if it ran now, by reading the org.
 * It is the one way to plan a request, before approval and again before it
 * runs: an undo (`undo_of`) is planned from what the undone request applied,
 * every other request by the preview of its action.
 */
export interface RequestPlanner {
  /**
   * What was scheduled leaves out those about whom somebody decided anew since.
   * Throws SalesdeskError `changed_since` or `not_undoable` for an undo that
   * has become impossible, and what the action's preview throws.
   */
  plan(options: {
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
    /** What its action proposes, where that is known already. */
    proposal?: PlanProposal;
  }): Promise<{ proposal: PlanProposal; digest: string }>;
}

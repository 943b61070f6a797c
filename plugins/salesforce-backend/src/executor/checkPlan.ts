import type { Blocker } from '@salesdesk/backstage-plugin-salesforce-common';
import type { PlanProposal } from '@salesdesk/backstage-plugin-salesforce-node';
import type { RequestRow } from '../database/tables';

/** Whether what was approved may run now. */
export type PlanCheck =
  /** The plan computed now is the approved one. */
  | { kind: 'as_approved' }
  /** A follow-up that is planned only now; its digest is new. */
  | { kind: 'first_plan' }
  /** Nothing is left to do: the wanted state is there. */
  | { kind: 'already_there' }
  /** Salesforce would refuse it today. */
  | { kind: 'blocked'; blockers: Blocker[] }
  /** Something changed since the approval; nothing may run. */
  | { kind: 'changed' };

/**
 * Compares the plan computed now with the approved one. This is the promise
 * that what was approved is exactly what runs. Pure.
 */
export function checkPlan(options: {
  request: Pick<RequestRow, 'plan_version' | 'plan_digest'>;
  proposal: PlanProposal;
  digest: string;
  /** Digest of the stored changes, which are what is written. */
  storedDigest: string;
}): PlanCheck {
  const { request, proposal, digest } = options;
  if (proposal.changes.length === 0) return { kind: 'already_there' };
  const isFirst = request.plan_version === 0;
  if (!isFirst && digest !== request.plan_digest) return { kind: 'changed' };
  // Somebody altered what is stored: the approved changes are stored anew.
  if (!isFirst && options.storedDigest !== digest) return { kind: 'changed' };
  if (proposal.blockers?.length) {
    return { kind: 'blocked', blockers: proposal.blockers };
  }
  return { kind: isFirst ? 'first_plan' : 'as_approved' };
}

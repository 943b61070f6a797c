import type { AllowedAction } from '@salesdesk/backstage-plugin-salesforce-common';
import type {
  SalesforceRequestResource,
  UndoSupport,
} from '@salesdesk/backstage-plugin-salesforce-node';
import {
  approvalToWithdraw,
  mayBeAmended,
  mayReviewAfterwards,
  takesApprovalsBack,
} from '../approvals/approvalRules';
import type { RequestRow, ReviewRow } from '../database/tables';
import type { ApprovalCase } from '../domain/approval';
import {
  hasEffects,
  isRetryable,
  isReviewable,
  isWithdrawable,
} from '../domain/requestState';
import { isStopped } from '../domain/stopped';
import {
  reviewEligibility,
  type ReviewCandidate,
} from '../domain/reviewEligibility';
import { givenReviews } from './storedDecision';
import { whyNoUndo } from './undoWords';

/** What one person's buttons on one request are decided by. */
export interface RequestActionFacts {
  row: RequestRow;
  approvalCase: ApprovalCase;
  reviews: readonly ReviewRow[];
  /** Undefined where the action is not installed any more. */
  undo: UndoSupport<unknown>['kind'] | undefined;
  caller: ReviewCandidate & {
    managesOrgs: boolean;
    mayCancel: boolean;
    /** Whether they may ask for the same action on the same targets. */
    mayAsk: boolean;
  };
}

/** What a person may do with a request now, and why not the rest. */
export interface RequestActions {
  allowed: AllowedAction[];
  cannot: Array<{ action: AllowedAction; reason: string }>;
}

/** False where the question does not arise for this person. */
type Answer = boolean | string;

/**
 * Decides the buttons. The same rules are applied again when one is pressed.
 */
export function requestActions(facts: RequestActionFacts): RequestActions {
  const review = mayReview(facts);
  const answers: Array<[AllowedAction, Answer]> = [
    ['approve', review],
    ['reject', review],
    ['narrow', review === true && facts.row.change_count > 1],
    ['withdraw_approval', mayWithdrawApproval(facts)],
    ['amend', mayAmend(facts)],
    ['review_after', mayLookAfterwards(facts)],
    ['cancel', mayCancel(facts)],
    ['stop', mayStop(facts)],
    ['retry', mayRetry(facts)],
    ['undo', mayUndo(facts)],
  ];
  return {
    allowed: answers.flatMap(([action, answer]) =>
      answer === true ? [action] : [],
    ),
    cannot: answers.flatMap(([action, answer]) =>
      typeof answer === 'string' ? [{ action, reason: answer }] : [],
    ),
  };
}

function mayReview({
  row,
  approvalCase,
  reviews,
  caller,
}: RequestActionFacts): Answer {
  const eligibility = reviewEligibility({
    state: row.state,
    requesterRef: row.requester_ref,
    approvalCase,
    reviews: givenReviews(reviews),
    candidate: caller,
  });
  return eligibility.eligible ? true : eligibility.reason;
}

function mayWithdrawApproval(facts: RequestActionFacts): Answer {
  const { row, caller } = facts;
  if (!approvalToWithdraw(facts, caller.ref)) return false;
  if (takesApprovalsBack(row)) return true;
  return (
    row.state === 'running' && 'It has started; what has started is finished'
  );
}

function mayAmend({ row, reviews, caller }: RequestActionFacts): Answer {
  if (row.requester_ref !== caller.ref) return false;
  if (row.state !== 'awaiting_approval') return false;
  return mayBeAmended({
    row,
    hasReviews: reviews.some(review => review.withdrawn_at === null),
    personRef: caller.ref,
  });
}

function mayLookAfterwards({
  row,
  approvalCase,
  caller,
}: RequestActionFacts): Answer {
  if (!row.break_glass) return false;
  return mayReviewAfterwards({ row, approvalCase, person: caller });
}

function mayCancel({ row, caller }: RequestActionFacts): Answer {
  if (!isWithdrawable(row.state)) {
    return row.state === 'running'
      ? 'It runs already: stop it first'
      : 'It is finished; there is nothing to withdraw';
  }
  return caller.mayCancel || 'Your role does not withdraw this request';
}

function mayStop({ row, caller }: RequestActionFacts): Answer {
  if (row.state !== 'running') return false;
  if (row.stop_requested_at) return 'It stops before its next change';
  return caller.mayCancel || 'Your role does not stop this request';
}

function mayRetry({ row, caller }: RequestActionFacts): Answer {
  if (isConfirmable(row)) {
    return (
      caller.ref === row.requester_ref ||
      'The person who asked confirms the new plan'
    );
  }
  if (!isRetryable(row.state)) return 'There is nothing to run again';
  if (row.undone_by) return 'It was undone: ask for it anew';
  if (isStopped(row) && caller.mayCancel) return true;
  return caller.managesOrgs || 'Only those who look after the org run it again';
}

function mayUndo({ row, undo, caller }: RequestActionFacts): Answer {
  if (!hasEffects(row.state)) return whyNoUndo(row);
  if (row.undone_by) return 'It was undone already';
  if (undo === undefined || undo === 'none') {
    return 'What this action does cannot be undone';
  }
  return caller.mayAsk || 'Your role may not ask for this';
}

/**
 * Whether the requester confirms the new plan of a request that needs nobody's
 * approval, after the plan they saw has changed.
 */
export function isConfirmable(
  row: Pick<RequestRow, 'state' | 'verdict'>,
): boolean {
  return row.state === 'stale' && row.verdict === 'runs_without_approval';
}

/** The resource of a request that would undo another one, asked for by somebody. */
export function undoResource(
  original: SalesforceRequestResource,
  callerRef: string,
): SalesforceRequestResource {
  const isRequester = original.requesterRef === callerRef;
  return {
    ...original,
    id: '',
    state: 'draft',
    requesterRef: callerRef,
    managerRef: isRequester ? original.managerRef : undefined,
    // records are owned by whoever asked for their change, as far as is known
    ownsTargets: isRequester && original.ownsTargets,
    isOwnUser: isRequester
      ? original.isOwnUser
      : original.size === 1 && original.targetPersonRefs.includes(callerRef),
  };
}

/** Whether a request waits for reviews of people. */
export function awaitsReview(
  row: Pick<RequestRow, 'state' | 'verdict'>,
): boolean {
  return isReviewable(row.state) && row.verdict === 'needs_approval';
}

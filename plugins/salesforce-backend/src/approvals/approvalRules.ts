import type { RequestRow, ReviewRow } from '../database/tables';
import { PERMISSION_KEY, type ApprovalCase } from '../domain/approval';
import { isReviewable } from '../domain/requestState';
import { storedDecision } from '../requests/storedDecision';
import { skippedReviewers } from './breakGlass';

/*
 * Who may do what with approvals besides reviewing. Each is asked for the
 * button, and again when it is pressed.
 */

/** The approval of this plan that somebody gave, or that was given in their name. */
export function approvalToWithdraw(
  facts: {
    row: Pick<RequestRow, 'plan_version'>;
    reviews: readonly ReviewRow[];
  },
  personRef: string,
): ReviewRow | undefined {
  return facts.reviews.find(
    review =>
      review.withdrawn_at === null &&
      review.decision === 'approve' &&
      review.plan_version === facts.row.plan_version &&
      (review.reviewer_ref === personRef || review.on_behalf_of === personRef),
  );
}

/** Whether approvals may still be taken back in this state. */
export function takesApprovalsBack(
  row: Pick<RequestRow, 'state' | 'verdict'>,
): boolean {
  return (
    row.verdict === 'needs_approval' &&
    (isReviewable(row.state) || row.state === 'approved')
  );
}

/** Whether a request may be amended, or why not. */
export function mayBeAmended(options: {
  row: Pick<RequestRow, 'state' | 'requester_ref' | 'undo_of'>;
  hasReviews: boolean;
  personRef: string;
}): true | string {
  const { row, hasReviews, personRef } = options;
  if (row.state !== 'awaiting_approval') {
    return 'It is changed only while it waits for its first review';
  }
  if (row.requester_ref !== personRef) {
    return 'The person who asked changes it';
  }
  if (row.undo_of) return 'An undo takes back exactly what was done';
  return hasReviews
    ? 'It has been reviewed already: withdraw it and ask anew'
    : true;
}

/** Somebody who wants to say whether an emergency was one. */
export interface AfterReviewer {
  ref: string;
  ownershipRefs: readonly string[];
  aliases?: readonly string[];
  isTarget: boolean;
  mayDecide: boolean;
}

/**
 * Whether somebody may look at a broken glass afterwards, or why not: those who
 * were skipped, and the owners of the org; never those who asked or whom it is
 * about.
 */
export function mayReviewAfterwards(options: {
  row: Pick<
    RequestRow,
    'break_glass' | 'after_reviewed_at' | 'requester_ref' | 'decision'
  >;
  approvalCase: Pick<ApprovalCase, 'excludedRefs'>;
  person: AfterReviewer;
}): true | string {
  const { row, approvalCase, person } = options;
  if (!row.break_glass) return 'It needed no approval that was left out';
  if (row.after_reviewed_at) return 'It has been looked at already';
  if (person.ref === row.requester_ref) {
    return 'Nobody looks at their own emergency';
  }
  const names = [person.ref, ...(person.aliases ?? [])];
  if (
    person.isTarget ||
    names.some(name => approvalCase.excludedRefs.includes(name))
  ) {
    return 'Nobody looks at an emergency of their own, or about themselves';
  }
  if (!person.mayDecide) return 'Your role does not review this request';
  const held = [PERMISSION_KEY, ...person.ownershipRefs];
  const { orgOwnerRefs, witnessRefs = [] } = storedDecision(row);
  const asked = [...skippedReviewers(row), ...orgOwnerRefs, ...witnessRefs];
  return (
    asked.some(key => held.includes(key)) ||
    'Those who were skipped and the owners of the org look at it'
  );
}

import {
  isSalesdeskError,
  type AccessReviewItem,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { AccessReviewRow } from '../database/tables';
import type { ReviewViewer } from './ReviewViewer';

/** The Salesforce user of whoever looks, or why nobody knows. */
export async function ownUserOf(
  review: AccessReviewRow,
  viewer: ReviewViewer,
): Promise<{ userId?: string; unknown?: string }> {
  try {
    return { userId: await viewer.userIdIn(review.org_id) };
  } catch (error) {
    if (!isSalesdeskError(error)) throw error;
    return { unknown: error.message };
  }
}

/** Whether somebody decides about a row, and why not. Pure. */
export function mayDecide(options: {
  review: AccessReviewRow;
  isReviewer: boolean;
  isOwn: boolean;
  unknown: string | undefined;
}): Pick<AccessReviewItem, 'mayDecide' | 'cannotDecide'> {
  const { review, isReviewer, isOwn, unknown } = options;
  if (review.state !== 'open' || !isReviewer) return { mayDecide: false };
  const cannotDecide = isOwn
    ? 'It is your own access: somebody else decides'
    : unknown;
  return cannotDecide
    ? { mayDecide: false, cannotDecide }
    : { mayDecide: true };
}

import type {
  BulkReviewAnswer,
  RequestState,
  ReviewBody,
} from '@salesdesk/backstage-plugin-salesforce-common';

/** What an approver says about a request. */
export type Decision = ReviewBody['decision'];

/** A request that is about to be decided, by the plan that was shown. */
export interface ToDecide {
  requestId: string;
  title: string;
  planDigest: string;
}

/** What became of one decision of several. */
export interface DecisionResult {
  requestId: string;
  title: string;
  decision: Decision;
  outcome:
    | { ok: true; state?: RequestState }
    | { ok: false; planChanged: boolean; message?: string };
}

/** How many reviews the API takes at once. */
export const REVIEWS_AT_ONCE = 200;

/** The answer to several reviews, item by item, with the titles people know. */
export function resultsOf(options: {
  decision: Decision;
  items: ToDecide[];
  answer: BulkReviewAnswer['items'];
}): DecisionResult[] {
  const { decision, items, answer } = options;
  const byId = new Map(answer.map(item => [item.requestId, item]));
  return items.map(({ requestId, title }) => {
    const item = byId.get(requestId);
    return {
      requestId,
      title,
      decision,
      outcome: item?.ok
        ? { ok: true, state: item.state }
        : {
            ok: false,
            planChanged: item?.error?.code === 'plan_changed',
            message: item?.error?.message,
          },
    };
  });
}

export function inPieces<T>(items: T[], size: number): T[][] {
  const pieces: T[][] = [];
  for (let at = 0; at < items.length; at += size) {
    pieces.push(items.slice(at, at + size));
  }
  return pieces;
}

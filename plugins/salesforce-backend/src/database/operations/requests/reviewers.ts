import type { Knex } from 'knex';
import type { RequestReviewerRow } from '../../tables';

/**
 * Says from whom a request takes reviews now: the keys of one stage, or of none
 * when nothing is open. In place of what was said before.
 */
export async function replaceOpenReviewers(options: {
  transaction: Knex.Transaction;
  request: { id: string; number: number };
  open: { stage: number; keys: readonly string[] } | null;
  /** Nothing was said before. */
  isNew?: boolean;
}): Promise<void> {
  const { transaction, request, open } = options;
  if (!options.isNew) {
    await transaction('salesforce_request_reviewers')
      .where('request_id', request.id)
      .delete();
  }
  if (!open || open.keys.length === 0) return;
  await transaction<RequestReviewerRow>('salesforce_request_reviewers').insert(
    open.keys.map(source => ({
      request_id: request.id,
      stage: open.stage,
      source,
      request_number: request.number,
      is_open: true,
    })),
  );
}

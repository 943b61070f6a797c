import type { Knex } from 'knex';
import { inBatches } from '../../inBatches';
import type { RequestWordRow } from '../../tables';

/** Stores the words by which a request is found, in place of earlier ones. */
export async function replaceWords(options: {
  transaction: Knex.Transaction;
  request: { id: string; number: number };
  words: readonly string[];
  /** Nothing was stored before. */
  isNew?: boolean;
}): Promise<void> {
  const { transaction, request } = options;
  if (!options.isNew) {
    await transaction('salesforce_request_words')
      .where('request_id', request.id)
      .delete();
  }
  const rows = options.words.map(word => ({
    request_id: request.id,
    word,
    request_number: request.number,
  }));
  await inBatches(rows, batch =>
    transaction<RequestWordRow>('salesforce_request_words').insert(batch),
  );
}

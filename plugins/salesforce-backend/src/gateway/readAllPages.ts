import type {
  SalesforceReader,
  SoqlQuery,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { refuseCall } from './callChecks';

const defaultMaximum = 50_000;

/** Every row of a query, page after page, or a refusal when there are too many. */
export async function readAllPages<TRecord>(options: {
  reader: Pick<SalesforceReader, 'query' | 'queryMore'>;
  query: SoqlQuery;
  maximum?: number;
}): Promise<TRecord[]> {
  const { reader, query, maximum = defaultMaximum } = options;
  let page = await reader.query<TRecord>(query);
  if (page.totalSize > maximum) {
    refuseCall(
      'invalid_query',
      `The query finds ${page.totalSize} records; at most ${maximum} can be read here`,
    );
  }
  const { records } = page;
  while (page.next) {
    page = await reader.queryMore<TRecord>(page.next);
    for (const record of page.records) records.push(record);
  }
  return records;
}

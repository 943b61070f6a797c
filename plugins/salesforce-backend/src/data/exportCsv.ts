import {
  soql,
  type SalesforceRecord,
  type SoqlTree,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { queryColumns } from '../actions/queryColumns';
import { QueryDictionary } from '../actions/QueryDictionary';
import type { BulkSource } from '../gateway';
import { isForBulk } from './isForBulk';
import type { PersonalData } from './RunQueryAs';
import { csvHeader, csvRows } from './toCsv';

/** Above this many rows a job of Bulk API 2.0 is quicker than pages. */
const bulkFrom = 10_000;

/** An export that has begun. */
export interface StartedExport {
  chunks: AsyncIterable<string | Uint8Array>;
  total: number;
  sent: string;
  method: 'bulk' | 'pages';
}

/**
 * Starts an export. The first page tells how large it is; large ones are
 * read anew by a bulk job, where nothing has to be taken out of the rows.
 * Nothing is kept but what is on its way.
 */
export async function exportCsv(options: {
  personal: PersonalData;
  tree: SoqlTree;
  /** Where rows need no looking at. */
  gateway: BulkSource | undefined;
}): Promise<StartedExport> {
  const { personal, tree, gateway } = options;
  const { reader } = personal;
  const query = soql.fromTree(tree);
  const first = await reader.query(query);
  const started = { total: first.totalSize, sent: first.sent ?? query.text };
  if (gateway && first.totalSize > bulkFrom && isForBulk(query)) {
    return { ...started, method: 'bulk', chunks: gateway.bulkQuery(query) };
  }
  const columns = await queryColumns({
    tree,
    dictionary: new QueryDictionary(reader),
    firstRow: first.records[0],
  });
  return {
    ...started,
    method: 'pages',
    chunks: textOf({
      columns: columns.map(({ name }) => name),
      first,
      next: way => reader.queryMore(way),
    }),
  };
}

async function* textOf(options: {
  columns: string[];
  first: { records: SalesforceRecord[]; next?: string };
  next(way: string): Promise<{ records: SalesforceRecord[]; next?: string }>;
}): AsyncGenerator<string> {
  const { columns, next } = options;
  let page = options.first;
  yield csvHeader(columns);
  for (;;) {
    yield csvRows(page.records, columns);
    if (!page.next) return;
    page = await next(page.next);
  }
}

import { Buffer } from 'node:buffer';
import { median, timed } from './lib/median.mjs';
import { bareConnection } from './lib/orgControl.mjs';
import { countLines, exportThroughPortal } from './lib/readExport.mjs';
import { exportedQuery, withManyRows } from './lib/withManyRows.mjs';

const rows = 500_000;
const rounds = 3;

/**
 * Rows a second of our export. The floor is the quicker of the two ways to
 * export with bare jsforce: a query job of Bulk API 2.0 whose CSV is taken as
 * it is, and page after page of the query resource, written as CSV by the
 * shortest code that does it. All take turns, so that whatever else the machine
 * does meets them alike.
 */
export const export500kRows = {
  name: 'export_500k_rows',
  title: 'rows a second of exporting 500,000 rows as CSV, against bare jsforce',
  run: () =>
    withManyRows(rows, async ({ orgUrl, backendUrl, tokenOf }) => {
      const bare = await bareConnection(orgUrl);
      const token = await tokenOf('user:default/sam.okafor');
      const ways = {
        portal: async () =>
          countLines(
            await exportThroughPortal({
              backendUrl,
              token,
              query: exportedQuery,
            }),
          ),
        bulk: async () => countLines(await bulkCsv(bare)),
        pages: async () => countLines(pagesAsCsv(bare)),
      };
      const times = { portal: [], bulk: [], pages: [] };
      for (let round = 0; round < rounds; round += 1) {
        for (const [name, run] of Object.entries(ways)) {
          times[name].push(await timed(async () => expectRows(await run())));
        }
      }
      const rate = name => rows / (median(times[name]) / 1000);
      return {
        value: rate('portal'),
        floor: Math.max(rate('bulk'), rate('pages')),
        unit: 'rows/s',
        goal: 0.9,
        atLeast: true,
        notes: {
          bulk: Math.round(rate('bulk')),
          pages: Math.round(rate('pages')),
        },
      };
    }),
};

/** jsforce looks at its job as often as our export does at first. */
async function bulkCsv(connection) {
  const records = await connection.bulk2.query(exportedQuery, {
    pollInterval: 100,
    pollTimeout: 600_000,
  });
  return asBuffers(records.stream('csv'));
}

async function* pagesAsCsv(connection) {
  let page = await connection.query(exportedQuery);
  const columns = Object.keys(page.records[0]).filter(
    name => name !== 'attributes',
  );
  const cell = value => `"${String(value ?? '').replaceAll('"', '""')}"`;
  yield Buffer.from(`${columns.join(',')}\n`);
  for (;;) {
    yield Buffer.from(
      page.records
        .map(row => `${columns.map(name => cell(row[name])).join(',')}\n`)
        .join(''),
    );
    if (page.done) return;
    page = await connection.queryMore(page.nextRecordsUrl);
  }
}

async function* asBuffers(stream) {
  for await (const chunk of stream) yield Buffer.from(chunk);
}

/** jsforce repeats the header line with each page. */
function expectRows({ lines }) {
  if (lines < rows + 1 || lines > rows + 500) {
    throw new Error(`The export has ${lines} lines`);
  }
}

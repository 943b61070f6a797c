import {
  GatewayError,
  type SoqlQuery,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { OrgCalls } from './OrgCalls';

/** Exports of any size. */
export interface BulkSource {
  /**
   * The rows of a query as CSV, by Bulk API 2.0, as they come. Takes no groups,
   * child records, TYPEOF, FIELDS() or OFFSET. Throws GatewayError, also midway.
   */
  bulkQuery(query: SoqlQuery): AsyncIterable<Uint8Array>;
}

/** Rows of one page of results: some megabytes, which are streamed anyway. */
const rowsPerPage = 50_000;

/** Pauses between looks at a job that runs. Milliseconds. */
const pauses = [100, 200, 400, 800, 1500, 2500];

/** A job that has not finished after so many looks is given up: about an hour. */
const mostLooks = 1500;

/**
 * The rows of a query as CSV, by Bulk API 2.0: one job, its results page after
 * page, each passed on as it comes. The header line comes once. Whoever stops
 * reading ends the job; what is left of it is deleted in any case.
 */
export async function* bulkQuery(options: {
  calls: OrgCalls;
  query: SoqlQuery;
  wait(milliseconds: number): Promise<void>;
}): AsyncGenerator<Uint8Array> {
  const { calls, query, wait } = options;
  const job = jobOf(
    await calls.send({
      kind: 'query',
      method: 'POST',
      path: '/jobs/query',
      body: { operation: 'query', query: query.text },
    }),
  );
  const path = `/jobs/query/${job.id}`;
  let isOver = false;
  try {
    for (let look = 0; ; look += 1) {
      const { state, errorMessage } = jobOf(
        await calls.send({ kind: 'read', method: 'GET', path }),
      );
      isOver = ['JobComplete', 'Failed', 'Aborted'].includes(state);
      if (state === 'JobComplete') break;
      if (isOver || look > mostLooks) {
        throw new GatewayError({
          failure: isOver ? 'invalid_query' : 'timeout',
          message: isOver
            ? 'Salesforce could not finish the export'
            : 'Salesforce took too long for the export',
          certainty: 'not_applied',
          details: errorMessage,
        });
      }
      await wait(pauses[Math.min(look, pauses.length - 1)]);
    }
    let locator: string | undefined;
    do {
      const page = await calls.stream(
        `${path}/results?maxRecords=${rowsPerPage}${
          locator ? `&locator=${encodeURIComponent(locator)}` : ''
        }`,
      );
      yield* locator ? withoutFirstLine(page.chunks) : page.chunks;
      const next: string | undefined = page.headers['sforce-locator'];
      locator = next && next !== 'null' ? next : undefined;
    } while (locator);
  } finally {
    await endJob({ calls, path, isOver });
  }
}

function jobOf(answer: unknown): {
  id: string;
  state: string;
  errorMessage?: string;
} {
  const job = answer as Record<string, unknown> | null;
  if (typeof job?.id !== 'string' || typeof job.state !== 'string') {
    throw new GatewayError({
      failure: 'unexpected',
      message: 'Salesforce gave an answer that was not expected',
      certainty: 'not_applied',
    });
  }
  return {
    id: job.id,
    state: job.state,
    ...(typeof job.errorMessage === 'string'
      ? { errorMessage: job.errorMessage }
      : {}),
  };
}

/** What fails here concerns a job that nobody waits for; Salesforce removes it in days. */
async function endJob(options: {
  calls: OrgCalls;
  path: string;
  isOver: boolean;
}): Promise<void> {
  const { calls, path, isOver } = options;
  try {
    if (!isOver) {
      await calls.send({
        kind: 'query',
        method: 'PATCH',
        path,
        body: { state: 'Aborted' },
      });
    }
    await calls.send({ kind: 'query', method: 'DELETE', path });
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
  }
}

const lineEnd = '\n'.charCodeAt(0);

/** Field paths hold no line ends, so the header is what stands before the first. */
async function* withoutFirstLine(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let isBehind = false;
  for await (const chunk of chunks) {
    if (isBehind) {
      yield chunk;
      continue;
    }
    const end = chunk.indexOf(lineEnd);
    if (end < 0) continue;
    isBehind = true;
    if (end + 1 < chunk.length) yield chunk.subarray(end + 1);
  }
}

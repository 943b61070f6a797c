import { useApi } from '@backstage/frontend-plugin-api';
import type {
  QueryEnd,
  QueryRows,
  QueryStart,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { answerOf } from '../../api/answerOf';
import { ApiError, isApiError } from '../../api/ApiError';
import { salesforceApiRef, type SalesforceApi } from '../../api/SalesforceApi';
import { placeOfError } from '../editor/placeOfError';
import { mostRows, type QueryRun } from './queryRun';
import { readLines } from './readLines';

type Line =
  | QueryStart
  | QueryRows
  | QueryEnd
  | { kind: 'error'; message: string; code?: string };

/** How often a table that fills is drawn anew, in milliseconds. */
const drawEvery = 150;

/** Runs queries, one at a time: a new one ends the one before. */
export function useQueryRun(): {
  run: QueryRun | undefined;
  start(asked: { query: string; org: string | undefined }): void;
  stop(): void;
} {
  const api = useApi(salesforceApiRef);
  const [run, setRun] = useState<QueryRun>();
  const controller = useRef<AbortController>();

  useEffect(() => () => controller.current?.abort(), []);

  const start = useCallback(
    (asked: { query: string; org: string | undefined }) => {
      controller.current?.abort();
      const own = new AbortController();
      controller.current = own;
      let current: QueryRun = {
        ...asked,
        status: 'running',
        rows: [],
        version: 0,
        notes: [],
        startedAt: Date.now(),
        took: 0,
      };
      let drawnAt = 0;
      const show = (change: Partial<QueryRun>, now = true) => {
        const took = Date.now() - current.startedAt;
        current = {
          ...current,
          ...change,
          version: current.rows.length,
          took,
        };
        if (controller.current !== own) return;
        if (!now && Date.now() - drawnAt < drawEvery) return;
        drawnAt = Date.now();
        setRun(current);
      };
      show({});
      void stream({ api, asked, signal: own.signal, show, rows: current.rows })
        .then(() => show({ status: 'done' }))
        .catch(error =>
          show(
            own.signal.aborted
              ? { status: 'stopped' }
              : { status: 'failed', error, problem: problemOf(asked, error) },
          ),
        );
    },
    [api],
  );

  const stop = useCallback(() => controller.current?.abort(), []);
  return { run, start, stop };
}

async function stream(options: {
  api: SalesforceApi;
  asked: { query: string; org: string | undefined };
  signal: AbortSignal;
  rows: QueryRun['rows'];
  show(change: Partial<QueryRun>, now?: boolean): void;
}): Promise<void> {
  const { api, asked, signal, rows, show } = options;
  const { data, response, error } = await api.client
    .POST('/data/query', {
      body: { ...asked, maximum: mostRows },
      parseAs: 'stream',
      signal,
    })
    .catch(cause => {
      throw signal.aborted ? cause : unreachable(cause);
    });
  if (!response.ok || !data) {
    await answerOf(Promise.resolve({ error, response }));
    return;
  }
  let ended = false;
  try {
    for await (const value of readLines(data)) {
      const line = value as Line;
      if (line.kind === 'start') show({ start: line });
      if (line.kind === 'rows') {
        for (const row of line.rows) rows.push(row);
        show({}, false);
      }
      if (line.kind === 'end') {
        ended = true;
        show({ complete: line.complete, notes: line.notes ?? [] });
      }
      if (line.kind === 'error') {
        throw new ApiError({ status: 502, message: line.message });
      }
    }
  } catch (cause) {
    throw signal.aborted || isApiError(cause) ? cause : unreachable(cause);
  }
  // Half of the rows must never look like all of them.
  if (!ended) throw unreachable(undefined);
}

function unreachable(cause: unknown): ApiError {
  return new ApiError({ status: 0, message: '', cause });
}

function problemOf(asked: { query: string }, error: unknown) {
  if (!isApiError(error) || error.code !== 'invalid_query') return undefined;
  return placeOfError({
    text: asked.query,
    message: error.message,
    details: error.details,
  });
}

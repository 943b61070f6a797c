import { classifyAnswer, classifyWireError } from './classifyFailure';
import type { Session } from './OrgSession';
import { WireError } from './WireTransport';

/** An answer that is read as it comes. */
export interface StreamedAnswer {
  headers: Record<string, string>;
  /** Whoever stops reading closes the connection. */
  chunks: AsyncIterable<Uint8Array>;
}

/**
 * Opens one answer for reading. Only as much of it is held as is on its way:
 * what nobody takes is not read from the connection either.
 */
export async function openStream(options: {
  session: Session;
  path: string;
  /** Milliseconds until the answer begins, and between two parts of it. */
  timeout: number;
}): Promise<StreamedAnswer> {
  const { session, path, timeout } = options;
  const { connection, instanceUrl } = session;
  const abort = new AbortController();
  const inTime = <T>(work: Promise<T>): Promise<T> => {
    const timer = setTimeout(() => abort.abort(), timeout);
    return work.finally(() => clearTimeout(timer));
  };
  let response: Response;
  try {
    response = await inTime(
      fetch(`${instanceUrl}/services/data/v${connection.version}${path}`, {
        headers: {
          authorization: `Bearer ${connection.accessToken}`,
          accept: 'text/csv',
        },
        redirect: 'manual',
        signal: abort.signal,
      }),
    );
  } catch {
    throw broken(abort.signal.aborted);
  }
  const headers = Object.fromEntries(response.headers);
  if (!response.ok || !response.body) {
    const text = await response.text().catch(() => '');
    throw classifyAnswer({
      kind: 'read',
      answer: { statusCode: response.status, headers, ...errorIn(text) },
    });
  }
  return {
    headers,
    chunks: chunksOf({ body: response.body, inTime, signal: abort.signal }),
  };
}

async function* chunksOf(options: {
  body: ReadableStream<Uint8Array>;
  inTime<T>(work: Promise<T>): Promise<T>;
  signal: AbortSignal;
}): AsyncGenerator<Uint8Array> {
  const { body, inTime, signal } = options;
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await inTime(reader.read()).catch(() => {
        throw broken(signal.aborted);
      });
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function broken(isTimeout: boolean) {
  return classifyWireError({
    kind: 'read',
    error: isTimeout
      ? new WireError('timeout', 'TIMEOUT')
      : new WireError('lost', 'STREAM_BROKEN'),
  });
}

function errorIn(text: string): { code?: string; message?: string } {
  try {
    const parsed = JSON.parse(text);
    const entry = Array.isArray(parsed) ? parsed[0] : parsed;
    return entry && typeof entry === 'object'
      ? { code: String(entry.errorCode), message: String(entry.message) }
      : {};
  } catch {
    return {};
  }
}

import { ApiError } from './ApiError';

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/**
 * The body of a successful answer; throws an {@link ApiError} otherwise.
 *
 * @example
 * const page = await answerOf(client.GET('/requests', { params }));
 */
export async function answerOf<T>(call: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>;
  try {
    answer = await call;
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'AbortError') throw cause;
    throw new ApiError({ message: '', status: 0, cause });
  }
  if (answer.response.ok && answer.data !== undefined) return answer.data;
  throw toApiError(answer);
}

/** The same for a call that answers without a body. */
export async function doneOf(call: Promise<Answer<unknown>>): Promise<void> {
  await answerOf(
    call.then(answer => ({
      ...answer,
      data: answer.response.ok ? true : undefined,
    })),
  );
}

function toApiError(answer: Answer<unknown>): ApiError {
  const status = answer.response.status;
  const body = asRecord(asRecord(answer.error).error);
  const { name, message, code, fields, details } = body as Partial<ApiError>;
  return new ApiError({
    status,
    message: typeof message === 'string' ? message : '',
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof code === 'string' ? { code } : {}),
    ...(Array.isArray(fields) ? { fields } : {}),
    ...(typeof details === 'string' ? { details } : {}),
  });
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)
    : {};
}

import { InputError } from '@backstage/errors';
import express, { type Request, type RequestHandler } from 'express';

/** The largest body: a request that names ten thousand Salesforce users. */
const largestBody = '4mb';

const parse = express.json({ limit: largestBody });

/** Reads JSON bodies; what cannot be read is refused in words for people. */
export const readJson: RequestHandler = (request, response, next) => {
  if (hasBody(request) && !request.is(['json', '+json'])) {
    const given = request.headers['content-type'];
    next(
      refusal(
        415,
        `The body must be JSON and say so: set the header content-type to application/json${
          given ? `, not ${given}` : ''
        }`,
      ),
    );
    return;
  }
  parse(request, response, (error?: unknown) => {
    next(
      error === undefined
        ? undefined
        : refusal(statusOf(error), sentenceOf(error)),
    );
  });
};

/** An InputError with a status of its own; `answerErrors` heeds it. */
function refusal(statusCode: number, message: string): Error {
  return Object.assign(new InputError(message), { statusCode });
}

/** 413 and 415 where they are the matter, and 400. */
function statusOf(error: unknown): number {
  const { status } = error as { status?: number };
  return status === 413 || status === 415 ? status : 400;
}

function hasBody({ headers }: Request): boolean {
  return (
    Number(headers['content-length'] ?? 0) > 0 ||
    headers['transfer-encoding'] !== undefined
  );
}

/** What body-parser says is for its maintainers. */
function sentenceOf(error: unknown): string {
  const { type, message } = error as { type?: string; message?: string };
  switch (type) {
    case 'entity.parse.failed':
      return `The body is not a JSON object or list: ${message}`;
    case 'entity.too.large':
      return `The body is larger than ${largestBody.toUpperCase()}; split it into several calls`;
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return `The body cannot be read (${message}); send it as UTF-8, plain or compressed by gzip`;
    default:
      return 'The body cannot be read; send it whole, and as what its content-encoding says';
  }
}

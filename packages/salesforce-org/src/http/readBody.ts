import type { RequestHandler } from 'express';

/** Bulk uploads may have 150 MB. */
const LIMIT = 150 * 1024 * 1024;

/** Collects the body as it is; what it means is for the handlers to say. */
export const readBody: RequestHandler = (request, response, next) => {
  const chunks: Buffer[] = [];
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= LIMIT) {
      chunks.push(chunk);
    }
  });
  request.on('error', next);
  request.on('end', () => {
    if (size > LIMIT) {
      response.status(413).end();
      return;
    }
    request.body = Buffer.concat(chunks);
    next();
  });
};

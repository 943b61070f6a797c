import { InputError } from '@backstage/errors';
import type { RequestHandler } from 'express';

/** Refuses addresses that are not the encoding of any text. */
export const refuseBrokenAddress: RequestHandler = (request, _, next) => {
  try {
    decodeURIComponent(request.url);
    next();
  } catch {
    next(
      new InputError(
        'The address is not encoded well: write it in UTF-8, and a percent sign as %25',
      ),
    );
  }
};

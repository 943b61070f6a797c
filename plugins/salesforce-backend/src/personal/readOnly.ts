import type { BatchSource } from '../gateway';

/**
 * A reader that can nothing but read, at run time too: what holds a person's
 * token must not be able to write as them outside a request.
 */
export function readOnly(gateway: BatchSource): BatchSource {
  return {
    query: query => gateway.query(query),
    queryMore: next => gateway.queryMore(next),
    batch: queries => gateway.batch(queries),
    batchSettled: queries => gateway.batchSettled(queries),
    queryAll: (query, options) => gateway.queryAll(query, options),
    retrieve: options => gateway.retrieve(options),
    describe: object => gateway.describe(object),
    limits: () => gateway.limits(),
  };
}

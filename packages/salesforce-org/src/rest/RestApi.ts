import { batchRoutes } from '../composite/batchRoutes';
import { compositeRoutes } from '../composite/compositeRoutes';
import { treeRoutes } from '../composite/treeRoutes';
import { bulkIngestRoutes } from '../bulk/bulkIngestRoutes';
import { bulkQueryRoutes } from '../bulk/bulkQueryRoutes';
import type { CallContext } from '../core/types';
import type { ApiAnswer, ApiCall } from '../http/ApiCall';
import { notFoundError } from '../http/errorAnswers';
import { RequestBody } from '../http/RequestBody';
import { RouteTable } from '../http/RouteTable';
import type { WireServices } from '../http/WireServices';
import { checkApiVersion } from './apiVersions';
import type { CallDispatcher, InnerCall } from './CallDispatcher';
import { collectionRoutes } from './collectionRoutes';
import { describeRoutes } from './describeRoutes';
import { layoutRoutes } from './layoutRoutes';
import { limitRoutes } from './limitRoutes';
import { passwordRoutes } from './passwordRoutes';
import { queryRoutes } from './queryRoutes';
import { resourceRoutes } from './resourceRoutes';
import { rowRoutes } from './rowRoutes';
import { searchRoutes } from './searchRoutes';

/** A path below `/services/data`, taken apart. */
const VERSIONED_PATH = /^\/services\/data\/v(\d+\.\d+)(\/[^?]*)?(?:\?(.*))?$/;

/** Everything below `/services/data/vXX.X`, without sockets. */
export class RestApi implements CallDispatcher {
  readonly #wire: WireServices;
  readonly #routes: RouteTable;

  constructor(wire: WireServices) {
    this.#wire = wire;
    this.#routes = new RouteTable([
      ...resourceRoutes(wire),
      ...queryRoutes(wire),
      ...describeRoutes(wire),
      ...layoutRoutes(wire),
      ...passwordRoutes(wire),
      ...rowRoutes(wire),
      ...collectionRoutes(wire),
      ...compositeRoutes(wire, this),
      ...batchRoutes(wire, this),
      ...treeRoutes(wire),
      ...bulkIngestRoutes(wire),
      ...bulkQueryRoutes(wire),
      ...limitRoutes(wire),
      ...searchRoutes(wire),
    ]);
  }

  /** @throws SalesforceError */
  handle(call: ApiCall): ApiAnswer {
    return this.#routes.dispatch(call);
  }

  dispatch(outer: ApiCall, inner: InnerCall): ApiAnswer {
    const parts = VERSIONED_PATH.exec(inner.url);
    if (!parts) {
      throw notFoundError();
    }
    const [, version, path = '/', query = ''] = parts;
    checkApiVersion(version);
    return this.handle({
      ...outer,
      method: inner.method,
      path,
      query: new URLSearchParams(query),
      headers: { ...outer.headers, ...inner.headers },
      body: RequestBody.ofJson(inner.body),
      ctx: {
        ...outer.ctx,
        apiVersion: version,
        tooling: path.startsWith('/tooling/'),
      },
    });
  }

  transaction(ctx: CallContext, run: () => void): void {
    this.#wire.org.dml.transaction(ctx, run);
  }
}

import { SalesforceError } from '../core/SalesforceError';
import { jsonAnswer, type ApiAnswer, type ApiCall } from '../http/ApiCall';
import { isJsonObject, type JsonObject } from '../http/RequestBody';
import type { Route } from '../http/RouteTable';
import type { WireServices } from '../http/WireServices';
import type { CallDispatcher } from '../rest/CallDispatcher';
import { referencedIds } from './references';
import { runSubrequests } from './runSubrequests';
import { readSubrequests, type Subrequest } from './Subrequest';

const MAXIMUM_SUBREQUESTS = 25;
const MAXIMUM_HEAVY_SUBREQUESTS = 5;
const MAXIMUM_NODES = 500;
const MAXIMUM_GRAPHS = 75;
const MAXIMUM_DEPTH = 15;

/** `/composite` and `/composite/graph`. */
export function compositeRoutes(
  wire: WireServices,
  dispatcher: CallDispatcher,
): Route[] {
  return [
    {
      method: 'POST',
      pattern: '/composite',
      handle: call => composite(wire, dispatcher, call),
    },
    {
      method: 'POST',
      pattern: '/composite/graph',
      handle: call => graphs(wire, dispatcher, call),
    },
  ];
}

function composite(
  wire: WireServices,
  dispatcher: CallDispatcher,
  call: ApiCall,
): ApiAnswer {
  const body = call.body.object();
  const subrequests = readSubrequests(body.compositeRequest);
  checkCount(wire, 'subrequests', subrequests.length, MAXIMUM_SUBREQUESTS);
  checkCount(
    wire,
    'query and collection subrequests',
    subrequests.filter(isHeavy).length,
    MAXIMUM_HEAVY_SUBREQUESTS,
  );
  const { responses } = runSubrequests({
    call,
    dispatcher,
    subrequests,
    allOrNone: body.allOrNone === true,
  });
  return jsonAnswer({ compositeResponse: responses });
}

/** Each graph stands or falls by itself. */
function graphs(
  wire: WireServices,
  dispatcher: CallDispatcher,
  call: ApiCall,
): ApiAnswer {
  const { graphs: given } = call.body.object();
  if (!Array.isArray(given) || given.length === 0) {
    throw new SalesforceError({
      errorCode: 'INVALID_INPUT',
      message: 'The graphs parameter is required',
    });
  }
  checkCount(wire, 'graphs', given.length, MAXIMUM_GRAPHS);
  const parsed = given.map(value => {
    const graph: JsonObject = isJsonObject(value) ? value : {};
    const subrequests = readSubrequests(graph.compositeRequest);
    checkCount(wire, 'levels', depthOf(subrequests), MAXIMUM_DEPTH);
    return { graphId: String(graph.graphId ?? ''), subrequests };
  });
  const nodes = parsed.reduce(
    (total, { subrequests }) => total + subrequests.length,
    0,
  );
  checkCount(wire, 'nodes', nodes, MAXIMUM_NODES);
  return jsonAnswer({
    graphs: parsed.map(({ graphId, subrequests }) => {
      const { responses, succeeded } = runSubrequests({
        call,
        dispatcher,
        subrequests,
        allOrNone: true,
      });
      return {
        graphId,
        graphResponse: { compositeResponse: responses },
        isSuccessful: succeeded,
      };
    }),
  });
}

function isHeavy({ url }: Subrequest): boolean {
  return /^\/services\/data\/v[\d.]+\/(query|queryAll|composite\/sobjects)\b/.test(
    url,
  );
}

/** The longest chain of references. */
function depthOf(subrequests: readonly Subrequest[]): number {
  const depths = new Map<string, number>();
  for (const { referenceId, url, body } of subrequests) {
    const parents = referencedIds([url, body ?? null]);
    depths.set(
      referenceId,
      1 + Math.max(0, ...parents.map(parent => depths.get(parent) ?? 0)),
    );
  }
  return Math.max(0, ...depths.values());
}

function checkCount(
  wire: WireServices,
  what: string,
  count: number,
  maximum: number,
): void {
  if (count > maximum) {
    throw new SalesforceError({
      errorCode: wire.org.switches.oversizedRequestErrorCode,
      message: `The number of ${what} in the composite request exceeds the limit of ${maximum}: ${count}`,
    });
  }
}

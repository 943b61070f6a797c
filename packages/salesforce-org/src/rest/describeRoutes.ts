import { jsonAnswer, type ApiAnswer, type ApiCall } from '../http/ApiCall';
import type { Route } from '../http/RouteTable';
import type { WireServices } from '../http/WireServices';
import { SalesforceError } from '../core/SalesforceError';

/** What an object's own page of the API shows of its describe. */
const FIELD_LISTS = [
  'fields',
  'childRelationships',
  'recordTypeInfos',
  'actionOverrides',
  'namedLayoutInfos',
  'supportedScopes',
];

/** Describe, and what has changed in a period. */
export function describeRoutes(wire: WireServices): Route[] {
  const { org } = wire;
  const describeGlobal = (call: ApiCall) =>
    jsonAnswer({
      encoding: 'UTF-8',
      maxBatchSize: 200,
      sobjects: org.describeGlobal(call.ctx),
    });
  const describe = (call: ApiCall, { object }: Record<string, string>) =>
    jsonAnswer(org.describe(call.ctx, object));
  return [
    { method: 'GET', pattern: '/sobjects', handle: describeGlobal },
    { method: 'GET', pattern: '/tooling/sobjects', handle: describeGlobal },
    { method: 'GET', pattern: '/sobjects/:object/describe', handle: describe },
    {
      method: 'GET',
      pattern: '/tooling/sobjects/:object/describe',
      handle: describe,
    },
    {
      method: 'GET',
      pattern: '/sobjects/:object',
      handle: (call, { object }) => basicInformation(wire, call, object),
    },
    {
      method: 'GET',
      pattern: '/sobjects/:object/updated',
      handle: (call, { object }) =>
        jsonAnswer(org.updated(call.ctx, object, periodOf(call))),
    },
    {
      method: 'GET',
      pattern: '/sobjects/:object/deleted',
      handle: (call, { object }) =>
        jsonAnswer(org.deleted(call.ctx, object, periodOf(call))),
    },
  ];
}

function basicInformation(
  wire: WireServices,
  call: ApiCall,
  object: string,
): ApiAnswer {
  const description = wire.org.describe(call.ctx, object);
  return jsonAnswer({
    objectDescribe: Object.fromEntries(
      Object.entries(description).filter(
        ([name]) => !FIELD_LISTS.includes(name),
      ),
    ),
    recentItems: [],
  });
}

function periodOf(call: ApiCall): { start: string; end: string } {
  const start = call.query.get('start');
  const end = call.query.get('end');
  if (start === null || end === null) {
    throw new SalesforceError({
      errorCode: 'MISSING_ARGUMENT',
      message: `${start === null ? 'start' : 'end'} is a required parameter`,
    });
  }
  return { start, end };
}

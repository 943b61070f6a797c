import {
  jsonAnswer,
  noContentAnswer,
  type ApiAnswer,
  type ApiCall,
} from '../http/ApiCall';
import { notFoundError } from '../http/errorAnswers';
import type { Route } from '../http/RouteTable';
import type { WireServices } from '../http/WireServices';
import { identityUrl } from '../oauth/identityUrls';

/** By name, as far as this org serves them. */
const RESOURCES = [
  'sobjects',
  'query',
  'queryAll',
  'search',
  'parameterizedSearch',
  'limits',
  'composite',
  'tooling',
  'jobs',
  'recent',
  'quickActions',
  'tabs',
  'theme',
];

/** What a version offers, and small resources around it. */
export function resourceRoutes(wire: WireServices): Route[] {
  return [
    {
      method: 'GET',
      pattern: '/',
      handle: ({ ctx, instanceUrl }) =>
        jsonAnswer({
          ...Object.fromEntries(
            RESOURCES.map(name => [
              name,
              `/services/data/v${ctx.apiVersion}/${name}`,
            ]),
          ),
          identity: identityUrl({ wire, instanceUrl }, ctx.userId),
        }),
    },
    { method: 'GET', pattern: '/recent', handle: () => jsonAnswer([]) },
    folder('/composite', ['tree', 'batch', 'sobjects', 'graph']),
    folder('/jobs', ['ingest', 'query']),
    folder('/tooling', ['query', 'sobjects']),
    { method: 'GET', pattern: '/tabs', handle: call => tabs(wire, call) },
    {
      method: 'GET',
      pattern: '/theme',
      handle: () => jsonAnswer({ themeItems: [] }),
    },
    {
      method: 'DELETE',
      pattern: '/connect/apps/oauth/usage/tokens/:token',
      handle: (_call, { token }) => {
        const revoked = wire.refreshTokens.revoke(token);
        if (!revoked) {
          throw notFoundError();
        }
        if (revoked !== 'rowOnly') {
          wire.sessions.endAllOf(revoked.token);
        }
        return noContentAnswer();
      },
    },
  ];
}

/** A resource that says what is below it. */
function folder(pattern: string, names: readonly string[]): Route {
  return {
    method: 'GET',
    pattern,
    handle: ({ ctx }) =>
      jsonAnswer(
        Object.fromEntries(
          names.map(name => [
            name,
            `/services/data/v${ctx.apiVersion}${pattern}/${name}`,
          ]),
        ),
      ),
  };
}

/** A tab for every object that has pages and that the caller may see. */
function tabs(wire: WireServices, call: ApiCall): ApiAnswer {
  const { ctx, instanceUrl } = call;
  return jsonAnswer(
    wire.org
      .describeGlobal(ctx)
      .filter(({ layoutable }) => layoutable === true)
      .map(({ name, labelPlural, custom, keyPrefix }) => ({
        colors: [],
        custom,
        iconUrl: null,
        icons: [],
        label: labelPlural,
        miniIconUrl: null,
        name: `standard-${String(name)}`,
        sobjectName: name,
        url: `${instanceUrl}/${String(keyPrefix)}/o`,
      })),
  );
}

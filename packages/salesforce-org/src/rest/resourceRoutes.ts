import { jsonAnswer, noContentAnswer } from '../http/ApiCall';
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
    {
      method: 'GET',
      pattern: '/composite',
      handle: ({ ctx }) =>
        jsonAnswer(
          Object.fromEntries(
            ['tree', 'batch', 'sobjects', 'graph'].map(name => [
              name,
              `/services/data/v${ctx.apiVersion}/composite/${name}`,
            ]),
          ),
        ),
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

import { revokeOauthToken as declaration } from '@salesdesk/backstage-plugin-salesforce-common';
import {
  createSalesforceAction,
  soql,
  type ActionContext,
  type PlannedChange,
  type ResolvedUser,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { chunksForUrl } from '../gateway';
import { closest } from '../inventory/closest';
import { withoutProtected } from './lockout';
import { field } from './planParts';
import { count, namesOf } from './words';

/** A token as far as anybody may know it. */
export interface TokenRow {
  UserId: string;
  AppName: string | null;
}

/**
 * Revokes OAuth tokens: of one app, or all of a user. What is approved is "all
 * of this user", whatever they are when it runs. The tokens themselves are
 * never read here; only the gateway sees them, and lets go of them.
 */
export const revokeOauthToken = createSalesforceAction(declaration, {
  async preview({ input, context }) {
    const named = await context.resolver.users({
      path: 'users',
      references: input.users,
      setsInclude: 'all',
    });
    const { users, leftOut } = withoutProtected({
      users: named,
      context,
      path: 'users',
    });
    const tokens = await readTokens(context, users);
    const app = input.app && (await findApp(context, input.app, tokens));
    const counts = new Map<string, number>();
    for (const { UserId, AppName } of tokens) {
      if (app === undefined || AppName === app) {
        counts.set(UserId, (counts.get(UserId) ?? 0) + 1);
      }
    }
    const holders = users.filter(({ id }) => counts.has(id));
    for (const { id, target } of users) {
      if (counts.has(id)) continue;
      leftOut.push({
        target,
        reason: app ? `Has no token of ${app}` : 'Has no token',
      });
    }
    return {
      title: `Revoke the OAuth tokens of ${namesOf(holders)}${
        app ? ` for ${app}` : ''
      }`,
      changes: holders.map(user =>
        revocationOfTokens({ user, app, tokens: counts.get(user.id) ?? 0 }),
      ),
      leftOut,
      targets: named.map(({ target }) => target),
      warnings: holders.length > 0 ? [appsOf(holders, tokens, app)] : [],
    };
  },
  undo: {
    kind: 'none',
    note: 'A token that was revoked cannot be brought back; people allow the app anew',
  },
  examples: [
    {
      words: 'Revoke all OAuth tokens of dan@acme.com',
      input: { users: ['dan@acme.com'] },
    },
  ],
});

/** Ends what apps may do in the name of a user. */
export function revocationOfTokens(options: {
  user: ResolvedUser;
  app?: string;
  tokens: number;
}): PlannedChange {
  const { user, app, tokens } = options;
  return {
    object: 'OauthToken',
    recordId: user.id,
    operation: 'invoke',
    method: 'revoke_oauth_tokens',
    fields: [
      field({
        name: 'AppName',
        label: 'App',
        before: app ?? null,
        after: null,
        beforeLabel: app ?? 'every app',
      }),
    ],
    summary: `Revoke ${
      tokens === 0 ? 'every token' : count(tokens, 'token')
    } of ${user.name}${app ? ` for ${app}` : ''}`,
    target: user.target,
  };
}

/** Whose tokens there are and of which apps; never the tokens. */
export async function readTokens(
  context: ActionContext,
  users: ResolvedUser[],
): Promise<TokenRow[]> {
  const pages = await Promise.all(
    chunksForUrl(users.map(({ id }) => id)).map(ids =>
      context.reader.queryAll<TokenRow>(
        soql.select({
          from: 'OauthToken',
          fields: ['UserId', 'AppName'],
          where: soql.inList('UserId', ids),
        }),
      ),
    ),
  );
  return pages.flat();
}

/** The app as Salesforce writes it; unknown names are refused with candidates. */
async function findApp(
  context: ActionContext,
  name: string,
  tokens: TokenRow[],
): Promise<string> {
  const { reader, resolver } = context;
  const isMeant = (app: string) => app.toLowerCase() === name.toLowerCase();
  const apps = new Set(tokens.flatMap(({ AppName }) => AppName ?? []));
  const own = [...apps].find(isMeant);
  if (own) return own;
  const everywhere = await reader.queryAll<{ AppName: string | null }>(
    soql.select({ from: 'OauthToken', fields: ['AppName'] }),
  );
  const all = [...new Set(everywhere.flatMap(({ AppName }) => AppName ?? []))];
  const known = all.find(isMeant);
  if (known) return known;
  const candidates = closest({ words: name, items: all, nameOf: app => app });
  return resolver.refuse([
    {
      path: 'app',
      code: 'unknown_name',
      message: `No app of this name has a token${
        candidates.length > 0
          ? `; did you mean ${candidates.join(' or ')}?`
          : ''
      }`,
      candidates: candidates.map(app => ({ value: app, label: app })),
    },
  ]);
}

function appsOf(
  users: ResolvedUser[],
  tokens: TokenRow[],
  app: string | undefined,
): string {
  if (app) return `${app} has to be allowed anew by whoever goes on using it`;
  const ids = new Set(users.map(({ id }) => id));
  const apps = new Set(
    tokens
      .filter(({ UserId }) => ids.has(UserId))
      .flatMap(({ AppName }) => AppName ?? []),
  );
  return `These apps have to be allowed anew: ${[...apps].sort().join(', ')}`;
}

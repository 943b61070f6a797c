import {
  soql,
  type SalesforceReader,
  type SalesforceWriter,
  type WriteResult,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { checkedIds } from './callChecks';
import type { OrgSession } from './OrgSession';

/** Salesforce takes no more records in one delete. */
const recordsPerDelete = 200;

/**
 * Revokes the OAuth tokens of a user. Each is read and used here and is known
 * nowhere else. The rows have no ids; what revokes one is its DeleteToken.
 */
export async function revokeOauthTokens(options: {
  reader: SalesforceReader;
  session: OrgSession;
  userId: string;
  appName?: string;
}): Promise<WriteResult> {
  const { reader, session, appName } = options;
  const [userId] = checkedIds([options.userId]);
  const tokens = await reader.queryAll<{ DeleteToken?: unknown }>(
    soql.select({
      from: 'OauthToken',
      fields: ['DeleteToken'],
      where: soql.and(
        soql.eq('UserId', userId),
        ...(appName === undefined ? [] : [soql.eq('AppName', appName)]),
      ),
    }),
  );
  for (const { DeleteToken: token } of tokens) {
    if (typeof token === 'string' && token) await session.revokeToken(token);
  }
  return { outcome: 'applied', id: userId };
}

/** Ends the sessions of a user; what Salesforce refuses to end is said. */
export async function endSessions(options: {
  reader: SalesforceReader;
  writer: Pick<SalesforceWriter, 'delete'>;
  userId: string;
}): Promise<WriteResult> {
  const { reader, writer } = options;
  const [userId] = checkedIds([options.userId]);
  const sessions = await reader.queryAll<{ Id: string }>(
    soql.select({
      from: 'AuthSession',
      fields: ['Id'],
      where: soql.eq('UsersId', userId),
    }),
  );
  for (let start = 0; start < sessions.length; start += recordsPerDelete) {
    const results = await writer.delete({
      object: 'AuthSession',
      ids: sessions.slice(start, start + recordsPerDelete).map(({ Id }) => Id),
    });
    const refused = results.find(({ outcome }) => outcome === 'refused');
    if (refused) return refused;
  }
  return { outcome: 'applied', id: userId };
}

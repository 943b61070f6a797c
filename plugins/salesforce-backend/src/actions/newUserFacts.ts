import {
  soql,
  type SalesforceReader,
  type SalesforceRecord,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { readUserLicenses, type License } from './userLicenses';

interface OtherUser extends SalesforceRecord {
  Id: string;
  Name: string;
  Username: string;
  Email: string | null;
  IsActive: boolean;
  Alias: string;
  CommunityNickname: string | null;
  FederationIdentifier: string | null;
}

/** What a new user meets in the org. */
export interface NewUserFacts {
  licenses: License[];
  /** Who has the username already, active or not. */
  sameUsername?: OtherUser;
  sameFederationId?: OtherUser;
  sameEmail: OtherUser[];
  aliases: string[];
  nicknames: string[];
  /** The org's own. */
  timeZone: string;
  locale: string;
  language: string;
}

/** Reads all of it in one call. */
export async function readNewUserFacts(options: {
  reader: SalesforceReader;
  username: string;
  email: string;
  federationId: string | undefined;
  /** Aliases that begin so may be taken. */
  alias: string;
}): Promise<NewUserFacts> {
  const { reader, username, email, federationId, alias } = options;
  const nickname = username.split('@')[0].slice(0, 34);
  const [others, organizations, licenses] = await Promise.all([
    reader.queryAll<OtherUser>(
      soql.select({
        from: 'User',
        fields: [
          'Id',
          'Name',
          'Username',
          'Email',
          'IsActive',
          'Alias',
          'CommunityNickname',
          'FederationIdentifier',
        ],
        where: soql.or(
          soql.eq('Username', username),
          soql.eq('Email', email),
          soql.startsWith('Alias', alias.slice(0, 5)),
          soql.startsWith('CommunityNickname', nickname),
          ...(federationId
            ? [soql.eq('FederationIdentifier', federationId)]
            : []),
        ),
      }),
    ),
    reader.query(
      soql.select({
        from: 'Organization',
        fields: ['TimeZoneSidKey', 'DefaultLocaleSidKey', 'LanguageLocaleKey'],
        limit: 1,
      }),
    ),
    readUserLicenses(reader),
  ]);
  const [organization] = organizations.records;
  const same = (left: string | null, right: string) =>
    left?.toLowerCase() === right.toLowerCase();
  return {
    licenses,
    sameUsername: others.find(user => same(user.Username, username)),
    sameFederationId: federationId
      ? others.find(user => same(user.FederationIdentifier, federationId))
      : undefined,
    sameEmail: others.filter(user => same(user.Email, email)),
    aliases: others.map(user => user.Alias),
    nicknames: others.flatMap(user => user.CommunityNickname ?? []),
    timeZone: String(organization?.TimeZoneSidKey ?? 'GMT'),
    locale: String(organization?.DefaultLocaleSidKey ?? 'en_US'),
    language: String(organization?.LanguageLocaleKey ?? 'en_US'),
  };
}

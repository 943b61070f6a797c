import { SalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';
import { soql } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Knex } from 'knex';
import { findOrg } from '../database/operations/orgs/findOrg';
import { longestList } from '../gateway';
import type { GatewayProvider } from '../orgs/GatewayProvider';
import type { LinkableUser } from './toOrgPeople';
import { conditionsFor } from './userConditions';

const userFields = [
  'Id',
  'Username',
  'Name',
  'Email',
  'IsActive',
  'FederationIdentifier',
];

/** Salesforce users whom people may be linked with, read from the org as it is now. */
export class LinkableUsers {
  readonly #options: {
    knex: Knex;
    gateways: Pick<GatewayProvider, 'forOrg'>;
  };

  constructor(options: {
    knex: Knex;
    gateways: Pick<GatewayProvider, 'forOrg'>;
  }) {
    this.#options = options;
  }

  /** Users by any of these keys. */
  async find(
    orgId: string,
    keys: Parameters<typeof conditionsFor>[0]['keys'],
  ): Promise<LinkableUser[]> {
    const conditions = conditionsFor({ keys, longest: longestList });
    if (conditions.length === 0) return [];
    const { knex, gateways } = this.#options;
    const gateway = await gateways.forOrg(orgId);
    const org = await findOrg({ knex, orgId });
    const pages = await gateway.batch(
      conditions.map(where =>
        soql.select({ from: 'User', fields: userFields, where }),
      ),
    );
    const users = new Map<string, LinkableUser>();
    for (const { records } of pages) {
      for (const row of records) {
        const user = toUser(row);
        users.set(
          user.id,
          org?.usernames_are_emails ? { ...user, email: user.username } : user,
        );
      }
    }
    return [...users.values()];
  }

  /** The user that is named; throws NotFoundError unless it is one. */
  async one(
    orgId: string,
    named: { userId?: string; username?: string },
  ): Promise<LinkableUser> {
    const { userId, username } = named;
    const keys = [
      ...(userId ? [{ field: 'Id' as const, value: userId }] : []),
      ...(username ? [{ field: 'Username' as const, value: username }] : []),
    ];
    const [user, another] = await this.find(orgId, keys);
    if (user && !another) return user;
    throw new SalesdeskError(
      'NotFoundError',
      `The org has no Salesforce user '${userId ?? username ?? ''}'`,
      { code: 'not_found' },
    );
  }
}

function toUser(row: Record<string, unknown>): LinkableUser {
  return {
    id: String(row.Id),
    username: String(row.Username),
    name: String(row.Name),
    email: String(row.Email ?? ''),
    isActive: row.IsActive === true,
    federationId: row.FederationIdentifier
      ? String(row.FederationIdentifier)
      : null,
  };
}

import {
  soql,
  type SalesforceReader,
  type SoqlCondition,
  type SoqlField,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { chunksForUrl } from '../gateway';
import { readAllPages } from '../gateway/readAllPages';
import { plain } from './closest';
import { userFields, type UserLoginRow, type UserRow } from './userRows';

/** Most suggestions are wrong anyway: what is read for them is bounded. */
const suggestionsRead = 200;

/** Reads users and their logins by conditions. */
export class UserFinder {
  readonly #reader: SalesforceReader;
  readonly #alsoRead: SoqlField[];

  constructor(options: { reader: SalesforceReader; alsoRead: SoqlField[] }) {
    this.#reader = options.reader;
    const known = new Set<SoqlField>(userFields);
    this.#alsoRead = options.alsoRead.filter(field => !known.has(field));
  }

  /** Users, by name. */
  async users(where: SoqlCondition, maximum: number): Promise<UserRow[]> {
    return readAllPages<UserRow>({
      reader: this.#reader,
      query: soql.select({
        from: 'User',
        fields: [...userFields, ...this.#alsoRead],
        where,
        orderBy: [{ field: 'Name' }, { field: 'Id' }],
      }),
      maximum,
    });
  }

  /** Logins of the users of a condition that holds no semi-join. */
  async loginsWhere(where: SoqlCondition): Promise<UserLoginRow[]> {
    return this.#logins(
      soql.inQuery(
        'UserId',
        soql.select({ from: 'User', fields: ['Id'], where }),
      ),
    );
  }

  /** Logins of everyone who is frozen and active: few in most orgs. */
  async frozenLogins(): Promise<UserLoginRow[]> {
    return this.#logins(
      soql.and(
        soql.eq('IsFrozen', true),
        soql.inQuery(
          'UserId',
          soql.select({
            from: 'User',
            fields: ['Id'],
            where: soql.eq('IsActive', true),
          }),
        ),
      ),
    );
  }

  async loginsOf(userIds: string[]): Promise<UserLoginRow[]> {
    const parts = await Promise.all(
      chunksForUrl(userIds).map(ids =>
        this.#logins(soql.inList('UserId', ids)),
      ),
    );
    return parts.flat();
  }

  /** Users whose names have something of these words. */
  async similar(texts: string[]): Promise<UserRow[]> {
    const parts = new Set(
      texts
        .flatMap(text => plain(text.split('@')[0]).split(' '))
        .filter(word => word.length > 1)
        .map(word => word.slice(0, 20))
        .slice(0, 20),
    );
    if (parts.size === 0) return [];
    const { records } = await this.#reader.query<UserRow>(
      soql.select({
        from: 'User',
        fields: userFields,
        where: soql.and(
          soql.eq('UserType', 'Standard'),
          soql.or(
            ...[...parts].flatMap(word => [
              soql.contains('Name', word),
              // the first letters find what was misspelt after them
              soql.startsWith('FirstName', word.slice(0, 3)),
              soql.startsWith('LastName', word.slice(0, 3)),
            ]),
          ),
        ),
        orderBy: [{ field: 'IsActive', direction: 'DESC' }, { field: 'Name' }],
        limit: suggestionsRead,
      }),
    );
    return records;
  }

  #logins(where: SoqlCondition): Promise<UserLoginRow[]> {
    return readAllPages<UserLoginRow>({
      reader: this.#reader,
      query: soql.select({
        from: 'UserLogin',
        fields: ['Id', 'UserId', 'IsFrozen'],
        where,
      }),
    });
  }
}

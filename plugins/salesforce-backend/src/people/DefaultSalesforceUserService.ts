import {
  SalesdeskError,
  type AssignedAccess,
  type OrgSummary,
  type SalesforceUser,
  type SalesforceUserList,
} from '@salesdesk/backstage-plugin-salesforce-common';
import {
  soql,
  type SalesforceRecord,
  type SoqlCondition,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { longestList } from '../gateway';
import type { GatewayProvider } from '../orgs/GatewayProvider';
import { recordUrls } from '../orgs/recordUrl';
import { matchKeysOf, UserIndex } from './matchUsers';
import type { CatalogPerson, PersonService } from './PersonService';
import type { SalesforceUserService } from './SalesforceUserService';
import { TimedCache } from './TimedCache';
import { conditionsFor, userKeysOf } from './userConditions';

interface UserRow extends SalesforceRecord {
  Id: string;
  Name: string;
  Username: string;
  Email: string;
  FederationIdentifier: string | null;
  IsActive: boolean;
  LastLoginDate: string | null;
  Profile: { Name: string; UserLicense: { Name: string } | null } | null;
  UserRole: { Name: string } | null;
  PermissionSetAssignments: { records: AssignmentRow[] } | null;
}

interface AssignmentRow {
  ExpirationDate: string | null;
  PermissionSetId: string | null;
  PermissionSet: { Label: string; Type: string } | null;
  PermissionSetGroupId: string | null;
  PermissionSetGroup: { MasterLabel: string } | null;
}

/** What the service needs. */
export interface DefaultSalesforceUserServiceOptions {
  people: PersonService;
  gateways: GatewayProvider;
  listOrgs(): Promise<OrgSummary[]>;
  /** When a scheduled unfreeze of this user will run, ISO 8601. */
  frozenUntil(options: {
    orgId: string;
    userId: string;
  }): Promise<string | undefined>;
  /** `salesforce.matching.byEmail` */
  byEmail: boolean;
  now: () => Date;
}

const userFields = [
  'Id',
  'Name',
  'Username',
  'Email',
  'FederationIdentifier',
  'IsActive',
  'LastLoginDate',
  'Profile.Name',
  'Profile.UserLicense.Name',
  'UserRole.Name',
  {
    relationship: 'PermissionSetAssignments',
    fields: [
      'ExpirationDate',
      'PermissionSetId',
      'PermissionSet.Label',
      'PermissionSet.Type',
      'PermissionSetGroupId',
      'PermissionSetGroup.MasterLabel',
    ],
    // every profile owns a set of its own, which nobody assigned
    where: soql.eq('PermissionSet.IsOwnedByProfile', false),
  },
];

/** @see SalesforceUserService */
export class DefaultSalesforceUserService implements SalesforceUserService {
  readonly #options: DefaultSalesforceUserServiceOptions;
  readonly #known: TimedCache<{ id: string; username: string } | undefined>;

  static create(
    options: DefaultSalesforceUserServiceOptions,
  ): DefaultSalesforceUserService {
    return new DefaultSalesforceUserService(options);
  }

  private constructor(options: DefaultSalesforceUserServiceOptions) {
    this.#options = options;
    this.#known = new TimedCache({
      now: options.now,
      lifetime: 5 * 60_000,
      maximum: 20_000,
    });
  }

  async ofPerson(options: { personRef: string }): Promise<SalesforceUserList> {
    const person = await this.#find(options.personRef);
    const orgs = await this.#options.listOrgs();
    const { ref, displayName, email, picture } = person;
    return {
      person: {
        ref,
        displayName,
        ...(email ? { email } : {}),
        ...(picture ? { picture } : {}),
      },
      items: await Promise.all(
        orgs
          .filter(({ status }) => status !== 'disconnected')
          .map(org => this.#view(person, org)),
      ),
    };
  }

  async userIdOf(options: {
    personRef: string;
    orgId: string;
  }): Promise<string | undefined> {
    return (await this.#knownUser(options))?.id;
  }

  async usernameOf(options: {
    personRef: string;
    orgId: string;
  }): Promise<string | undefined> {
    return (await this.#knownUser(options))?.username;
  }

  async #knownUser(options: {
    personRef: string;
    orgId: string;
  }): Promise<{ id: string; username: string } | undefined> {
    const { personRef, orgId } = options;
    const person = await this.#options.people.find(personRef);
    if (!person) return undefined;
    const linked = person.links?.userOf(orgId, person.ref) ?? '';
    const known = await this.#known.get(
      `${orgId} ${person.ref} ${linked}`,
      () => this.#ask(person, orgId),
    );
    // settled meanwhile to be somebody else's
    const owner = known && person.links?.personOf(orgId, known.id);
    return owner && owner !== person.ref ? undefined : known;
  }

  async #ask(
    person: CatalogPerson,
    orgId: string,
  ): Promise<{ id: string; username: string } | undefined> {
    const { gateway } = await this.#options.gateways.connect(orgId);
    const condition = this.#conditionOf(person, orgId);
    if (!condition) return undefined;
    const { records } = await gateway.query<UserRow>(
      soql.select({
        from: 'User',
        fields: ['Id', 'Username', 'Email', 'FederationIdentifier'],
        where: condition,
      }),
    );
    const row = await this.#choose(person, orgId, records);
    return row && { id: row.Id, username: row.Username };
  }

  async #find(ref: string): Promise<CatalogPerson> {
    const person = await this.#options.people.find(ref);
    if (!person) {
      throw new SalesdeskError(
        'NotFoundError',
        `The catalog has no person '${ref}'`,
        { code: 'not_found' },
      );
    }
    return person;
  }

  async #view(person: CatalogPerson, org: OrgSummary): Promise<SalesforceUser> {
    const shown = { org: org.id, orgTitle: org.title };
    try {
      const found = await this.#read(person, org.id);
      if (!found) return { ...shown, status: 'none' };
      // where users share an address, it says nothing of who they are
      const email = org.usernamesAreEmails ? found.username : found.email;
      return { ...shown, ...found, email };
    } catch (error) {
      return {
        ...shown,
        status: 'unknown',
        problem:
          error instanceof SalesdeskError
            ? error.message
            : 'The org could not be asked',
      };
    }
  }

  async #read(
    person: CatalogPerson,
    orgId: string,
  ): Promise<Omit<SalesforceUser, 'org' | 'orgTitle'> | undefined> {
    const { gateway, org } = await this.#options.gateways.connect(orgId);
    const condition = this.#conditionOf(person, orgId);
    if (!condition) return undefined;
    const [users, frozen] = await gateway.batch([
      soql.select({ from: 'User', fields: userFields, where: condition }),
      soql.select({
        from: 'UserLogin',
        fields: ['UserId'],
        where: soql.and(
          soql.eq('IsFrozen', true),
          soql.inQuery(
            'UserId',
            soql.select({ from: 'User', fields: ['Id'], where: condition }),
          ),
        ),
      }),
    ]);
    const row = await this.#choose(person, orgId, users.records as UserRow[]);
    if (!row) return undefined;
    const isFrozen = frozen.records.some(({ UserId }) => UserId === row.Id);
    const frozenUntil = isFrozen
      ? await this.#options.frozenUntil({ orgId, userId: row.Id })
      : undefined;
    return {
      status: statusOf(row, isFrozen),
      id: row.Id,
      name: row.Name,
      username: row.Username,
      email: row.Email,
      ...(row.Profile ? { profile: row.Profile.Name } : {}),
      ...(row.UserRole ? { role: row.UserRole.Name } : {}),
      // an inactive user holds no licence, whatever the profile says
      ...(row.IsActive && row.Profile?.UserLicense
        ? { license: row.Profile.UserLicense.Name }
        : {}),
      ...(row.LastLoginDate
        ? { lastLoginAt: new Date(row.LastLoginDate).toISOString() }
        : {}),
      ...(frozenUntil ? { frozenUntil } : {}),
      permissionSets: toAccess(row.PermissionSetAssignments?.records ?? []),
      url: recordUrls(org.instanceUrl)('User', row.Id),
    };
  }

  #conditionOf(
    person: CatalogPerson,
    orgId: string,
  ): SoqlCondition | undefined {
    const { byEmail } = this.#options;
    const [condition] = conditionsFor({
      keys: userKeysOf(matchKeysOf({ person, orgId, byEmail })),
      longest: longestList,
    });
    return condition;
  }

  /** The user who is the person's, and not rather somebody else's. */
  async #choose(
    person: CatalogPerson,
    orgId: string,
    rows: UserRow[],
  ): Promise<UserRow | undefined> {
    const { byEmail, people } = this.#options;
    const user = new UserIndex(
      rows.map(row => ({
        row,
        id: row.Id,
        username: row.Username,
        email: row.Email ?? '',
        federationId: row.FederationIdentifier,
      })),
    ).choose(matchKeysOf({ person, orgId, byEmail }));
    if (!user) return undefined;
    const persons = await people.personsOfUsers({ orgId, users: [user] });
    return persons.get(user.id) === person.ref ? user.row : undefined;
  }
}

function statusOf(row: UserRow, isFrozen: boolean): SalesforceUser['status'] {
  if (!row.IsActive) return 'inactive';
  return isFrozen ? 'frozen' : 'active';
}

function toAccess(rows: AssignmentRow[]): AssignedAccess[] {
  const access = new Map<string, AssignedAccess>();
  for (const row of rows) {
    const group = row.PermissionSetGroupId;
    const id = group ?? row.PermissionSetId;
    const label = group
      ? row.PermissionSetGroup?.MasterLabel
      : row.PermissionSet?.Label;
    if (!id || !label) continue;
    access.set(id, {
      id,
      label,
      kind: group ? 'permission_set_group' : 'permission_set',
      ...(row.ExpirationDate
        ? { expiresAt: new Date(row.ExpirationDate).toISOString() }
        : {}),
    });
  }
  return [...access.values()].sort((left, right) =>
    left.label.localeCompare(right.label),
  );
}

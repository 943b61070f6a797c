import type { CatalogPerson, MatchableUser } from './PersonService';

/** On a User of the catalog: their Salesforce username, in every org. */
export const usernameAnnotation = 'salesdesk.io/salesforce-username';

/** On a User of the catalog, followed by `.` and the org's id: the user's id. */
export const userIdAnnotation = 'salesdesk.io/salesforce-user-id';

/** On a User or a Group of the catalog: entity ref of the manager. */
export const managerAnnotation = 'salesdesk.io/manager';

/** How a person's Salesforce user is looked for in an org, in order of trust. */
export interface MatchKeys {
  /** When somebody wrote it down, nothing else counts. */
  explicit?: { id: string } | { username: string };
  federationId: string;
  /** The e-mail address, as a username. */
  username?: string;
  /** The e-mail address alone; only where the configuration allows it. */
  email?: string;
}

/** What to look for in an org to find the Salesforce user of a person. Pure. */
export function matchKeysOf(options: {
  person: CatalogPerson;
  orgId: string;
  byEmail: boolean;
}): MatchKeys {
  const { person, orgId, byEmail } = options;
  const id = person.annotations[`${userIdAnnotation}.${orgId}`];
  const username = person.annotations[usernameAnnotation];
  return {
    federationId: person.name,
    ...(id ? { explicit: { id } } : {}),
    ...(!id && username ? { explicit: { username } } : {}),
    ...(person.email ? { username: person.email } : {}),
    ...(person.email && byEmail ? { email: person.email } : {}),
  };
}

/** Users by everything that tells who they are. */
export class UserIndex<TUser extends MatchableUser> {
  readonly #byId = new Map<string, TUser[]>();
  readonly #byUsername = new Map<string, TUser[]>();
  readonly #byFederationId = new Map<string, TUser[]>();
  readonly #byEmail = new Map<string, TUser[]>();

  constructor(users: Iterable<TUser>) {
    for (const user of users) {
      // ids differ in their first fifteen characters, upper and lower case
      add(this.#byId, user.id.slice(0, 15), user);
      add(this.#byUsername, user.username.toLowerCase(), user);
      add(this.#byEmail, user.email.toLowerCase(), user);
      if (user.federationId) {
        add(this.#byFederationId, user.federationId.toLowerCase(), user);
      }
    }
  }

  /**
   * The one user that is the person's, or undefined. An address alone counts
   * only where it is wanted and where one user alone has it: addresses are
   * shared, forwarded and given to the next person.
   */
  choose(keys: MatchKeys): TUser | undefined {
    const { explicit, federationId, username, email } = keys;
    if (explicit) {
      return 'id' in explicit
        ? only(this.#byId.get(explicit.id.slice(0, 15)))
        : only(this.#byUsername.get(explicit.username.toLowerCase()));
    }
    const federated = this.#byFederationId.get(federationId.toLowerCase());
    if (federated) return only(federated);
    return (
      (username && only(this.#byUsername.get(username.toLowerCase()))) ||
      (email && only(this.#byEmail.get(email.toLowerCase()))) ||
      undefined
    );
  }
}

function add<TUser>(map: Map<string, TUser[]>, key: string, user: TUser): void {
  const users = map.get(key);
  if (users) users.push(user);
  else map.set(key, [user]);
}

function only<TUser>(users: TUser[] | undefined): TUser | undefined {
  return users?.length === 1 ? users[0] : undefined;
}

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
  /** The e-mail address alone: it proposes, and never decides. */
  email?: string;
  /** Whether a user was settled to be somebody else's. */
  isTaken?(userId: string): boolean;
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
  const { links } = person;
  const explicit = explicitKey({
    id: id || links?.userOf(orgId, person.ref),
    username,
  });
  return {
    federationId: person.name,
    ...(explicit ? { explicit } : {}),
    ...(person.email ? { username: person.email } : {}),
    ...(person.email && byEmail ? { email: person.email } : {}),
    ...(links
      ? {
          isTaken: (userId: string) =>
            (links.personOf(orgId, userId) ?? person.ref) !== person.ref,
        }
      : {}),
  };
}

function explicitKey(options: {
  id: string | undefined;
  username: string | undefined;
}): MatchKeys['explicit'] {
  const { id, username } = options;
  if (id) return { id };
  return username ? { username } : undefined;
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
   * The one user that is the person's, or undefined. An address alone never
   * counts: addresses are shared, forwarded and given to the next person.
   */
  choose(keys: MatchKeys): TUser | undefined {
    const found = this.#find(keys)?.user;
    return found && !keys.isTaken?.(found.id) ? found : undefined;
  }

  /** By what the person's user is recognised. */
  reasonFor(keys: MatchKeys): MatchReason | undefined {
    return this.choose(keys) && this.#find(keys)?.reason;
  }

  /**
   * Users that only share the person's address, where none is recognised:
   * somebody has to say which of them it is, if any.
   */
  propose(keys: MatchKeys): TUser[] {
    if (!keys.email || this.choose(keys)) return [];
    return (this.#byEmail.get(keys.email.toLowerCase()) ?? []).filter(
      user => !keys.isTaken?.(user.id),
    );
  }

  #find(
    keys: MatchKeys,
  ): { user: TUser | undefined; reason: MatchReason } | undefined {
    const { explicit, federationId, username } = keys;
    if (explicit) {
      const users =
        'id' in explicit
          ? this.#byId.get(explicit.id.slice(0, 15))
          : this.#byUsername.get(explicit.username.toLowerCase());
      return { user: only(users), reason: 'explicit' };
    }
    const federated = this.#byFederationId.get(federationId.toLowerCase());
    if (federated) return { user: only(federated), reason: 'federation_id' };
    return username
      ? {
          user: only(this.#byUsername.get(username.toLowerCase())),
          reason: 'username',
        }
      : undefined;
  }
}

/** By what a Salesforce user is recognised as a person's. */
export type MatchReason = 'explicit' | 'federation_id' | 'username';

function add<TUser>(map: Map<string, TUser[]>, key: string, user: TUser): void {
  const users = map.get(key);
  if (users) users.push(user);
  else map.set(key, [user]);
}

function only<TUser>(users: TUser[] | undefined): TUser | undefined {
  return users?.length === 1 ? users[0] : undefined;
}

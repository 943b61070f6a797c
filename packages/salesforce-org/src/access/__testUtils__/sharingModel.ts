import { SeededRandom } from '../../data/SeededRandom';

/*
 * A company in a few numbers, and the plain reading of Salesforce's sharing
 * rules for it: sets of people, worked out from scratch for every record. It
 * shares no code with the access model, which it is there to check.
 */

export interface Group {
  readonly name: string;
  readonly type: 'Regular' | 'Queue';
  readonly bosses: boolean;
  /** Indexes into users, roles and groups (earlier ones only). */
  readonly users: readonly number[];
  readonly roles: readonly { role: number; subordinates: boolean }[];
  readonly groups: readonly number[];
}

/** `{ user: 3 }`, `{ group: 1 }` or `{ role: 2, subordinates: true }`. */
export type Grantee =
  | { readonly user: number }
  | { readonly group: number }
  | { readonly role: number; readonly subordinates: boolean };

export interface Share {
  readonly to: Grantee;
  readonly level: 1 | 2;
}

export interface ModelRecord {
  readonly object: 'Account' | 'Opportunity' | 'Contact' | 'Case' | 'Task';
  readonly owner: Grantee;
  /** Index of the account, for everything but accounts; or of what a task is about. */
  readonly parent?: number;
  readonly shares: readonly Share[];
}

export interface Company {
  /** Index of the parent role, or null. Parents come first. */
  readonly roles: readonly (number | null)[];
  /** `None`, `Read` or `Edit`, by role: what owners of accounts get. */
  readonly childAccess: readonly (0 | 1 | 2)[];
  /** Index of the role of each user, or null. */
  readonly users: readonly (number | null)[];
  readonly groups: readonly Group[];
  readonly records: readonly ModelRecord[];
}

/** Makes up a small company with a bit of everything. */
export function inventCompany(seed: number): Company {
  const random = new SeededRandom(seed);
  const upTo = (count: number) => random.integer(0, count - 1);
  const roles = Array.from({ length: random.integer(1, 6) }, (_, index) =>
    index === 0 || random.chance(0.15) ? null : upTo(index),
  );
  const users = Array.from({ length: random.integer(2, 7) }, () =>
    random.chance(0.15) ? null : upTo(roles.length),
  );
  const some = (count: number) =>
    random.sample(
      [...Array(count).keys()],
      random.integer(0, Math.min(2, count)),
    );
  const groups = Array.from(
    { length: random.integer(1, 4) },
    (_, index): Group => ({
      name: `Group ${index}`,
      type: index === 0 ? 'Queue' : 'Regular',
      bosses: random.chance(0.6),
      users: some(users.length),
      roles: some(roles.length).map(role => ({
        role,
        subordinates: random.chance(0.5),
      })),
      groups: some(index).filter(group => group > 0),
    }),
  );
  const grantee = (): Grantee => {
    const draw = random.next();
    if (draw < 0.4) return { user: upTo(users.length) };
    if (draw < 0.7) return { group: upTo(groups.length) };
    return { role: upTo(roles.length), subordinates: random.chance(0.5) };
  };
  const shares = (): Share[] =>
    Array.from(
      { length: random.chance(0.5) ? 0 : random.integer(1, 2) },
      () => ({
        to: grantee(),
        level: random.chance(0.5) ? 1 : 2,
      }),
    );
  const owner = () => ({ user: upTo(users.length) });
  const accounts = Array.from(
    { length: random.integer(1, 4) },
    (): ModelRecord => ({
      object: 'Account',
      owner: owner(),
      shares: shares(),
    }),
  );
  const child = (object: ModelRecord['object']): ModelRecord => ({
    object,
    owner: object === 'Case' && random.chance(0.3) ? { group: 0 } : owner(),
    parent: random.chance(0.85) ? upTo(accounts.length) : undefined,
    shares: object === 'Opportunity' || object === 'Case' ? shares() : [],
  });
  return {
    roles,
    childAccess: roles.map(() => random.pick([0, 1, 2] as const)),
    users,
    groups,
    records: [
      ...accounts,
      ...Array.from({ length: random.integer(1, 8) }, () =>
        child(random.pick(['Opportunity', 'Contact', 'Case', 'Task'])),
      ),
    ],
  };
}

/** Users whose role is strictly above the role of a user. */
function bossesOf(company: Company, user: number): Set<number> {
  const bosses = new Set<number>();
  const role = company.users[user];
  for (
    let above = role === null ? null : company.roles[role];
    above !== null;
    above = company.roles[above]
  ) {
    company.users.forEach((other, index) => {
      if (other === above) bosses.add(index);
    });
  }
  return bosses;
}

function usersInRole(
  company: Company,
  role: number,
  subordinates: boolean,
): number[] {
  const isBelow = (candidate: number | null): boolean =>
    candidate !== null &&
    (candidate === role || (subordinates && isBelow(company.roles[candidate])));
  return [...company.users.keys()].filter(user => isBelow(company.users[user]));
}

/** Members of a group, at any depth, without anybody's bosses. */
function membersOf(company: Company, group: number): Set<number> {
  const { users, roles, groups } = company.groups[group];
  return new Set([
    ...users,
    ...roles.flatMap(({ role, subordinates }) =>
      usersInRole(company, role, subordinates),
    ),
    ...groups.flatMap(inner => [...membersOf(company, inner)]),
  ]);
}

/** Everybody who gets what is given to a grantee. */
function audienceOf(company: Company, to: Grantee): Set<number> {
  const withBosses = (users: Iterable<number>) =>
    new Set([...users].flatMap(user => [user, ...bossesOf(company, user)]));
  if ('user' in to) return withBosses([to.user]);
  if ('role' in to) {
    return withBosses(usersInRole(company, to.role, to.subordinates));
  }
  const members = membersOf(company, to.group);
  return company.groups[to.group].bosses ? withBosses(members) : members;
}

/** 0 nothing, 1 read, 2 edit, 3 everything: what sharing opens to a user. */
export function expectedLevel(
  company: Company,
  user: number,
  index: number,
): number {
  const record = company.records[index];
  const owns = audienceOf(company, record.owner).has(user) ? 3 : 0;
  const shared = Math.max(
    0,
    ...record.shares
      .filter(({ to }) => audienceOf(company, to).has(user))
      .map(({ level }) => level),
  );
  const asAccountOwner = accountOwnerLevel(company, user, record);
  switch (record.object) {
    case 'Account': {
      const readsOpportunity = company.records.some(
        other =>
          other.object === 'Opportunity' &&
          other.parent === index &&
          (audienceOf(company, other.owner).has(user) ||
            other.shares.some(({ to }) => audienceOf(company, to).has(user))),
      );
      return Math.max(owns, shared, readsOpportunity ? 1 : 0);
    }
    case 'Opportunity':
      return Math.max(owns, shared, asAccountOwner);
    case 'Case':
      return Math.max(owns, shared, asAccountOwner, 1);
    case 'Contact':
      return record.parent === undefined
        ? owns
        : Math.max(expectedLevel(company, user, record.parent), asAccountOwner);
    default: {
      const about =
        record.parent !== undefined &&
        expectedLevel(company, user, record.parent) >= 1;
      return Math.max(owns, about ? 1 : 0);
    }
  }
}

/** What the role of the account's owner opens to them and their bosses. */
function accountOwnerLevel(
  company: Company,
  user: number,
  record: ModelRecord,
): number {
  if (record.parent === undefined || record.object === 'Task') return 0;
  const { owner } = company.records[record.parent];
  if (!('user' in owner)) return 0;
  const role = company.users[owner.user];
  return role !== null && audienceOf(company, owner).has(user)
    ? company.childAccess[role]
    : 0;
}

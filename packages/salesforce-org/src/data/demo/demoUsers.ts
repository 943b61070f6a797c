import type { LoadContext } from '../LoadContext';
import { inventPeople, type InventedPerson } from '../people/inventPeople';
import { UniqueNames } from '../people/UniqueNames';
import type { UserSpec } from '../people/UserSpec';
import { demoPeople, type DemoPerson } from './demoPeople';
import { demoServiceSpecs } from './demoServiceUsers';

/** Users of the demo org by what the story needs of them. */
export interface DemoUsers {
  readonly specs: readonly UserSpec[];
  /** Usernames of those who hold a full Salesforce licence and are active. */
  readonly invented: readonly string[];
  readonly inactive: readonly string[];
}

/** How many active users of each licence, and how many inactive ones. */
const activeSalesforce = 122;
const activePlatform = 20;
const inactiveBefore2025 = 11;
const inactiveSince = 20;

const departments: readonly (readonly [number, Partial<UserSpec>])[] = [
  [
    15,
    {
      profile: 'Standard User',
      role: 'Account Executive EMEA',
      title: 'Account Executive',
      department: 'Sales',
      manager: 'klaus.richter@acme.com',
    },
  ],
  [
    6,
    {
      profile: 'Standard User',
      role: 'RevOps',
      title: 'Revenue Operations Analyst',
      department: 'Revenue Operations',
      manager: 'victoria.lang@acme.com',
    },
  ],
  [
    14,
    {
      profile: 'Standard User',
      role: 'Customer Support North America',
      title: 'Support Engineer',
      department: 'Customer Service',
      manager: 'pat.default@acme.com',
    },
  ],
  [
    12,
    {
      profile: 'Standard User',
      role: 'Customer Support International',
      title: 'Support Engineer',
      department: 'Customer Service',
      manager: 'rosa.jimenez@acme.com',
    },
  ],
  [
    8,
    {
      profile: 'Marketing User',
      title: 'Marketing Manager',
      department: 'Marketing',
    },
  ],
  [
    5,
    {
      profile: 'Contract Manager',
      title: 'Contract Manager',
      department: 'Legal',
    },
  ],
  [
    5,
    {
      profile: 'Solution Manager',
      title: 'Knowledge Lead',
      department: 'Customer Service',
    },
  ],
  [9, { profile: 'Read Only', title: 'Analyst', department: 'Finance' }],
  [
    6,
    {
      profile: 'Minimum Access - Salesforce',
      title: 'Contractor',
      department: 'Operations',
    },
  ],
];

const everybodyElse: Partial<UserSpec> = {
  profile: 'Standard User',
  title: 'Sales Engineer',
  department: 'Engineering',
  manager: 'tobias.fenn@acme.com',
};

/** Describes every user of the demo org: 175, of whom 144 are active. */
export function demoUsers(context: LoadContext): DemoUsers {
  const { random } = context;
  const addresses = new UniqueNames({
    taken: demoPeople.map(({ email }) => email),
  });
  const invent = (count: number) =>
    inventPeople({ random, count, domain: 'acme.com', addresses });
  const named = demoPeople.flatMap(person => namedSpec(context, person) ?? []);
  const isFull = (spec: UserSpec) =>
    spec.isActive && spec.profile !== 'Standard Platform User';

  const jobs = departments.flatMap(([count, job]) => Array(count).fill(job));
  const salesforce = invent(activeSalesforce - named.filter(isFull).length).map(
    (person, index) =>
      activeSpec(context, person, { ...everybodyElse, ...jobs[index] }, index),
  );
  const platform = invent(activePlatform - 1).map((person, index) =>
    activeSpec(
      context,
      person,
      {
        profile: 'Standard Platform User',
        title: 'Warehouse Planner',
        department: 'Operations',
      },
      index + 1000,
    ),
  );
  const gone = [
    ...invent(inactiveBefore2025 - 1).map(person =>
      inactiveSpec(context, person, longGone(context)),
    ),
    ...invent(inactiveSince).map((person, index) =>
      inactiveSpec(context, person, index < 3 ? null : recentlyGone(context)),
    ),
  ];
  return {
    specs: [
      ...named,
      ...salesforce,
      ...platform,
      ...gone,
      ...demoServiceSpecs(context),
    ],
    invented: salesforce.map(({ email }) => email),
    inactive: gone.map(({ email }) => email),
  };
}

function namedSpec(
  { random, time }: LoadContext,
  person: DemoPerson,
): UserSpec | undefined {
  const { salesforce, firstName, lastName, email } = person;
  if (!salesforce) {
    return undefined;
  }
  const { inactive = false } = salesforce;
  return {
    firstName,
    lastName,
    email,
    profile: salesforce.profile,
    role: salesforce.role,
    title: salesforce.title,
    department: salesforce.department,
    manager: salesforce.manager,
    isActive: !inactive,
    lastLogin: inactive
      ? '2024-08-19T09:12:44.000+0000'
      : time.datetime(-0.1 - random.next() * 6),
    created: inactive
      ? '2021-03-01T08:00:00.000+0000'
      : time.datetime(-200 - random.next() * 1400),
    timeZone: salesforce.timeZone ?? 'America/New_York',
    locale: salesforce.locale ?? 'en_US',
    language: 'en_US',
    country: salesforce.country ?? 'United States',
  };
}

function activeSpec(
  { random, time }: LoadContext,
  { firstName, lastName, email, culture }: InventedPerson,
  job: Partial<UserSpec>,
  index: number,
): UserSpec {
  const age = 60 + random.next() * 1600;
  return {
    firstName,
    lastName,
    email,
    profile: 'Standard User',
    ...job,
    isActive: true,
    lastLogin: lastLoginOf({ random, time }, index, age),
    created: time.datetime(-age),
    timeZone: random.pick(culture.timeZones),
    locale: culture.locale,
    language: culture.language,
    country: culture.country,
    isFrozen: index % 60 === 44,
  };
}

/** One in eight has not logged in for 90 days, one in 25 never has. */
function lastLoginOf(
  { random, time }: Pick<LoadContext, 'random' | 'time'>,
  index: number,
  age: number,
): string | null {
  if (index % 25 === 24) {
    return null;
  }
  return index % 8 === 7
    ? time.datetime(-Math.min(age, 92 + random.next() * 200))
    : time.datetime(-0.05 - random.next() ** 2 * 30);
}

function inactiveSpec(
  { random, time }: LoadContext,
  { firstName, lastName, email, culture }: InventedPerson,
  lastLogin: string | null,
): UserSpec {
  return {
    firstName,
    lastName,
    email,
    profile: random.pick([
      'Standard User',
      'Standard User',
      'Read Only',
      'Standard Platform User',
      'Marketing User',
    ]),
    title: random.pick(['Account Executive', 'Analyst', 'Support Engineer']),
    department: random.pick(['Sales', 'Finance', 'Customer Service']),
    isActive: false,
    lastLogin,
    created:
      lastLogin && lastLogin < '2025'
        ? '2020-05-04T07:30:00.000+0000'
        : time.datetime(-720),
    timeZone: random.pick(culture.timeZones),
    locale: culture.locale,
    language: culture.language,
    country: culture.country,
  };
}

/** Left before 2025: not relative, because people ask by that date. */
function longGone({ random }: LoadContext): string {
  const time = Date.UTC(2023, 6, 1) + random.next() * 540 * 86_400_000;
  return new Date(time).toISOString().replace('Z', '+0000');
}

/** Left later, and never before 2025. */
function recentlyGone({ random, time }: LoadContext): string {
  const left = time.datetime(-20 - random.next() * 400);
  return left < '2025-01-02' ? '2025-01-02T10:00:00.000+0000' : left;
}

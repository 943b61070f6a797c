/**
 * The people of the demo company whom scenarios and the demo host know by
 * name. The host's catalog is made from the same list, so that both describe
 * one company; everybody else in the org is made up around them.
 */
export interface DemoPerson {
  /** Name of the User entity in the catalog: `user:default/erin.walsh`. */
  readonly entityName: string;
  /** Null where the whole name stands in the last name. */
  readonly firstName: string | null;
  readonly lastName: string;
  readonly email: string;
  /** Null for people without a Salesforce user. */
  readonly salesforce: {
    readonly profile: string;
    readonly role?: string;
    readonly title: string;
    readonly department: string;
    /** E-mail address of the manager. */
    readonly manager?: string;
    readonly country?: string;
    readonly timeZone?: string;
    readonly locale?: string;
    readonly inactive?: boolean;
  } | null;
  /** Whether the demo host lets them sign in. */
  readonly maySignIn?: boolean;
  /** Names of the catalog groups that they belong to. */
  readonly groups: readonly string[];
}

const salesDirectorNa = 'priya.raman@acme.com';
const salesDirectorEmea = 'klaus.richter@acme.com';
const headOfSales = 'victoria.lang@acme.com';
const chief = 'margaret.stone@acme.com';
const chiefTechnology = 'tobias.fenn@acme.com';

const accountExecutiveNa = {
  profile: 'Standard User',
  role: 'Account Executive NA',
  title: 'Account Executive',
  department: 'Sales',
  manager: salesDirectorNa,
};

const accountExecutiveEmea = {
  profile: 'Standard User',
  role: 'Account Executive EMEA',
  title: 'Account Executive',
  department: 'Sales',
  manager: salesDirectorEmea,
  country: 'Germany',
  timeZone: 'Europe/Berlin',
  locale: 'en_GB',
};

const engineer = {
  profile: 'Standard User',
  title: 'Sales Engineer',
  department: 'Engineering',
  manager: chiefTechnology,
};

/** Somebody of whom only name, address, user and groups matter. */
function person(
  firstName: string | null,
  lastName: string,
  address: string,
  salesforce: DemoPerson['salesforce'],
  groups: readonly string[] = [],
): DemoPerson {
  const email = `${address}@acme.com`;
  const entityName = address.includes('.')
    ? address
    : `${firstName ?? ''}.${lastName}`.toLowerCase();
  return { entityName, firstName, lastName, email, salesforce, groups };
}

const northAmericans: readonly (readonly [string, string, string])[] = [
  ['Maya', 'Thompson', 'maya.thompson'],
  ['Luis', 'Ortega', 'luis.ortega'],
  ['Kwame', 'Mensah', 'kwame.mensah'],
  ['Chloé', 'Tremblay', 'chloe.tremblay'],
  ['Ravi', 'Patel', 'ravi.patel'],
  ['Siobhan', "O'Rourke", 'siobhan.orourke'],
  ['Hannah', 'Goldberg', 'hannah.goldberg'],
  ['Noah', 'Bennett', 'noah.bennett'],
  ['Yuki', 'Tanaka', 'yuki.tanaka'],
];

/** Everybody whom the demo knows by name. */
export const demoPeople: readonly DemoPerson[] = [
  {
    ...person('Erin', 'Walsh', 'erin.walsh', accountExecutiveNa, ['sales-na']),
    maySignIn: true,
  },
  {
    ...person(
      'Priya',
      'Raman',
      'priya.raman',
      {
        profile: 'Sales Manager',
        role: 'Sales Director NA',
        title: 'Sales Director, North America',
        department: 'Sales',
        manager: headOfSales,
      },
      ['sales-na', 'revops-approvers'],
    ),
    maySignIn: true,
  },
  {
    ...person(
      'Sam',
      'Okafor',
      'sam.okafor',
      {
        profile: 'System Administrator',
        title: 'Salesforce Administrator',
        department: 'IT',
        manager: chiefTechnology,
      },
      ['salesforce-admins'],
    ),
    maySignIn: true,
  },
  {
    ...person('Ines', 'Duarte', 'ines.duarte', null, ['auditors']),
    maySignIn: true,
  },
  {
    ...person(
      'Tom',
      'Becker',
      'tom.becker',
      {
        profile: 'Standard Platform User',
        title: 'Revenue Operations Analyst',
        department: 'Revenue Operations',
      },
      ['revops-approvers'],
    ),
    maySignIn: true,
  },
  person('Marco', 'Bianchi', 'marco', accountExecutiveEmea, ['sales-emea']),
  person('Dan', 'Novak', 'dan', engineer, ['engineering']),
  person('Dan', 'Nowak', 'dan.nowak', engineer, ['engineering']),
  person('Ari', 'Cohen', 'ari', accountExecutiveNa, ['sales-na']),
  person('Jenna', 'Rossi', 'jenna.rossi', null),
  person('Alex', 'Kim', 'alex.kim', engineer, ['engineering']),
  person('Alex', 'Kimura', 'alex.kimura', {
    profile: 'Marketing User',
    title: 'Campaign Manager',
    department: 'Marketing',
  }),
  person('Alexandra', 'Petrova', 'alexandra.petrova', {
    profile: 'Contract Manager',
    title: 'Contract Manager',
    department: 'Legal',
  }),
  person('Seán', "O'Brien", 'sean.obrien', accountExecutiveEmea, [
    'sales-emea',
  ]),
  person('Zoë', 'Müller', 'zoe.mueller', accountExecutiveEmea, ['sales-emea']),
  person(
    null,
    '李 伟',
    'li.wei',
    {
      ...engineer,
      country: 'China',
      timeZone: 'Asia/Shanghai',
      locale: 'zh_CN',
    },
    ['engineering'],
  ),
  person('Ann', 'Lee', 'ann.lee', accountExecutiveNa, ['sales-na']),
  person('Foo', 'Bar', 'foo.bar', {
    profile: 'Marketing User',
    title: 'Marketing Specialist',
    department: 'Marketing',
  }),
  person('Sample', 'User', 'sample.user', {
    profile: 'Standard User',
    title: 'Temporary Worker',
    department: 'Operations',
  }),
  person('Grace', 'Holm', 'grace.holm', {
    profile: 'Standard User',
    title: 'Account Executive',
    department: 'Sales',
    inactive: true,
  }),
  person('Pat', 'Default', 'pat.default', {
    profile: 'Standard User',
    role: 'Customer Support North America',
    title: 'Support Lead',
    department: 'Customer Service',
    manager: 'rosa.jimenez@acme.com',
  }),
  ...northAmericans.map(([firstName, lastName, address]) =>
    person(firstName, lastName, address, accountExecutiveNa, ['sales-na']),
  ),
  person('Margaret', 'Stone', 'margaret.stone', {
    profile: 'Read Only',
    role: 'CEO',
    title: 'Chief Executive Officer',
    department: 'Executive',
  }),
  person('Howard', 'Pike', 'howard.pike', {
    profile: 'Read Only',
    role: 'CFO',
    title: 'Chief Financial Officer',
    department: 'Finance',
    manager: chief,
  }),
  person('Leila', 'Rahimi', 'leila.rahimi', {
    profile: 'Read Only',
    role: 'COO',
    title: 'Chief Operating Officer',
    department: 'Operations',
    manager: chief,
  }),
  person('Tobias', 'Fenn', 'tobias.fenn', {
    profile: 'Standard User',
    role: 'CTO',
    title: 'Chief Technology Officer',
    department: 'Engineering',
    manager: chief,
  }),
  person('Victoria', 'Lang', 'victoria.lang', {
    profile: 'Sales Manager',
    role: 'SVP Sales',
    title: 'Senior Vice President, Sales',
    department: 'Sales',
    manager: chief,
  }),
  person(
    'Klaus',
    'Richter',
    'klaus.richter',
    {
      profile: 'Sales Manager',
      role: 'Sales Director EMEA',
      title: 'Sales Director, EMEA',
      department: 'Sales',
      manager: headOfSales,
      country: 'Germany',
      timeZone: 'Europe/Berlin',
      locale: 'de_DE',
    },
    ['sales-emea'],
  ),
  person('Rosa', 'Jiménez', 'rosa.jimenez', {
    profile: 'Solution Manager',
    role: 'SVP Customer Service',
    title: 'Senior Vice President, Customer Service',
    department: 'Customer Service',
    manager: chief,
  }),
  person('Noor', 'Haddad', 'noor.haddad', {
    profile: 'System Administrator',
    title: 'Salesforce Administrator',
    department: 'IT',
    manager: chiefTechnology,
  }),
  person('Viktor', 'Lindqvist', 'viktor.lindqvist', {
    profile: 'System Administrator',
    title: 'Business Systems Lead',
    department: 'IT',
    manager: chiefTechnology,
  }),
];

/** A person of the demo by the part of the address before the @. */
export function demoPerson(address: string): DemoPerson {
  const found = demoPeople.find(({ email }) => email === `${address}@acme.com`);
  if (!found) {
    throw new Error(`The demo knows nobody at '${address}'`);
  }
  return found;
}

/** Groups of the catalog, with the titles that people see. */
export const demoGroups: Readonly<Record<string, string>> = {
  'sales-na': 'North America Sales',
  'sales-emea': 'EMEA Sales',
  'revops-approvers': 'RevOps approvers',
  'salesforce-admins': 'Salesforce admins',
  auditors: 'Auditors',
  engineering: 'Engineering',
};

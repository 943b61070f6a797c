import type { Foundation } from '../foundation/foundation';
import { integrationPermissionSet } from '../foundation/integrationPermissions';
import { loadPermissionSetLicenses } from '../foundation/licenses';
import {
  loadPermissionSetGroups,
  loadPermissionSets,
} from '../foundation/permissionSets';
import { API_INTEGRATION_LICENSE } from '../../rules/permissions/licensePolicies';
import { idOfName, type LoadContext } from '../LoadContext';
import {
  assignPermissionSet,
  assignPermissionSetGroup,
  assignPermissionSetLicense,
  loadGroup,
} from '../people/access';
import { demoPeople } from './demoPeople';
import {
  demoPermissionSetGroups,
  demoPermissionSetLicenses,
  demoPermissionSets,
  SALES_CLOUD_EINSTEIN_LICENSE,
} from './demoPermissionSets';
import { demoServiceUsers } from './demoServiceUsers';
import type { DemoUsers } from './demoUsers';

/** Of the team, those who lack Sales Cloud Einstein: as many as seats are free. */
const withoutEinstein = new Set([
  'erin.walsh@acme.com',
  'ari@acme.com',
  'ann.lee@acme.com',
]);

/** What the rest of the data needs to know of groups. */
export interface DemoGroups {
  readonly vipSupport: string;
  readonly leadTriage: string;
  readonly dealDesk: string;
}

/** Loads permission sets, who holds them, licences, groups and queues. */
export function loadDemoAccess(
  context: LoadContext,
  options: {
    foundation: Foundation;
    users: DemoUsers;
    userIds: ReadonlyMap<string, string>;
  },
): DemoGroups {
  const { users, userIds } = options;
  const ids = (usernames: readonly string[]) =>
    usernames.map(username => idOfName(userIds, username));
  const permissionSetLicenseIds = loadPermissionSetLicenses(
    context,
    demoPermissionSetLicenses,
  );
  const permissionSetIds = loadPermissionSets(context, {
    specs: [...demoPermissionSets, integrationPermissionSet],
    permissionSetLicenseIds,
  });
  const groups = loadPermissionSetGroups(context, {
    specs: demoPermissionSetGroups,
    permissionSetIds,
  });
  const holders = holdersOfPermissionSets(users);
  for (const [label, usernames] of Object.entries(holders)) {
    assignPermissionSet(context, {
      permissionSetId: idOfName(permissionSetIds, label),
      userIds: ids(usernames),
    });
  }
  loadEndingAssignments(context, { users, permissionSetIds, ids });
  for (const [label, usernames] of Object.entries(holdersOfGroups(users))) {
    const group = groups.get(label);
    if (group) {
      assignPermissionSetGroup(context, { group, userIds: ids(usernames) });
    }
  }
  const licences: Readonly<Record<string, readonly string[]>> = {
    [SALES_CLOUD_EINSTEIN_LICENSE]: holders['Sales Cloud Einstein'],
    CRMUserPsl: holders['CRM User'].slice(0, 18),
    [API_INTEGRATION_LICENSE]: Object.values(demoServiceUsers),
  };
  for (const [name, usernames] of Object.entries(licences)) {
    assignPermissionSetLicense(context, {
      licenseId: idOfName(permissionSetLicenseIds, name),
      userIds: ids(usernames),
    });
  }
  loadPackages(context, ids);
  return loadDemoGroups(context, ids, users);
}

/** Usernames of the members of a catalog group. */
function groupMembers(group: string): string[] {
  return demoPeople
    .filter(({ groups, salesforce }) => salesforce && groups.includes(group))
    .map(({ email }) => email);
}

function holdersOfPermissionSets(users: DemoUsers): Record<string, string[]> {
  const { invented, inactive } = users;
  const team = groupMembers('sales-na');
  const einstein = team.filter(username => !withoutEinstein.has(username));
  return {
    // 22 of 25: ten of the team, ten others, and two who have left
    'Sales Cloud Einstein': [
      ...einstein,
      'marco@acme.com',
      'klaus.richter@acme.com',
      ...invented.slice(0, 8),
      'grace.holm@acme.com',
      inactive[0],
    ],
    'Einstein Analytics Plus': [
      'victoria.lang@acme.com',
      ...invented.slice(47, 52),
    ],
    'Einstein Activity Capture': [...team, ...invented.slice(0, 15)],
    'CRM User': [...team, 'marco@acme.com', ...invented.slice(0, 21)],
    'Service Cloud User': ['pat.default@acme.com', ...invented.slice(21, 47)],
    'Contract Approver': [
      'alexandra.petrova@acme.com',
      ...invented.slice(55, 58),
    ],
    'Data Export': ['noor.haddad@acme.com', invented[60]],
    'API Only': [demoServiceUsers.billing],
    'View All Revenue': ['howard.pike@acme.com', 'victoria.lang@acme.com'],
    'Manage Users Lite': ['tobias.fenn@acme.com', invented[75]],
    'Marketing Analytics Reader': [
      'alex.kimura@acme.com',
      ...invented.slice(49, 53),
    ],
    'Salesdesk Integration': [demoServiceUsers.integration],
  };
}

function holdersOfGroups(users: DemoUsers): Record<string, string[]> {
  const { invented } = users;
  return {
    'Marketing Analytics': ['alex.kimura@acme.com', ...invented.slice(47, 49)],
    'Sales Operations': ['priya.raman@acme.com', ...invented.slice(15, 19)],
    'Finance Team Access': ['howard.pike@acme.com', ...invented.slice(65, 68)],
    'Partner Operations': invented.slice(80, 83),
  };
}

/** Grants for a time: two end within a week, one next month. */
function loadEndingAssignments(
  context: LoadContext,
  options: {
    users: DemoUsers;
    permissionSetIds: ReadonlyMap<string, string>;
    ids(usernames: readonly string[]): string[];
  },
): void {
  const { users, permissionSetIds, ids } = options;
  const grants: readonly (readonly [string, string, number])[] = [
    ['View All Revenue', users.invented[70], 3],
    ['Contract Approver', users.invented[71], 6],
    ['Service Cloud User', users.invented[72], 29],
  ];
  for (const [label, username, days] of grants) {
    assignPermissionSet(context, {
      permissionSetId: idOfName(permissionSetIds, label),
      userIds: ids([username]),
      expires: context.time.datetime(days),
    });
  }
}

/** Managed packages: one for everybody, one by seat, one that has run out. */
function loadPackages(
  { org, time }: LoadContext,
  ids: (usernames: readonly string[]) => string[],
): void {
  const created = { CreatedDate: time.datetime(-800) };
  const [, contracts] = org.store.load('PackageLicense', [
    {
      NamespacePrefix: 'dlrs',
      Status: 'Active',
      AllowedLicenses: -1,
      ...created,
    },
    {
      NamespacePrefix: 'apxtconga',
      Status: 'Active',
      AllowedLicenses: 10,
      ExpirationDate: time.datetime(200),
      ...created,
    },
    {
      NamespacePrefix: 'trialapp',
      Status: 'Expired',
      AllowedLicenses: 5,
      ExpirationDate: time.datetime(-40),
      ...created,
    },
  ]);
  org.store.load(
    'UserPackageLicense',
    ids([
      'alexandra.petrova@acme.com',
      'priya.raman@acme.com',
      'erin.walsh@acme.com',
      'grace.holm@acme.com',
    ]).map(userId => ({
      PackageLicenseId: contracts,
      UserId: userId,
      ...created,
    })),
  );
}

function loadDemoGroups(
  context: LoadContext,
  ids: (usernames: readonly string[]) => string[],
  { invented }: DemoUsers,
): DemoGroups {
  const group = (
    name: string,
    type: 'Regular' | 'Queue',
    usernames: readonly string[],
    objects?: readonly string[],
  ) =>
    loadGroup(context, {
      name,
      developerName: name.replace(/ /g, '_'),
      type,
      memberIds: ids(usernames),
      objects,
    });
  group('North America Sales Team', 'Regular', groupMembers('sales-na'));
  group('EMEA Sales Team', 'Regular', [
    ...groupMembers('sales-emea'),
    ...invented.slice(0, 15),
  ]);
  return {
    dealDesk: group('Deal Desk', 'Regular', [
      'alexandra.petrova@acme.com',
      'howard.pike@acme.com',
      ...invented.slice(15, 18),
    ]),
    vipSupport: group(
      'VIP Support',
      'Queue',
      ['pat.default@acme.com', ...invented.slice(21, 26)],
      ['Case'],
    ),
    leadTriage: group(
      'Lead Triage',
      'Queue',
      ['priya.raman@acme.com', ...invented.slice(47, 50)],
      ['Lead'],
    ),
  };
}

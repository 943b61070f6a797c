import {
  queryUsers as declaration,
  type InputOf,
} from '@salesdesk/backstage-plugin-salesforce-common';
import {
  createSalesforceReadAction,
  soql,
  type ActionContext,
  type SalesforceRecord,
  type SoqlCondition,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { userStatus } from '../inventory/userRows';
import { count } from './words';

type Input = InputOf<typeof declaration>;

interface FoundUser extends SalesforceRecord {
  Id: string;
  Name: string;
  Username: string;
  Email: string | null;
  IsActive: boolean;
  LastLoginDate: string | null;
  Profile: { Name: string; UserLicense: { Name: string } | null } | null;
  UserRole: { Name: string } | null;
}

const columns = [
  { name: 'Name', label: 'Name', type: 'string' },
  { name: 'Username', label: 'Username', type: 'string' },
  { name: 'Email', label: 'E-mail address', type: 'email' },
  { name: 'Status', label: 'Status', type: 'string' },
  { name: 'Profile', label: 'Profile', type: 'string' },
  { name: 'Role', label: 'Role', type: 'string' },
  { name: 'License', label: 'Licence', type: 'string' },
  { name: 'LastLoginDate', label: 'Last login', type: 'datetime' },
];

const frozenUsers = soql.select({
  from: 'UserLogin',
  fields: ['UserId'],
  where: soql.eq('IsFrozen', true),
});

/** Finds Salesforce users, and says what their licences have to do with it. */
export const queryUsers = createSalesforceReadAction(declaration, {
  async run({ input, context, cursor }) {
    const { reader, cursors } = context;
    const actionId = declaration.id;
    const query = soql.select({
      from: 'User',
      fields: [
        'Id',
        'Name',
        'Username',
        'Email',
        'IsActive',
        'LastLoginDate',
        'Profile.Name',
        'Profile.UserLicense.Name',
        'UserRole.Name',
      ],
      where: soql.and(...(await conditionsOf(input, context))),
      orderBy: [{ field: 'Name' }, { field: 'Id' }],
    });
    const [page, frozen, notes] = await Promise.all([
      cursor
        ? reader.queryMore<FoundUser>(await cursors.open({ actionId, cursor }))
        : reader.query<FoundUser>(query),
      reader.queryAll<{ UserId: string }>(frozenUsers),
      input.status === 'inactive' && !cursor ? inactiveNotes(context) : [],
    ]);
    const frozenIds = new Set(frozen.map(({ UserId }) => UserId));
    return {
      kind: 'table',
      title: count(page.totalSize, 'Salesforce user'),
      columns,
      rows: page.records.map(user => toRow(user, frozenIds)),
      total: page.totalSize,
      query: query.text,
      links: Object.fromEntries(
        page.records.map(({ Id }) => [Id, context.recordUrl('User', Id)]),
      ),
      notes,
      ...(page.next
        ? { nextCursor: await cursors.seal({ actionId, next: page.next }) }
        : {}),
    };
  },
  examples: [
    {
      words:
        'Which users still have the "System Administrator" profile? List name, email, and last login',
      input: { profile: 'System Administrator', status: 'active' },
    },
    {
      words: 'Show me every inactive user who last logged in before Jan 1 2025',
      input: { status: 'inactive', lastLoginBefore: '2025-01-01' },
    },
  ],
});

async function conditionsOf(
  input: Input,
  context: ActionContext,
): Promise<SoqlCondition[]> {
  const { resolver } = context;
  const [profile, role] = await Promise.all([
    input.profile === undefined
      ? undefined
      : resolver.record({
          path: 'profile',
          picker: 'profile',
          reference: input.profile,
        }),
    input.role === undefined
      ? undefined
      : resolver.record({
          path: 'role',
          picker: 'role',
          reference: input.role,
        }),
  ]);
  const words = (input.search ?? '').split(/\s+/).filter(Boolean);
  return [
    soql.eq('UserType', 'Standard'),
    ...statusConditions(input.status),
    ...words.map(word =>
      soql.or(
        soql.contains('Name', word),
        soql.contains('Username', word),
        soql.contains('Email', word),
      ),
    ),
    ...(profile ? [soql.eq('ProfileId', profile.id)] : []),
    ...(role ? [soql.eq('UserRoleId', role.id)] : []),
    ...(input.lastLoginBefore
      ? [
          soql.or(
            soql.compare(
              'LastLoginDate',
              '<',
              soql.dateTime(new Date(`${input.lastLoginBefore}T00:00:00Z`)),
            ),
            soql.isNull('LastLoginDate'),
          ),
        ]
      : []),
    ...(input.neverLoggedIn === undefined
      ? []
      : [
          input.neverLoggedIn
            ? soql.isNull('LastLoginDate')
            : soql.isNotNull('LastLoginDate'),
        ]),
  ];
}

function statusConditions(status: Input['status']): SoqlCondition[] {
  switch (status) {
    case 'active':
      return [soql.eq('IsActive', true)];
    case 'inactive':
      return [soql.eq('IsActive', false)];
    case 'frozen':
      return [soql.eq('IsActive', true), soql.inQuery('Id', frozenUsers)];
    default:
      return [];
  }
}

function toRow(
  user: FoundUser,
  frozenIds: ReadonlySet<string>,
): Record<string, unknown> {
  return {
    Id: user.Id,
    Name: user.Name,
    Username: user.Username,
    Email: user.Email,
    Status: userStatus(user.IsActive, frozenIds.has(user.Id)),
    Profile: user.Profile?.Name ?? null,
    Role: user.UserRole?.Name ?? null,
    License: user.IsActive ? user.Profile?.UserLicense?.Name ?? null : null,
    LastLoginDate: user.LastLoginDate,
  };
}

/** Deleting licences of inactive users frees nothing; this says what does. */
async function inactiveNotes(context: ActionContext): Promise<string[]> {
  const [setLicenses, packageLicenses] = await Promise.all([
    countOf(context, 'PermissionSetLicenseAssign', 'Assignee.IsActive'),
    countOf(context, 'UserPackageLicense', 'User.IsActive'),
  ]);
  return [
    'Inactive users hold no user licence: there is none to take away',
    ...(setLicenses > 0
      ? [
          `They still hold ${count(
            setLicenses,
            'permission set licence',
          )}; taking those away frees seats`,
        ]
      : []),
    ...(packageLicenses > 0
      ? [
          `They still hold ${count(
            packageLicenses,
            'package licence',
          )}; taking those away frees seats`,
        ]
      : []),
  ];
}

async function countOf(
  context: ActionContext,
  object: string,
  isActive: string,
): Promise<number> {
  const query = soql.select({
    from: object,
    fields: [{ aggregate: 'COUNT', field: 'Id', as: 'held' }],
    where: soql.eq(isActive, false),
  });
  try {
    const { records } = await context.reader.query<{ held: number }>(query);
    return records[0]?.held ?? 0;
  } catch {
    // a note is not worth failing for; the object may be hidden
    return 0;
  }
}

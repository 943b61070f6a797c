import {
  updateUser as declaration,
  type FieldValue,
  type InputOf,
} from '@salesdesk/backstage-plugin-salesforce-common';
import {
  createSalesforceAction,
  soql,
  type ActionContext,
  type PlannedField,
  type ResolvedUser,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { field, updateOfUser } from './planParts';
import { namesOf } from './words';

type Input = InputOf<typeof declaration>;
type Key = Exclude<keyof Input, 'users' | 'clear'>;

/** Fields of User by the names they have in the input. */
const fields: Record<Key, { name: string; label: string }> = {
  firstName: { name: 'FirstName', label: 'First name' },
  lastName: { name: 'LastName', label: 'Last name' },
  title: { name: 'Title', label: 'Job title' },
  department: { name: 'Department', label: 'Department' },
  division: { name: 'Division', label: 'Division' },
  companyName: { name: 'CompanyName', label: 'Company' },
  employeeNumber: { name: 'EmployeeNumber', label: 'Employee number' },
  phone: { name: 'Phone', label: 'Phone' },
  mobilePhone: { name: 'MobilePhone', label: 'Mobile phone' },
  email: { name: 'Email', label: 'E-mail address' },
  manager: { name: 'ManagerId', label: 'Manager' },
  role: { name: 'UserRoleId', label: 'Role' },
  timeZone: { name: 'TimeZoneSidKey', label: 'Time zone' },
  locale: { name: 'LocaleSidKey', label: 'Locale' },
  language: { name: 'LanguageLocaleKey', label: 'Language' },
  federationId: { name: 'FederationIdentifier', label: 'Federation id' },
};

/** These tell one person from another: no two users share them. */
const personal: Key[] = [
  'firstName',
  'lastName',
  'email',
  'employeeNumber',
  'federationId',
];

/** A value to set, in readable form too. */
interface Wanted {
  key: Key;
  value: FieldValue;
  shown?: string;
}

/** Sets and empties fields of users; leaves alone whoever is as wanted. */
export const updateUser = createSalesforceAction(declaration, {
  async preview({ input, context }) {
    const keys = (Object.keys(fields) as Key[]).filter(
      key => input[key] !== undefined,
    );
    refuseContradictions({ input, keys, context });
    const [users, wanted] = await Promise.all([
      context.resolver.users({
        path: 'users',
        references: input.users,
        setsInclude: 'active',
        alsoRead: [
          ...[...keys, ...(input.clear ?? [])].map(key => fields[key].name),
          'Manager.Name',
        ],
      }),
      wantedValues({ input, keys, context }),
    ]);
    refuseShared({ users, keys, context });
    await refuseTakenFederationId({ users, input, context });

    const changed = users
      .map(user => ({ user, fields: fieldsToChange({ user, wanted }) }))
      .filter(change => change.fields.length > 0);
    const changedIds = new Set(changed.map(({ user }) => user.id));
    return {
      title: `Update ${namesOf(changed.map(({ user }) => user))}: ${wanted
        .map(({ key }) => fields[key].label.toLowerCase())
        .join(', ')}`,
      changes: changed.map(change =>
        updateOfUser({
          ...change,
          summary: `Update ${change.user.name}: ${change.fields
            .map(({ label, after, afterLabel }) =>
              after === null
                ? `empty ${label.toLowerCase()}`
                : `${label.toLowerCase()} "${afterLabel ?? after}"`,
            )
            .join(', ')}`,
        }),
      ),
      leftOut: users
        .filter(({ id }) => !changedIds.has(id))
        .map(({ target }) => ({ target, reason: 'Is as wanted already' })),
      targets: users.map(({ target }) => target),
      warnings:
        input.email === undefined
          ? []
          : [
              'Salesforce may keep the old e-mail address until the new one is confirmed by its owner',
            ],
    };
  },
  undo: { kind: 'inverse', note: 'Undoing writes the former values back' },
  examples: [
    {
      words: 'Set the department of erin.walsh@acme.com to Sales Operations',
      input: {
        users: ['erin.walsh@acme.com'],
        department: 'Sales Operations',
      },
    },
    {
      words: 'Make Priya Raman the manager of Ann Lee',
      input: { users: ['Ann Lee'], manager: 'Priya Raman' },
    },
  ],
});

function refuseContradictions(options: {
  input: Input;
  keys: Key[];
  context: ActionContext;
}): void {
  const { input, keys, context } = options;
  const both = (input.clear ?? []).filter(key => keys.includes(key));
  if (both.length > 0) {
    context.resolver.refuse(
      both.map(key => ({
        path: key,
        code: 'invalid_input' as const,
        message: `${fields[key].label} cannot be set and emptied at once`,
      })),
    );
  }
  if (keys.length === 0 && (input.clear ?? []).length === 0) {
    context.resolver.refuse([
      {
        path: 'users',
        code: 'nothing_to_change',
        message: 'Say what is to be changed',
      },
    ]);
  }
}

function refuseShared(options: {
  users: ResolvedUser[];
  keys: Key[];
  context: ActionContext;
}): void {
  const { users, keys, context } = options;
  const shared = keys.filter(key => personal.includes(key));
  if (users.length > 1 && shared.length > 0) {
    context.resolver.refuse(
      shared.map(key => ({
        path: key,
        code: 'invalid_input' as const,
        message: `${fields[key].label} can be set for one user at a time, not for ${users.length}`,
      })),
    );
  }
}

async function refuseTakenFederationId(options: {
  users: ResolvedUser[];
  input: Input;
  context: ActionContext;
}): Promise<void> {
  const { users, input, context } = options;
  if (input.federationId === undefined || users.length !== 1) return;
  const { records } = await context.reader.query(
    soql.select({
      from: 'User',
      fields: ['Id', 'Name', 'Username'],
      where: soql.and(
        soql.eq('FederationIdentifier', input.federationId),
        soql.notEq('Id', users[0].id),
      ),
    }),
  );
  if (records.length > 0) {
    context.resolver.refuse([
      {
        path: 'federationId',
        code: 'invalid_input',
        message: `${records[0].Name} (${records[0].Username}) has this federation id already`,
      },
    ]);
  }
}

/** The values as Salesforce keeps them; names become ids. */
async function wantedValues(options: {
  input: Input;
  keys: Key[];
  context: ActionContext;
}): Promise<Wanted[]> {
  const { input, keys, context } = options;
  const { resolver } = context;
  const wanted = await Promise.all(
    keys.map(async (key): Promise<Wanted> => {
      const reference = input[key] ?? '';
      switch (key) {
        case 'manager': {
          const user = await resolver.user({ path: key, reference });
          return { key, value: user.id, shown: user.name };
        }
        case 'role': {
          const role = await resolver.record({
            path: key,
            picker: 'role',
            reference,
          });
          return { key, value: role.id, shown: role.label };
        }
        case 'timeZone':
          return {
            key,
            value: await resolver.value({
              path: key,
              picker: 'time-zone',
              reference,
            }),
          };
        case 'locale':
        case 'language':
          return {
            key,
            value: await resolver.value({ path: key, picker: key, reference }),
          };
        default:
          return { key, value: reference };
      }
    }),
  );
  return [
    ...wanted,
    ...(input.clear ?? []).map(key => ({ key, value: null, shown: 'empty' })),
  ];
}

function fieldsToChange(options: {
  user: ResolvedUser;
  wanted: Wanted[];
}): PlannedField[] {
  const { user, wanted } = options;
  return wanted.flatMap(({ key, value, shown }) => {
    const { name, label } = fields[key];
    const before = (user.fields[name] ?? null) as FieldValue;
    // nobody is their own manager
    if (before === value || (key === 'manager' && value === user.id)) return [];
    return [
      field({
        name,
        label,
        before,
        after: value,
        beforeLabel: shownBefore(user, key, before),
        afterLabel: shown,
      }),
    ];
  });
}

function shownBefore(
  user: ResolvedUser,
  key: Key,
  before: FieldValue,
): string | undefined {
  if (before === null) return 'empty';
  if (key === 'role') return user.roleName ?? undefined;
  const manager: unknown = user.fields.Manager;
  return key === 'manager' &&
    typeof manager === 'object' &&
    manager !== null &&
    'Name' in manager
    ? String(manager.Name)
    : undefined;
}

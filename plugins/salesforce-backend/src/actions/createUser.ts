import {
  createUser as declaration,
  type InputOf,
  type Target,
} from '@salesdesk/backstage-plugin-salesforce-common';
import {
  createSalesforceAction,
  type ActionContext,
  type PlannedChange,
  type PlannedField,
  type ResolvedRecord,
  type ResolvedUser,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { readNewUserFacts, type NewUserFacts } from './newUserFacts';
import { field, flag } from './planParts';
import { takeSeats } from './userLicenses';
import {
  aliasBase,
  firstFree,
  namesFromAddress,
  namesFromDisplayName,
} from './userNames';

type Input = InputOf<typeof declaration>;

/** Creates a user and, unless unwanted, has Salesforce mail them a link. */
export const createUser = createSalesforceAction(declaration, {
  async preview({ input, context }) {
    const { resolver } = context;
    const username = (input.username ?? input.email).toLowerCase();
    const person = await personOf(context, input, username);
    const names = {
      ...(person && !input.lastName
        ? namesFromDisplayName(person.displayName)
        : namesFromAddress(input.email)),
      ...(input.firstName ? { firstName: input.firstName } : {}),
      ...(input.lastName
        ? { lastName: input.lastName, firstName: input.firstName }
        : {}),
    };
    const [profile, role, manager, values, facts] = await Promise.all([
      resolver.record({
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
      input.manager === undefined
        ? undefined
        : resolver.user({ path: 'manager', reference: input.manager }),
      readValues(context, input),
      readNewUserFacts({
        reader: context.reader,
        username,
        email: input.email,
        federationId: input.federationId,
        alias: aliasBase(names),
      }),
    ]);
    refuseTaken({ input, username, facts, context });
    refuseOtherUserType({ profile, context });

    const name = [names.firstName, names.lastName].filter(Boolean).join(' ');
    const target: Target = {
      object: 'User',
      id: null,
      label: name,
      detail: username,
      ...(person ? { personRef: person.ref } : {}),
    };
    const license = facts.licenses.find(
      ({ id }) => id === profile.fields.UserLicenseId,
    );
    const seats = license
      ? takeSeats({ license, seats: 1, kind: 'user licence' })
      : {};
    const changes: PlannedChange[] = [
      {
        object: 'User',
        recordId: null,
        operation: 'create',
        fields: fieldsOf({
          input,
          names,
          username,
          profile,
          role,
          manager,
          values,
          facts,
        }),
        summary: `Create ${name} with the profile "${profile.label}"`,
        target,
        naturalKey: ['Username'],
      },
    ];
    if (input.sendPasswordLink) {
      changes.push({
        object: 'User',
        recordId: null,
        recordFrom: 0,
        operation: 'invoke',
        method: 'reset_password',
        fields: [],
        summary: `Send ${name} a link to set a password, to ${input.email}`,
        target,
        after: [0],
      });
    }
    return {
      title: `Create a Salesforce user for ${name}`,
      changes,
      targets: [target],
      warnings: [
        ...(seats.warning ? [seats.warning] : []),
        ...(facts.sameEmail.length > 0
          ? [
              `${facts.sameEmail
                .map(user => `${user.Name} (${user.Username})`)
                .join(', ')} has the same e-mail address`,
            ]
          : []),
      ],
      blockers: seats.blocker ? [seats.blocker] : [],
    };
  },
  undo: {
    kind: 'plan',
    note: 'Undoing deactivates the user: Salesforce cannot delete users',
    async plan({ applied }) {
      const created = applied.find(({ operation }) => operation === 'create');
      const { target } = created ?? applied[0];
      return {
        title: `Deactivate ${target.label}`,
        changes: created?.recordId
          ? [
              {
                object: 'User',
                recordId: created.recordId,
                operation: 'update',
                fields: [
                  flag({ name: 'IsActive', label: 'Active', after: false }),
                ],
                summary: `Deactivate ${target.label}`,
                target: { ...target, id: created.recordId },
              },
            ]
          : [],
        targets: [{ ...target, id: created?.recordId ?? null }],
      };
    },
  },
  examples: [
    {
      words:
        'Create a Salesforce user for jenna.rossi@acme.com with the "Standard User" profile in US/Eastern',
      input: {
        email: 'jenna.rossi@acme.com',
        profile: 'Standard User',
        timeZone: 'US/Eastern',
      },
    },
  ],
});

async function personOf(
  context: ActionContext,
  input: Input,
  username: string,
): Promise<{ ref: string; displayName: string } | undefined> {
  return context.resolver.person({
    username,
    email: input.email,
    federationId: input.federationId ?? null,
  });
}

interface Values {
  timeZone?: string;
  locale?: string;
  language?: string;
  emailEncoding?: string;
}

/** Picklist values that were given; the others come from the org. */
async function readValues(
  context: ActionContext,
  input: Input,
): Promise<Values> {
  const read = async (
    path: keyof Values,
    picker: 'time-zone' | 'locale' | 'language' | 'email-encoding',
  ) => {
    const reference = input[path];
    return reference === undefined
      ? undefined
      : context.resolver.value({ path, picker, reference });
  };
  const [timeZone, locale, language, emailEncoding] = await Promise.all([
    read('timeZone', 'time-zone'),
    read('locale', 'locale'),
    read('language', 'language'),
    read('emailEncoding', 'email-encoding'),
  ]);
  return { timeZone, locale, language, emailEncoding };
}

function refuseTaken(options: {
  input: Input;
  username: string;
  facts: NewUserFacts;
  context: ActionContext;
}): void {
  const { input, username, facts, context } = options;
  const { sameUsername, sameFederationId } = facts;
  if (sameUsername) {
    context.resolver.refuse([
      {
        path: input.username === undefined ? 'email' : 'username',
        code: 'invalid_input',
        message: sameUsername.IsActive
          ? `${sameUsername.Name} has the username ${username} already`
          : `${sameUsername.Name} has the username ${username} and is inactive: reactivate them, or give another username`,
      },
    ]);
  }
  if (sameFederationId) {
    context.resolver.refuse([
      {
        path: 'federationId',
        code: 'invalid_input',
        message: `${sameFederationId.Name} (${sameFederationId.Username}) has this federation id already`,
      },
    ]);
  }
}

function refuseOtherUserType(options: {
  profile: ResolvedRecord;
  context: ActionContext;
}): void {
  const { profile, context } = options;
  const { UserType: type } = profile.fields;
  if (typeof type === 'string' && type !== 'Standard') {
    context.resolver.refuse([
      {
        path: 'profile',
        code: 'invalid_input',
        message: `The profile "${profile.label}" is for external users, who belong to an account`,
      },
    ]);
  }
}

function fieldsOf(options: {
  input: Input;
  names: { firstName?: string; lastName: string };
  username: string;
  profile: ResolvedRecord;
  role: ResolvedRecord | undefined;
  manager: ResolvedUser | undefined;
  values: Values;
  facts: NewUserFacts;
}): PlannedField[] {
  const { input, names, username, profile, role, manager, values, facts } =
    options;
  const alias =
    input.alias ??
    firstFree({
      base: aliasBase(names),
      taken: facts.aliases,
      maximumLength: 8,
    });
  const nickname = firstFree({
    base: username.split('@')[0],
    taken: facts.nicknames,
    maximumLength: 40,
  });
  const given: Array<
    [name: string, label: string, value: unknown, shown?: string]
  > = [
    ['FirstName', 'First name', names.firstName],
    ['LastName', 'Last name', names.lastName],
    ['Email', 'E-mail address', input.email],
    ['Username', 'Username', username],
    ['ProfileId', 'Profile', profile.id, profile.label],
    ['UserRoleId', 'Role', role?.id, role?.label],
    ['ManagerId', 'Manager', manager?.id, manager?.name],
    ['Title', 'Job title', input.title],
    ['Department', 'Department', input.department],
    ['Alias', 'Alias', alias],
    ['CommunityNickname', 'Nickname', nickname],
    ['TimeZoneSidKey', 'Time zone', values.timeZone ?? facts.timeZone],
    ['LocaleSidKey', 'Locale', values.locale ?? facts.locale],
    ['LanguageLocaleKey', 'Language', values.language ?? facts.language],
    ['EmailEncodingKey', 'E-mail encoding', values.emailEncoding ?? 'UTF-8'],
    ['FederationIdentifier', 'Federation id', input.federationId],
  ];
  return [
    ...given.flatMap(([name, label, value, afterLabel]) =>
      typeof value === 'string'
        ? [field({ name, label, before: null, after: value, afterLabel })]
        : [],
    ),
    field({
      name: 'IsActive',
      label: 'Active',
      before: null,
      after: true,
      afterLabel: 'Yes',
    }),
  ];
}

import { z } from 'zod';
import { declareAction } from './ActionDeclaration';
import {
  emailEncodingReference,
  languageReference,
  localeReference,
  momentField,
  profileReference,
  roleReference,
  timeZoneReference,
  userReference,
  userReferences,
} from './fields';

const text = (title: string, max: number) =>
  z.string().trim().min(1).max(max).meta({ title });

/** @public */
export const queryUsers = declareAction({
  id: 'salesforce_query_users',
  title: 'Find Salesforce users',
  description:
    'Lists Salesforce users by name, status, profile, role or last login, with licence and last login.',
  family: 'users',
  kind: 'read',
  risk: 'low',
  attributes: { readOnly: true, destructive: false, idempotent: true },
  input: z.strictObject({
    search: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .optional()
      .describe('Part of a name, username or e-mail address')
      .meta({ title: 'Search' }),
    status: z
      .enum(['active', 'frozen', 'inactive', 'all'])
      .default('active')
      .describe('frozen: active users who cannot log in')
      .meta({ title: 'Status' }),
    profile: profileReference.optional(),
    role: roleReference.optional(),
    lastLoginBefore: z.iso
      .date()
      .optional()
      .describe('Last login before this day, or never')
      .meta({ title: 'Last login before' }),
    neverLoggedIn: z.boolean().optional().meta({ title: 'Never logged in' }),
  }),
});

/** @public */
export const createUser = declareAction({
  id: 'salesforce_create_user',
  title: 'Create a Salesforce user',
  description:
    'Creates a Salesforce user with a profile. Names, username, alias, locale and time zone are filled in where they are not given. A licence seat must be free.',
  family: 'users',
  kind: 'write',
  risk: 'medium',
  attributes: { readOnly: false, destructive: false, idempotent: true },
  input: z.strictObject({
    email: z
      .email('Give an e-mail address, for example jenna.rossi@acme.com')
      .max(80)
      .meta({ title: 'E-mail address' }),
    profile: profileReference,
    firstName: text('First name', 40).optional(),
    lastName: text('Last name', 80)
      .optional()
      .describe('Taken from the e-mail address where it is left out'),
    username: z
      .email('A username has the form of an e-mail address')
      .max(80)
      .optional()
      .describe('Unique among all Salesforce orgs; default: the e-mail address')
      .meta({ title: 'Username' }),
    role: roleReference.optional(),
    manager: userReference
      .optional()
      .describe('The Salesforce user who is the manager')
      .meta({ title: 'Manager' }),
    title: text('Job title', 80).optional(),
    department: text('Department', 80).optional(),
    timeZone: timeZoneReference.optional(),
    locale: localeReference.optional(),
    language: languageReference.optional(),
    emailEncoding: emailEncodingReference.optional(),
    alias: text('Alias', 8).optional(),
    federationId: text('Federation id', 512)
      .optional()
      .describe('The name by which single sign-on knows this person'),
    sendPasswordLink: z
      .boolean()
      .default(true)
      .describe('Salesforce mails a link to set the password')
      .meta({ title: 'Send a link to set the password' }),
  }),
});

/** @public */
export const updateUser = declareAction({
  id: 'salesforce_update_user',
  title: 'Update Salesforce users',
  description:
    'Changes details of Salesforce users: name, title, department, manager, role, phone, time zone. The profile is changed by its own action.',
  family: 'users',
  kind: 'write',
  risk: 'low',
  attributes: { readOnly: false, destructive: false, idempotent: true },
  input: z.strictObject({
    users: userReferences,
    firstName: text('First name', 40).optional(),
    lastName: text('Last name', 80).optional(),
    title: text('Job title', 80).optional(),
    department: text('Department', 80).optional(),
    division: text('Division', 80).optional(),
    companyName: text('Company', 80).optional(),
    employeeNumber: text('Employee number', 20).optional(),
    phone: text('Phone', 40).optional(),
    mobilePhone: text('Mobile phone', 40).optional(),
    email: z.email().max(128).optional().meta({ title: 'E-mail address' }),
    manager: userReference.optional().meta({ title: 'Manager' }),
    role: roleReference.optional(),
    timeZone: timeZoneReference.optional(),
    locale: localeReference.optional(),
    language: languageReference.optional(),
    federationId: text('Federation id', 512).optional(),
    clear: z
      .array(
        z.enum([
          'title',
          'department',
          'division',
          'companyName',
          'employeeNumber',
          'phone',
          'mobilePhone',
          'manager',
          'role',
          'federationId',
        ]),
      )
      .max(10)
      .optional()
      .describe('Fields to empty')
      .meta({ title: 'Empty these fields' }),
  }),
});

/** @public */
export const deactivateUser = declareAction({
  id: 'salesforce_deactivate_user',
  title: 'Deactivate Salesforce users',
  description:
    'Sets users inactive: they cannot log in and their licence is freed. Salesforce may refuse it while they are referred to as default owner or approver; the request then goes to an admin with the blockers.',
  family: 'users',
  kind: 'write',
  risk: 'high',
  attributes: { readOnly: false, destructive: true, idempotent: true },
  input: z.strictObject({
    users: userReferences,
    freezeMeanwhile: z
      .boolean()
      .default(false)
      .describe(
        'Freeze users first, so that they cannot log in while blockers are cleared',
      )
      .meta({ title: 'Freeze first' }),
  }),
});

/** @public */
export const reactivateUser = declareAction({
  id: 'salesforce_reactivate_user',
  title: 'Reactivate Salesforce users',
  description:
    'Sets inactive users active again, and unfreezes them where they were frozen. A licence seat must be free.',
  family: 'users',
  kind: 'write',
  risk: 'medium',
  attributes: { readOnly: false, destructive: false, idempotent: true },
  input: z.strictObject({ users: userReferences }),
});

/** @public */
export const freezeUser = declareAction({
  id: 'salesforce_freeze_user',
  title: 'Freeze Salesforce users',
  description:
    'Stops users from logging in at once and keeps their licence and records. With an end date, the unfreeze is scheduled. Always possible, also where deactivation is blocked.',
  family: 'users',
  kind: 'write',
  risk: 'medium',
  attributes: { readOnly: false, destructive: false, idempotent: true },
  input: z.strictObject({
    users: userReferences,
    until: momentField
      .optional()
      .describe('Unfreeze at this time')
      .meta({ title: 'Until', 'x-input': 'moment' }),
  }),
});

/** @public */
export const unfreezeUser = declareAction({
  id: 'salesforce_unfreeze_user',
  title: 'Unfreeze Salesforce users',
  description: 'Lets frozen users log in again.',
  family: 'users',
  kind: 'write',
  risk: 'medium',
  attributes: { readOnly: false, destructive: false, idempotent: true },
  input: z.strictObject({ users: userReferences }),
});

/** @public */
export const resetPassword = declareAction({
  id: 'salesforce_reset_password',
  title: 'Reset Salesforce passwords',
  description:
    'Ends the current password at once; Salesforce mails the user a link to set a new one. Salesdesk never sees or keeps a password.',
  family: 'users',
  kind: 'write',
  risk: 'medium',
  attributes: { readOnly: false, destructive: true, idempotent: false },
  input: z.strictObject({ users: userReferences }),
});

/** @public */
export const changeProfile = declareAction({
  id: 'salesforce_change_profile',
  title: 'Change the profile of Salesforce users',
  description:
    'Gives users another profile, and with it another set of permissions and possibly another licence. Can set the role in the same request.',
  family: 'access',
  kind: 'write',
  risk: 'high',
  attributes: { readOnly: false, destructive: true, idempotent: true },
  input: z.strictObject({
    users: userReferences,
    profile: profileReference.meta({ title: 'New profile' }),
    from: profileReference
      .optional()
      .describe('Refuse unless this is the current profile')
      .meta({ title: 'Current profile' }),
    role: roleReference
      .optional()
      .describe('Also set this role')
      .meta({ title: 'New role' }),
  }),
});

import { z } from 'zod';
import type { Picker } from '../api/types';

/**
 * The picker a form shows for a string field. It travels in the JSON schema as
 * `x-picker`, so that forms, the assistant and other clients see the same hint.
 *
 * @public
 */
export function pickerHint(picker: Picker): Record<string, unknown> {
  return { 'x-picker': picker };
}

/**
 * One Salesforce user, or many, by reference:
 *
 * - an 18- or 15-character id, a username, an e-mail address, or a full name;
 * - `me`: the Salesforce user of the person who asks;
 * - `user:default/erin.walsh`: the Salesforce user of a catalog person;
 * - `group:default/sales-na`: everyone in a catalog group;
 * - `public-group:NAME`, `role:NAME`, `profile:NAME`, `permission-set:NAME`,
 *   `permission-set-group:NAME`: the active users that Salesforce has there;
 * - `where:CONDITION`: active users by a SOQL condition on User, which is
 *   parsed and rebuilt from its syntax tree.
 *
 * A name that matches several is an error that lists the candidates.
 *
 * @public
 */
export const userReference = z
  .string()
  .trim()
  .min(1, 'Name a Salesforce user')
  .max(255)
  .meta({ title: 'Salesforce user', ...pickerHint('salesforce-user') });

/** @public */
export const userReferences = z
  .array(userReference)
  .min(1, 'Name at least one Salesforce user')
  .max(10_000)
  .describe(
    'Salesforce users: usernames, e-mail addresses, names, ids, or sets such as "role:RevOps" or "public-group:Deal Desk"',
  )
  .meta({ title: 'Salesforce users', ...pickerHint('salesforce-user') });

function reference(title: string, picker: Picker, description: string) {
  return z
    .string()
    .trim()
    .min(1)
    .max(255)
    .describe(description)
    .meta({ title, ...pickerHint(picker) });
}

/** @public */
export const profileReference = reference(
  'Profile',
  'profile',
  'Profile by name or id',
);
/** @public */
export const roleReference = reference(
  'Role',
  'role',
  'Role by name, developer name or id',
);
/** @public */
export const permissionSetReference = reference(
  'Permission set',
  'permission-set',
  'Permission set by label, API name or id',
);
/** @public */
export const permissionSetGroupReference = reference(
  'Permission set group',
  'permission-set-group',
  'Permission set group by label, API name or id',
);
/** @public */
export const groupReference = reference(
  'Public group or queue',
  'group',
  'Public group or queue by name, developer name or id',
);
/**
 * A licence of any kind. A prefix says which kind is meant where a name stands
 * for several: `user-license:`, `permission-set-license:`, `package-license:`.
 *
 * @public
 */
export const licenseReference = reference(
  'Licence',
  'any-license',
  'User licence, permission set licence or package licence, by name or id; "user-license:Salesforce" says which kind',
);
/** @public */
export const timeZoneReference = reference(
  'Time zone',
  'time-zone',
  'Time zone such as America/New_York; legacy names such as US/Eastern are mapped',
);
/** @public */
export const localeReference = reference(
  'Locale',
  'locale',
  'Locale such as en_US',
);
/** @public */
export const languageReference = reference(
  'Language',
  'language',
  'Language such as en_US',
);
/** @public */
export const emailEncodingReference = reference(
  'E-mail encoding',
  'email-encoding',
  'E-mail encoding such as UTF-8',
);

/**
 * A moment in the future: an ISO 8601 date (its end, in UTC) or date-time.
 *
 * @public
 */
export const momentField = z.union([
  z.iso.date(),
  z.iso.datetime({ offset: true }),
]);

/**
 * The Salesforce object of records, by API name, label or plural: Opportunity,
 * opportunities, Subscription__c.
 *
 * @public
 */
export const objectName = z
  .string()
  .trim()
  .min(1)
  .max(255)
  .describe('Salesforce object by API name or label, e.g. Opportunity')
  .meta({ title: 'Object' });

/** @public */
export const recordName = z
  .string()
  .trim()
  .min(1, 'Name a record')
  .max(255)
  .describe('Record by id, or by its name')
  .meta({ title: 'Record', 'x-input': 'record' });

const members = {
  users: z.array(userReference).max(2_000).optional(),
  roles: z.array(roleReference).max(200).optional(),
  groups: z.array(groupReference).max(200).optional(),
};

/**
 * Who can be in a public group or queue: users, everybody in a role, everybody
 * in a role and below it, members of other public groups.
 *
 * @public
 */
export const memberFields = {
  users: members.users
    .describe('Salesforce users, by name, username or set')
    .meta({ title: 'Salesforce users', ...pickerHint('salesforce-user') }),
  roles: members.roles
    .describe('Everybody who has one of these roles')
    .meta({ title: 'Roles', ...pickerHint('role') }),
  rolesAndSubordinates: z
    .array(roleReference)
    .max(200)
    .optional()
    .describe('Everybody who has one of these roles or one below it')
    .meta({ title: 'Roles and subordinates', ...pickerHint('role') }),
  groups: members.groups
    .describe('Members of these public groups')
    .meta({ title: 'Public groups', ...pickerHint('group') }),
};

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

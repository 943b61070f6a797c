import { z } from 'zod';
import { declareAction } from './ActionDeclaration';
import {
  groupReference,
  licenseReference,
  memberFields,
  momentField,
  permissionSetGroupReference,
  permissionSetReference,
  profileReference,
  roleReference,
  userReferences,
} from './fields';

const until = momentField
  .optional()
  .describe('Take it back at this time')
  .meta({ title: 'Until', 'x-input': 'moment' });

/** @public */
export const assignPermissionSet = declareAction({
  id: 'salesforce_assign_permission_set',
  title: 'Assign a permission set',
  description:
    'Gives users a permission set, for good or until a date. Users who have it already are left out; needed licences are checked.',
  family: 'access',
  kind: 'write',
  risk: 'medium',
  attributes: { readOnly: false, destructive: false, idempotent: true },
  input: z.strictObject({
    users: userReferences,
    permissionSet: permissionSetReference,
    until,
  }),
});

/** @public */
export const removePermissionSet = declareAction({
  id: 'salesforce_remove_permission_set',
  title: 'Remove a permission set',
  description: 'Takes a permission set from users who have it.',
  family: 'access',
  kind: 'write',
  risk: 'medium',
  attributes: { readOnly: false, destructive: true, idempotent: true },
  input: z.strictObject({
    users: userReferences,
    permissionSet: permissionSetReference,
  }),
});

/** @public */
export const assignPermissionSetGroup = declareAction({
  id: 'salesforce_assign_permission_set_group',
  title: 'Assign a permission set group',
  description:
    'Gives users a permission set group, for good or until a date, with the permission set licences that its sets need. Users who have it already are left out.',
  family: 'access',
  kind: 'write',
  risk: 'medium',
  attributes: { readOnly: false, destructive: false, idempotent: true },
  input: z.strictObject({
    users: userReferences,
    permissionSetGroup: permissionSetGroupReference,
    until,
  }),
});

/** @public */
export const removePermissionSetGroup = declareAction({
  id: 'salesforce_remove_permission_set_group',
  title: 'Remove a permission set group',
  description: 'Takes a permission set group from users who have it.',
  family: 'access',
  kind: 'write',
  risk: 'medium',
  attributes: { readOnly: false, destructive: true, idempotent: true },
  input: z.strictObject({
    users: userReferences,
    permissionSetGroup: permissionSetGroupReference,
  }),
});

/** @public */
export const assignRole = declareAction({
  id: 'salesforce_assign_role',
  title: 'Assign a role',
  description:
    'Gives users a role in the role hierarchy. A user has one role: it takes the place of the present one.',
  family: 'access',
  kind: 'write',
  risk: 'medium',
  attributes: { readOnly: false, destructive: true, idempotent: true },
  input: z.strictObject({
    users: userReferences,
    role: roleReference,
  }),
});

/** @public */
export const removeRole = declareAction({
  id: 'salesforce_remove_role',
  title: 'Remove a role',
  description:
    'Takes users out of the role hierarchy. With a role named, only users who have this role are touched.',
  family: 'access',
  kind: 'write',
  risk: 'medium',
  attributes: { readOnly: false, destructive: true, idempotent: true },
  input: z.strictObject({
    users: userReferences,
    role: roleReference
      .optional()
      .describe('Only from users who have this role')
      .meta({ title: 'Role' }),
  }),
});

const profileOfLicense = profileReference
  .optional()
  .describe(
    'For a user licence: the profile to give, because a user has the licence of their profile',
  )
  .meta({ title: 'Profile' });

/** @public */
export const assignLicense = declareAction({
  id: 'salesforce_assign_license',
  title: 'Assign a licence',
  description:
    'Gives users a permission set licence, a package licence, or, by way of a profile, another user licence. Free seats are checked.',
  family: 'access',
  kind: 'write',
  risk: 'high',
  attributes: { readOnly: false, destructive: true, idempotent: true },
  input: z.strictObject({
    users: userReferences,
    license: licenseReference,
    profile: profileOfLicense,
  }),
});

/** @public */
export const removeLicense = declareAction({
  id: 'salesforce_remove_license',
  title: 'Remove a licence',
  description:
    'Takes a permission set licence or a package licence from users. A user licence is given up by another profile, or by deactivating the user.',
  family: 'access',
  kind: 'write',
  risk: 'high',
  attributes: { readOnly: false, destructive: true, idempotent: true },
  input: z.strictObject({
    users: userReferences,
    license: licenseReference,
    profile: profileReference
      .optional()
      .describe(
        'For a user licence: the profile of another licence to give instead',
      )
      .meta({ title: 'Profile to give instead' }),
    removePermissionSets: z
      .boolean()
      .default(false)
      .describe('Also take away the permission sets that need the licence')
      .meta({ title: 'With the permission sets that need it' }),
  }),
});

/** @public */
export const addGroupMember = declareAction({
  id: 'salesforce_add_group_member',
  title: 'Add members to a public group or queue',
  description:
    'Adds users, roles or other groups to a public group or to a queue. Members are left out.',
  family: 'access',
  kind: 'write',
  risk: 'medium',
  attributes: { readOnly: false, destructive: false, idempotent: true },
  input: z.strictObject({ group: groupReference, ...memberFields }),
});

/** @public */
export const removeGroupMember = declareAction({
  id: 'salesforce_remove_group_member',
  title: 'Remove members from a public group or queue',
  description:
    'Takes users, roles or other groups out of a public group or a queue.',
  family: 'access',
  kind: 'write',
  risk: 'medium',
  attributes: { readOnly: false, destructive: true, idempotent: true },
  input: z.strictObject({ group: groupReference, ...memberFields }),
});

/** @public */
export const revokeOauthToken = declareAction({
  id: 'salesforce_revoke_oauth_token',
  title: 'Revoke OAuth tokens',
  description:
    'Ends what apps may do in the name of users: all their OAuth tokens, or those of one app. The app has to be allowed anew.',
  family: 'access',
  kind: 'write',
  risk: 'medium',
  attributes: { readOnly: false, destructive: true, idempotent: true },
  input: z.strictObject({
    users: userReferences,
    app: z
      .string()
      .trim()
      .min(1)
      .max(255)
      .optional()
      .describe('Name of the app; default: every app')
      .meta({ title: 'App' }),
  }),
});

/** @public */
export const revokeSessions = declareAction({
  id: 'salesforce_revoke_sessions',
  title: 'End sessions',
  description:
    'Logs users out everywhere by ending their sessions. They can log in again, unless they are frozen.',
  family: 'access',
  kind: 'write',
  risk: 'medium',
  attributes: { readOnly: false, destructive: true, idempotent: true },
  input: z.strictObject({ users: userReferences }),
});

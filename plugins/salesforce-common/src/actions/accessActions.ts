import { z } from 'zod';
import { declareAction } from './ActionDeclaration';
import { momentField, permissionSetReference, userReferences } from './fields';

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
    until: momentField
      .optional()
      .describe('Take it back at this time')
      .meta({ title: 'Until', 'x-input': 'moment' }),
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

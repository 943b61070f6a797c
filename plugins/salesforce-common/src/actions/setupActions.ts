import { z } from 'zod';
import { declareAction } from './ActionDeclaration';
import {
  groupReference,
  memberFields,
  objectName,
  permissionSetGroupReference,
  permissionSetReference,
  pickerHint,
  roleReference,
  userReferences,
} from './fields';

const label = (title: string, max: number) =>
  z.string().trim().min(1, 'Give it a name').max(max).meta({ title });

const apiName = z
  .string()
  .trim()
  .max(80)
  .regex(
    /^[A-Za-z](?:_?[A-Za-z0-9])*$/,
    'Letters, digits and single underscores, beginning with a letter',
  )
  .optional()
  .describe('Default: made from the name')
  .meta({ title: 'API name' });

const description = z
  .string()
  .trim()
  .min(1)
  .max(255)
  .optional()
  .meta({ title: 'Description' });

const deletion = {
  family: 'setup',
  kind: 'write',
  risk: 'high',
  attributes: { readOnly: false, destructive: true, idempotent: true },
} as const;

const creation = {
  family: 'setup',
  kind: 'write',
  risk: 'medium',
  attributes: { readOnly: false, destructive: false, idempotent: true },
} as const;

/** @public */
export const createPermissionSet = declareAction({
  ...creation,
  id: 'salesforce_create_permission_set',
  title: 'Create a permission set',
  description:
    'Creates an empty permission set. What it allows is set in Salesforce afterwards.',
  input: z.strictObject({
    label: label('Name', 80),
    name: apiName,
    description,
    license: z
      .string()
      .trim()
      .min(1)
      .max(255)
      .optional()
      .describe(
        'User licence or permission set licence that it is for; default: any',
      )
      .meta({ title: 'Licence', ...pickerHint('any-license') }),
  }),
});

/** @public */
export const deletePermissionSet = declareAction({
  ...deletion,
  id: 'salesforce_delete_permission_set',
  title: 'Delete a permission set',
  description:
    'Deletes a permission set with everything that it allows. Salesforce refuses it while users or groups of permission sets have it.',
  input: z.strictObject({
    permissionSet: permissionSetReference,
    removeFromUsers: z
      .boolean()
      .default(false)
      .describe('Take it from everybody who has it first')
      .meta({ title: 'Take it from everybody first' }),
  }),
});

/** @public */
export const createPermissionSetGroup = declareAction({
  ...creation,
  id: 'salesforce_create_permission_set_group',
  title: 'Create a permission set group',
  description: 'Creates a group of permission sets, with the sets in it.',
  input: z.strictObject({
    label: label('Name', 80),
    name: apiName,
    description,
    permissionSets: z
      .array(permissionSetReference)
      .max(200)
      .optional()
      .describe('Permission sets in the group')
      .meta({ title: 'Permission sets', ...pickerHint('permission-set') }),
  }),
});

/** @public */
export const deletePermissionSetGroup = declareAction({
  ...deletion,
  id: 'salesforce_delete_permission_set_group',
  title: 'Delete a permission set group',
  description:
    'Deletes a group of permission sets; the sets stay. Salesforce refuses it while users have it.',
  input: z.strictObject({
    permissionSetGroup: permissionSetGroupReference,
    removeFromUsers: z
      .boolean()
      .default(false)
      .describe('Take it from everybody who has it first')
      .meta({ title: 'Take it from everybody first' }),
  }),
});

/** @public */
export const createRole = declareAction({
  ...creation,
  id: 'salesforce_create_role',
  title: 'Create a role',
  description:
    'Creates a role in the role hierarchy, below another one or at the top, and gives it to users.',
  input: z.strictObject({
    name: label('Name', 80),
    developerName: apiName,
    parent: roleReference
      .optional()
      .describe('The role above it; default: none')
      .meta({ title: 'Reports to' }),
    users: userReferences
      .optional()
      .describe('Salesforce users who get the role')
      .meta({ title: 'Give it to', ...pickerHint('salesforce-user') }),
  }),
});

/** @public */
export const deleteRole = declareAction({
  ...deletion,
  id: 'salesforce_delete_role',
  title: 'Delete a role',
  description:
    'Deletes a role. Salesforce refuses it while users have it or roles are below it.',
  input: z.strictObject({
    role: roleReference,
    moveUsersTo: roleReference
      .optional()
      .describe('Give this role to everybody who has the one to be deleted')
      .meta({ title: 'Move users to' }),
  }),
});

/** @public */
export const createGroup = declareAction({
  ...creation,
  id: 'salesforce_create_group',
  title: 'Create a public group',
  description:
    'Creates a public group with members: users, roles, other public groups.',
  input: z.strictObject({
    name: label('Name', 40),
    developerName: apiName,
    ...memberFields,
  }),
});

/** @public */
export const createQueue = declareAction({
  ...creation,
  id: 'salesforce_create_queue',
  title: 'Create a queue',
  description:
    'Creates a queue that can own records of the given objects, with members who work on them.',
  input: z.strictObject({
    name: label('Name', 40),
    developerName: apiName,
    objects: z
      .array(objectName)
      .min(1, 'Name at least one object, such as Case')
      .max(50)
      .describe('Objects whose records the queue can own, e.g. Case, Lead')
      .meta({ title: 'Objects' }),
    email: z
      .email()
      .max(255)
      .optional()
      .describe('Where Salesforce tells of new records')
      .meta({ title: 'E-mail address' }),
    ...memberFields,
  }),
});

/** @public */
export const deleteGroup = declareAction({
  ...deletion,
  id: 'salesforce_delete_group',
  title: 'Delete a public group or queue',
  description:
    'Deletes a public group or a queue. Its members stay; what was shared with it is shared no more. Salesforce refuses it for a queue that owns records.',
  input: z.strictObject({ group: groupReference }),
});

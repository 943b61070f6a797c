import { z } from 'zod';
import { declareAction } from './ActionDeclaration';
import { objectName, userReference, userReferences } from './fields';

/** @public */
export const transferOwnership = declareAction({
  id: 'salesforce_transfer_ownership',
  title: 'Transfer records to another owner',
  description:
    'Gives records of a Salesforce user to another one: all accounts, open opportunities, or those that meet a condition. Up to 2,000 records of an object are shown one by one, more as a set.',
  family: 'access',
  kind: 'write',
  risk: 'high',
  attributes: { readOnly: false, destructive: true, idempotent: true },
  input: z.strictObject({
    from: userReference
      .describe('Who owns the records now')
      .meta({ title: 'From' }),
    to: userReference.describe('Who gets them').meta({ title: 'To' }),
    objects: z
      .array(objectName)
      .min(1, 'Name at least one object, such as Opportunity')
      .max(50)
      .describe('Objects whose records change hands, e.g. Account, Opportunity')
      .meta({ title: 'Objects' }),
    openOnly: z
      .boolean()
      .default(false)
      .describe(
        'Only what is open: opportunities, cases and tasks that are not closed, leads that are not converted',
      )
      .meta({ title: 'Only what is open' }),
    where: z
      .string()
      .trim()
      .min(1)
      .max(4_000)
      .optional()
      .describe(
        "Only records that meet this SOQL condition, e.g. StageName = 'Prospecting'",
      )
      .meta({ title: 'Condition' }),
  }),
});

/** @public */
export const offboardUser = declareAction({
  id: 'salesforce_offboard_user',
  title: 'Offboard Salesforce users',
  description:
    'Everything that leaving takes, in one request: freeze, end sessions and tokens, check what would keep Salesforce from deactivating, hand over records to the manager or somebody else, take permission sets, groups and licences away, deactivate.',
  family: 'users',
  kind: 'write',
  risk: 'high',
  attributes: { readOnly: false, destructive: true, idempotent: true },
  input: z.strictObject({
    users: userReferences,
    transferTo: userReference
      .optional()
      .describe('Who gets the records; default: the manager of each')
      .meta({ title: 'Records go to' }),
    records: z
      .enum(['all', 'open', 'none'])
      .default('all')
      .describe(
        'open: opportunities, cases and tasks that are not closed, and everything that cannot be closed; none: records stay theirs',
      )
      .meta({ title: 'Which records change hands' }),
  }),
});

/** @public */
export const deleteUser = declareAction({
  id: 'salesforce_delete_user',
  title: 'Delete a Salesforce user',
  description:
    'Salesforce deletes no users. Says why, and what to ask for instead: deactivate, freeze or offboard. Changes nothing.',
  family: 'users',
  kind: 'read',
  risk: 'low',
  attributes: { readOnly: true, destructive: false, idempotent: true },
  input: z.strictObject({ users: userReferences }),
});

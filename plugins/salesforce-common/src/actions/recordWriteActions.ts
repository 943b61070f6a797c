import { z } from 'zod';
import { declareAction } from './ActionDeclaration';
import { objectName, recordName, userReference } from './fields';

const said = z.union([
  z.string().max(131_072),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string().max(255)).max(100),
]);

/**
 * Values by field. A field goes by API name or label; a value as the API takes it
 * or as people write it: a picklist's label, a name for a lookup, "$50k", "yes",
 * "4 December 2026".
 *
 * @public
 */
export const fieldValues = z
  .record(z.string().trim().min(1).max(255), said)
  .refine(values => Object.keys(values).length <= 200, 'Up to 200 fields')
  .describe(
    'Values by field, e.g. {"StageName": "Closed Won", "Amount": 50000, "Account": "Acme Industries"}. Fields by API name or label; lookups by name or id; dates as YYYY-MM-DD',
  )
  .meta({ title: 'Values', 'x-input': 'record-values' });

const object = objectName.meta({ title: 'Object', 'x-input': 'sobject' });

/** @public */
export const createRecord = declareAction({
  id: 'salesforce_create_record',
  title: 'Create a record',
  description:
    'Creates a record of any object: a lead, contact, account, opportunity, case, task, event or custom record. It belongs to the person who asks unless an owner is given. Not for users, permission sets and other setup. It cannot be undone: Salesdesk deletes no records.',
  family: 'data',
  kind: 'write',
  risk: 'low',
  attributes: { readOnly: false, destructive: false, idempotent: false },
  input: z.strictObject({
    object,
    values: fieldValues,
    children: z
      .array(
        z.strictObject({
          object: object.optional().describe('Default: the same object'),
          values: fieldValues,
        }),
      )
      .max(50)
      .optional()
      .describe(
        'Records to create below it, e.g. child accounts, or contacts of the account',
      )
      .meta({ title: 'Records below it', 'x-input': 'child-records' }),
  }),
});

/** @public */
export const updateRecord = declareAction({
  id: 'salesforce_update_record',
  title: 'Change a record',
  description:
    'Changes fields of one record of any object, by id or name: the stage of an opportunity, the phone of a contact, the priority of a case. null empties a field. Not for users, permission sets and other setup.',
  family: 'data',
  kind: 'write',
  risk: 'medium',
  attributes: { readOnly: false, destructive: true, idempotent: true },
  input: z.strictObject({
    object: object.optional().describe('Not needed with an id'),
    record: recordName,
    values: fieldValues
      .refine(
        values => Object.keys(values).length > 0,
        'Say what is to be changed',
      )
      .describe(
        'New values by field, e.g. {"StageName": "Closed Won"}; null empties a field. Fields by API name or label; lookups by name or id; dates as YYYY-MM-DD',
      )
      .meta({ title: 'New values', 'x-input': 'changed-values' }),
  }),
});

/** @public */
export const convertLead = declareAction({
  id: 'salesforce_convert_lead',
  title: 'Convert a lead',
  description:
    'Converts a lead into an account, a contact and, unless told otherwise, an opportunity. Existing ones can be named. It cannot be undone: Salesforce takes no conversion back.',
  family: 'data',
  kind: 'write',
  risk: 'medium',
  attributes: { readOnly: false, destructive: true, idempotent: true },
  input: z.strictObject({
    lead: recordName
      .describe('Lead by name, e-mail address or id')
      .meta({ title: 'Lead', 'x-input': 'record' }),
    account: recordName
      .optional()
      .describe('Existing account to use; default: a new one')
      .meta({ title: 'Account', 'x-input': 'record' }),
    matchAccount: z
      .boolean()
      .default(false)
      .describe(
        'Use the account that has the name of the lead’s company, if there is one',
      )
      .meta({ title: 'Use the account of the same name' }),
    contact: recordName
      .optional()
      .describe('Existing contact of that account to use; default: a new one')
      .meta({ title: 'Contact', 'x-input': 'record' }),
    opportunity: z
      .string()
      .trim()
      .min(1)
      .max(120)
      .optional()
      .describe('Name of the new opportunity; default: the company')
      .meta({ title: 'Name of the opportunity' }),
    withoutOpportunity: z
      .boolean()
      .default(false)
      .describe('Create no opportunity')
      .meta({ title: 'No opportunity' }),
    status: z
      .string()
      .trim()
      .min(1)
      .max(255)
      .optional()
      .describe('Converted status; default: the one that the org prefers')
      .meta({ title: 'Converted status' }),
    owner: userReference
      .optional()
      .describe('Who owns what is created; default: the owner of the lead')
      .meta({ title: 'Owner' }),
  }),
});

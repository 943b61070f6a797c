import { z } from 'zod';
import { declareAction } from './ActionDeclaration';
import { recordName } from './fields';

const objectName = z
  .string()
  .trim()
  .min(1, 'Name an object, for example Account')
  .max(255)
  .describe('Object by API name or label, e.g. Opportunity or Subscription__c')
  .meta({ title: 'Object', 'x-picker': 'sobject' });

const readOnly = { readOnly: true, destructive: false, idempotent: true };

/** @public */
export const getObjectFields = declareAction({
  id: 'salesforce_get_object_fields',
  title: 'Describe an object',
  description:
    'Lists the fields of an object with labels, types and references; or the picklist values of one of its fields.',
  family: 'data',
  kind: 'read',
  risk: 'low',
  attributes: readOnly,
  input: z.strictObject({
    object: objectName,
    field: z
      .string()
      .trim()
      .min(1)
      .max(255)
      .optional()
      .describe('Show the picklist values of this field instead')
      .meta({ title: 'Field' }),
  }),
});

/** @public */
export const getRecord = declareAction({
  id: 'salesforce_get_record',
  title: 'Show a record',
  description:
    'Shows one record of any object by id or name, with its fields and a link to its page in Salesforce.',
  family: 'data',
  kind: 'read',
  risk: 'low',
  attributes: readOnly,
  input: z.strictObject({
    object: objectName.optional().describe('Not needed with an id'),
    record: recordName,
    fields: z
      .array(z.string().trim().min(1).max(255))
      .max(100)
      .optional()
      .describe('Fields to show, by API name or label; default: all')
      .meta({ title: 'Fields' }),
  }),
});

/** @public */
export const generateRecordUrl = declareAction({
  id: 'salesforce_generate_record_url',
  title: 'Give a link to a record',
  description:
    'Gives the link to the page of a record in Salesforce Lightning.',
  family: 'data',
  kind: 'read',
  risk: 'low',
  attributes: readOnly,
  input: z.strictObject({
    object: objectName.optional().describe('Not needed with an id'),
    record: recordName,
  }),
});

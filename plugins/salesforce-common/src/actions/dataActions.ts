import { z } from 'zod';
import { declareAction } from './ActionDeclaration';

/** @public */
export const runSoql = declareAction({
  id: 'salesforce_run_soql',
  title: 'Run a SOQL query',
  description:
    'Runs one SOQL query and returns its rows. Queries only read; secrets such as tokens and passwords cannot be selected.',
  family: 'data',
  kind: 'read',
  risk: 'low',
  attributes: { readOnly: true, destructive: false, idempotent: true },
  input: z.strictObject({
    query: z
      .string()
      .trim()
      .min(1, 'Write a SOQL query')
      .max(20_000)
      .describe('One SOQL SELECT statement')
      .meta({ title: 'SOQL', 'x-input': 'soql' }),
  }),
});

/** @public */
export const readAccount = declareAction({
  id: 'salesforce_read_account',
  title: 'Read an account',
  description:
    'Finds an account (a company) by name or id and shows its fields, owner, parent and assets, custom fields included.',
  family: 'data',
  kind: 'read',
  risk: 'low',
  attributes: { readOnly: true, destructive: false, idempotent: true },
  input: z.strictObject({
    account: z
      .string()
      .trim()
      .min(1, 'Name an account')
      .max(255)
      .describe('Account name, part of it, or id')
      .meta({ title: 'Account' }),
    fields: z
      .array(z.string().trim().min(1).max(255))
      .max(100)
      .optional()
      .describe(
        'Fields to show, e.g. Owner.Name or ARR__c; default: the most used',
      )
      .meta({ title: 'Fields' }),
    assets: z
      .boolean()
      .default(true)
      .describe('List the assets too')
      .meta({ title: 'With assets' }),
  }),
});

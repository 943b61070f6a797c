import type { SalesforceAction } from '@salesdesk/backstage-plugin-salesforce-node';
import { z } from 'zod';

/** JSON Schema (2020-12) of an action's input, picker hints included. */
export type InputSchema = Record<string, unknown> & {
  properties?: Record<string, unknown>;
};

const known = new WeakMap<object, InputSchema>();

/** The input of an action as JSON Schema: what the form, the API and models see. */
export function inputSchema(
  action: Pick<SalesforceAction, 'input'>,
): InputSchema {
  let schema = known.get(action.input);
  if (!schema) {
    schema = z.toJSONSchema(action.input, {
      target: 'draft-2020-12',
      io: 'input',
      unrepresentable: 'any',
    }) as InputSchema;
    known.set(action.input, schema);
  }
  return schema;
}

import type { ActionDescription } from '@salesdesk/backstage-plugin-salesforce-common';
import * as common from '@salesdesk/backstage-plugin-salesforce-common';
import { z } from 'zod';

function isDeclaration(value: unknown): value is common.ActionDeclaration {
  return (
    typeof value === 'object' &&
    value !== null &&
    'input' in value &&
    'attributes' in value
  );
}

/** Every action that -common declares, described as the backend does. */
export const sampleActions: ActionDescription[] = Object.values<unknown>(common)
  .filter(isDeclaration)
  .map(({ input, ...declaration }) => ({
    ...declaration,
    inputSchema: z.toJSONSchema(input, { io: 'input' }),
    undoable: 'yes',
    permitted: 'yes',
    policySentence:
      'Employees may ask for themselves; one RevOps approver; reason required; expires after 5 days.',
    selfService: 'allowed',
    reasonRequired: true,
    examples: [],
  }));

export function sampleAction(id: string): ActionDescription {
  const action = sampleActions.find(candidate => candidate.id === id);
  if (!action) throw new Error(`No action '${id}'`);
  return action;
}

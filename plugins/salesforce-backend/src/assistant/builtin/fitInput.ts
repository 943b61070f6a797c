import type { InterpretableAction } from '@salesdesk/backstage-plugin-salesforce-node';

/** Names that actions may give to the same thing, in the order of preference. */
const synonyms: string[][] = [
  ['name', 'label', 'title'],
  ['parent', 'parentRole', 'under'],
  ['users', 'members', 'user'],
  ['from', 'fromUser', 'currentOwner', 'users', 'source'],
  ['to', 'toUser', 'newOwner', 'target'],
  ['objects', 'object'],
  ['record', 'id', 'recordId'],
  ['fields', 'values'],
  ['lead', 'record', 'leadId'],
];

function propertiesOf(action: InterpretableAction): Record<string, unknown> {
  const { properties } = action.inputSchema;
  return typeof properties === 'object' && properties !== null
    ? (properties as Record<string, unknown>)
    : {};
}

/**
 * An input under the names that the action's schema has for them. What the
 * schema does not know stays, and its parsing refuses it.
 */
export function fitInput(
  action: InterpretableAction,
  input: Record<string, unknown>,
): Record<string, unknown> {
  const properties = propertiesOf(action);
  const fitted: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(input)) {
    const known =
      key in properties
        ? key
        : synonyms
            .filter(list => list.includes(key))
            .flat()
            .find(name => name in properties && !(name in input)) ?? key;
    fitted[known] = shaped(properties[known], value);
  }
  return fitted;
}

/** A list where the schema wants a list, and one thing where it wants one. */
function shaped(schema: unknown, value: unknown): unknown {
  const type =
    typeof schema === 'object' && schema !== null
      ? Reflect.get(schema, 'type')
      : undefined;
  if (type === 'array' && !Array.isArray(value)) return [value];
  if (type === 'string' && Array.isArray(value) && value.length === 1) {
    return value[0];
  }
  return value;
}

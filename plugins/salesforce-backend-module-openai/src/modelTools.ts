import type { InterpretableAction } from '@salesdesk/backstage-plugin-salesforce-node';
import type { ModelTool } from './ModelApi';

/** Tools that are no actions: to look at the schema, and to ask back. */
export const askPerson = 'ask_person';
export const listObjects = 'list_objects';
export const describeObject = 'describe_object';

/** The tools of a turn, generated from the actions' own schemas. */
export function modelTools(options: {
  actions: InterpretableAction[];
  withSchema: boolean;
}): ModelTool[] {
  return [
    ...options.actions.map(toolOf),
    {
      name: askPerson,
      description:
        'Ask the person when it is not clear whom or what they mean, or when something that is required is missing.',
      parameters: {
        type: 'object',
        properties: { question: { type: 'string' } },
        required: ['question'],
      },
    },
    ...(options.withSchema
      ? [
          {
            name: listObjects,
            description: 'The objects of the org: API names and labels.',
            parameters: { type: 'object', properties: {} },
          },
          {
            name: describeObject,
            description:
              'The fields of an object: API names, labels, types, values of picklists, parents and children. Use it before you write SOQL on fields that you do not know.',
            parameters: {
              type: 'object',
              properties: { object: { type: 'string' } },
              required: ['object'],
            },
          },
        ]
      : []),
  ];
}

function toolOf(action: InterpretableAction): ModelTool {
  const { $schema: _, ...parameters } = action.inputSchema as Record<
    string,
    unknown
  >;
  const isWrite = action.kind === 'write';
  const examples = action.examples
    .slice(0, 2)
    .map(({ words, input }) => `"${words}" → ${JSON.stringify(input)}`)
    .join('; ');
  return {
    name: action.id,
    description: [
      action.description,
      isWrite
        ? 'Only proposes: the person sees what would change and submits it, or does not.'
        : 'Reads; the result is shown to the person.',
      examples && `Examples: ${examples}`,
    ]
      .filter(Boolean)
      .join(' '),
    parameters: isWrite ? withReason(parameters) : parameters,
  };
}

function withReason(parameters: Record<string, unknown>) {
  const properties = (parameters.properties ?? {}) as Record<string, unknown>;
  return 'reason' in properties
    ? parameters
    : {
        ...parameters,
        properties: {
          ...properties,
          reason: {
            type: 'string',
            description:
              'Why, word for word as the person said it, if they did',
          },
        },
      };
}

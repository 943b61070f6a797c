import { getObjectFields as declaration } from '@salesdesk/backstage-plugin-salesforce-common';
import {
  createSalesforceReadAction,
  type FieldDescription,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { isRequired, withoutSecrets } from '../data/toDataObject';
import { findField, findObject } from './findObject';
import { count } from './words';

/** The fields of an object, or the values of one of its picklists. */
export const getObjectFields = createSalesforceReadAction(declaration, {
  async run({ input, context }) {
    const object = await findObject({
      context,
      path: 'object',
      text: input.object,
    });
    if (input.field !== undefined) {
      const found = findField(object, input.field);
      if (!found.field) {
        return context.resolver.refuse([
          {
            path: 'field',
            code: 'unknown_name',
            message: `${object.label} has no field '${input.field}' that you may see`,
            candidates: found.candidates.map(({ name, label }) => ({
              value: name,
              label,
            })),
          },
        ]);
      }
      return valuesOf(object.label, found.field);
    }
    const fields = withoutSecrets(object);
    return {
      kind: 'table',
      title: `${object.label} (${object.name}): ${count(
        fields.length,
        'field',
      )}`,
      columns: [
        { name: 'label', label: 'Label', type: 'string' },
        { name: 'name', label: 'API name', type: 'string' },
        { name: 'type', label: 'Type', type: 'string' },
        { name: 'required', label: 'Required', type: 'boolean' },
        { name: 'details', label: 'Refers to, or values', type: 'string' },
      ],
      rows: fields.map(field => ({
        label: field.label,
        name: field.name,
        type: field.type,
        required: isRequired(field),
        details:
          field.referenceTo.length > 0
            ? field.referenceTo.join(', ')
            : activeValues(field)
                .map(({ label }) => label)
                .join('; '),
      })),
      total: fields.length,
    };
  },
  examples: [
    {
      words: 'What fields exist on Opportunity',
      input: { object: 'Opportunity' },
    },
    { words: 'Describe the Account object', input: { object: 'Account' } },
    {
      words: 'Show picklist values for StageName of Opportunity',
      input: { object: 'Opportunity', field: 'StageName' },
    },
  ],
});

function activeValues({ picklistValues }: FieldDescription) {
  return picklistValues.filter(({ active }) => active);
}

function valuesOf(objectLabel: string, field: FieldDescription) {
  const values = activeValues(field);
  return {
    kind: 'table' as const,
    title: `${field.label} of ${objectLabel}: ${count(values.length, 'value')}`,
    columns: [
      { name: 'label', label: 'Label', type: 'string' },
      { name: 'value', label: 'Value', type: 'string' },
    ],
    rows: values.map(({ label, value }) => ({ label, value })),
    total: values.length,
    ...(values.length === 0
      ? { notes: [`${field.label} is no picklist, its type is ${field.type}`] }
      : {}),
  };
}

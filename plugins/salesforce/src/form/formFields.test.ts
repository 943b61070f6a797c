import { sampleActions } from '../__testUtils__/sampleActions';
import { formFieldsOf, type FormField } from './formFields';

function kinds(actionId: string): Record<string, string> {
  const action = sampleActions.find(({ id }) => id === actionId);
  return Object.fromEntries(
    formFieldsOf(action?.inputSchema).map(field => [
      field.name,
      `${field.required ? 'required ' : ''}${describeKind(field)}`,
    ]),
  );
}

function describeKind(field: FormField): string {
  switch (field.kind) {
    case 'picker':
      return `${field.multiple ? 'many ' : ''}${field.picker}`;
    case 'choice':
    case 'choices':
      return `${field.kind} of ${field.options.length}`;
    default:
      return field.kind;
  }
}

describe('the fields of a form', () => {
  it.each(sampleActions.map(({ id }) => id))(
    'are known for every part of the input of %s',
    actionId => {
      const found = Object.entries(kinds(actionId));
      expect(found.length).toBeGreaterThan(0);
      expect(found.filter(([, kind]) => kind.endsWith('json'))).toEqual([]);
    },
  );

  it('are pickers, moments and texts as the schema says, required ones first', () => {
    expect(kinds('salesforce_freeze_user')).toEqual({
      users: 'required many salesforce-user',
      until: 'moment',
    });
    expect(kinds('salesforce_query_users')).toEqual({
      search: 'text',
      status: 'choice of 4',
      profile: 'profile',
      role: 'role',
      lastLoginBefore: 'date',
      neverLoggedIn: 'boolean',
    });
    expect(Object.entries(kinds('salesforce_create_user')).slice(0, 3)).toEqual(
      [
        ['email', 'required text'],
        ['profile', 'required profile'],
        ['firstName', 'text'],
      ],
    );
    expect(Object.entries(kinds('salesforce_update_record'))).toEqual([
      ['object', 'sobject'],
      ['record', 'required text'],
      ['values', 'required record-values'],
    ]);
    expect(kinds('salesforce_update_user').clear).toBe('choices of 10');
    expect(kinds('salesforce_read_account').fields).toBe('texts');
  });

  it('of a part we have no field for are written as JSON, not left out', () => {
    const fields = formFieldsOf({
      type: 'object',
      properties: {
        address: { type: 'object', title: 'Address' },
        rows: { type: 'array', items: { type: 'object' } },
        count: { type: 'integer', minimum: 1, maximum: 9 },
      },
      required: ['count'],
    });
    expect(fields).toEqual([
      {
        name: 'count',
        title: 'count',
        required: true,
        kind: 'number',
        whole: true,
        minimum: 1,
        maximum: 9,
      },
      { name: 'address', title: 'Address', required: false, kind: 'json' },
      { name: 'rows', title: 'rows', required: false, kind: 'json' },
    ]);
  });

  it('are none for something that is no schema', () => {
    expect(formFieldsOf(undefined)).toEqual([]);
    expect(formFieldsOf('schema')).toEqual([]);
  });
});

import { ZodError } from 'zod';
import { TestOrg } from '../../__testUtils__/TestOrg';
import { duplicateRules } from './duplicateRules';
import { validationRules } from './validationRules';

const features = [
  {
    rules: () => [
      ...validationRules([
        {
          object: 'Opportunity',
          name: 'Amount_Needed',
          when: [
            { field: 'StageName', operator: 'equals', value: 'Closed Won' },
            { field: 'Amount', operator: 'isBlank' },
          ],
          message: 'A won opportunity needs an amount',
          errorField: 'Amount',
        },
        {
          object: 'Opportunity',
          name: 'No_Test',
          when: [{ field: 'Name', operator: 'startsWith', value: 'test' }],
          message: 'No tests, please',
        },
        {
          object: 'User',
          name: 'Contractors_Stay',
          when: [
            { field: 'Title', operator: 'contains', value: 'contractor' },
            { field: 'IsActive', operator: 'changed' },
          ],
          message: 'Contractors are managed elsewhere',
        },
      ]),
      ...duplicateRules([
        {
          object: 'Contact',
          name: 'Same_Person',
          matchOn: ['Email', 'LastName'],
        },
        {
          object: 'Account',
          name: 'Same_Company',
          matchOn: ['Name'],
          allowSave: false,
          message: 'There is such a company',
        },
      ]),
    ],
  },
];

describe('validation rules', () => {
  const opportunity = (fields: object) => ({
    StageName: 'Prospecting',
    CloseDate: '2026-12-31',
    Name: 'O',
    ...fields,
  });

  it('refuse in their own words, all that are broken at once', () => {
    const org = TestOrg.create({ features });
    expect(
      org.refusal(() =>
        org.insert(
          'Opportunity',
          opportunity({ Name: 'Test deal', StageName: 'closed won' }),
        ),
      ),
    ).toMatchObject({
      errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      fields: ['Amount'],
      messages: ['A won opportunity needs an amount', 'No tests, please'],
    });
    const id = org.insert('Opportunity', opportunity({}));
    expect(
      org.refusal(() =>
        org.update('Opportunity', id, { StageName: 'Closed Won' }),
      ).messages,
    ).toHaveLength(1);
    org.update('Opportunity', id, { StageName: 'Closed Won', Amount: 1 });
  });

  it('can keep a user from being deactivated', () => {
    const org = TestOrg.create({ features });
    const id = org.insertUser();
    org.update('User', id, { Title: 'Contractor' });
    expect(
      org.refusal(() => org.update('User', id, { IsActive: false })).message,
    ).toBe('Contractors are managed elsewhere');
  });

  it('that are not well-formed are not accepted', () => {
    const condition = { field: 'Name', operator: 'resembles' };
    expect(() =>
      validationRules([
        JSON.parse(
          JSON.stringify({
            object: 'Account',
            name: 'X',
            message: 'X',
            when: [condition],
          }),
        ),
      ]),
    ).toThrow(ZodError);
  });
});

describe('duplicate rules', () => {
  it('name the matches under the misspelt key, and yield to a caller who insists', () => {
    const org = TestOrg.create({ features });
    const fields = { LastName: 'Knight', Email: 'frank@knight.test' };
    const first = org.insert('Contact', fields);
    const refused = org.refusal(() => org.insert('Contact', fields));
    expect(refused).toMatchObject({
      errorCode: 'DUPLICATES_DETECTED',
      message: 'Use one of these records?',
      extra: {
        duplicateResut: {
          allowSave: true,
          duplicateRule: 'Same_Person',
          matchResults: [
            { size: 1, matchRecords: [{ record: { Id: first } }] },
          ],
        },
      },
    });
    org.insert('Contact', fields, { ...org.admin, allowDuplicates: true });
    org.insert('Contact', { ...fields, LastName: 'Day' });
    org.update('Contact', first, { Phone: '1' });
  });

  it('yield to nobody where saving is not allowed', () => {
    const org = TestOrg.create({ features });
    org.insert('Account', { Name: 'Acme' });
    expect(
      org.refusal(() =>
        org.insert(
          'Account',
          { Name: 'ACME' },
          { ...org.admin, allowDuplicates: true },
        ),
      ).message,
    ).toBe('There is such a company');
  });
});

import { recognizeAccessQuestion } from './recognizeAccessQuestion';

const known = {
  objects: ['Account', 'AccountContactRole', 'Opportunity', 'Subscription__c'],
  permissions: ['ModifyAllData', 'ViewAllData', 'ManageUsers', 'AuthorApex'],
};

describe('a question about access', () => {
  it.each([
    [
      'why can she delete Accounts?',
      { operation: 'delete', object: 'Account' },
    ],
    ['edit opportunities', { operation: 'edit', object: 'Opportunity' }],
    [
      'view all subscriptions',
      { operation: 'viewAll', object: 'Subscription__c' },
    ],
    ['Subscription__c', { object: 'Subscription__c' }],
    ['account contact roles', { object: 'AccountContactRole' }],
    ['account.phone', { object: 'Account', field: 'Account.phone' }],
  ])('%s', (text, expected) => {
    expect(recognizeAccessQuestion(text, known)).toMatchObject(expected);
  });

  it.each([
    ['modify all data', ['ModifyAllData']],
    ['ManageUsers', ['ManageUsers']],
    ['why can he manage users', ['ManageUsers']],
    ['all data', ['ModifyAllData', 'ViewAllData']],
    ['fly to the moon', []],
    ['', []],
  ])('%s means the permissions %j', (text, permissions) => {
    const question = recognizeAccessQuestion(text, known);
    expect(question.permissions).toEqual(permissions);
    expect(question.object).toBeUndefined();
  });
});

import { acmeObjects } from '../../schema/acmeObjects';
import { TestOrg } from '../../__testUtils__/TestOrg';

/** An account of one user which another may read and no more. */
function sharedAccount() {
  const org = TestOrg.create({ schema: acmeObjects });
  const owner = org.insertUser({ Username: 'owner@minimal.test' });
  const reader = org.insertUser({ Username: 'reader@minimal.test' });
  const account = org.insert('Account', { Name: 'A', OwnerId: owner });
  const share = (level: string, ctx = org.admin) =>
    org.insert(
      'AccountShare',
      {
        AccountId: account,
        UserOrGroupId: reader,
        AccountAccessLevel: level,
        OpportunityAccessLevel: 'None',
        CaseAccessLevel: 'None',
        ContactAccessLevel: 'None',
      },
      ctx,
    );
  return { org, owner, reader, account, share };
}

describe('details', () => {
  it('go with their master, and come back with it', () => {
    const { org, account } = sharedAccount();
    const subscription = org.insert('Subscription__c', {
      Name: 'S',
      Account__c: account,
    });
    org.insert('Subscription_Line__c', {
      Subscription__c: subscription,
      Quantity__c: 2,
    });
    org.delete('Subscription__c', subscription);
    expect(org.count('SELECT Id FROM Subscription_Line__c')).toBe(0);
    org.org.dml.undelete(org.admin, 'Subscription__c', subscription);
    expect(org.count('SELECT Id FROM Subscription_Line__c')).toBe(1);
    // a look-up is only cleared
    org.delete('Account', account);
    expect(org.row('SELECT Account__c FROM Subscription__c')).toMatchObject({
      Account__c: null,
    });
  });

  it('are seen, added, changed and deleted by those who may do that to the master', () => {
    const { org, reader } = sharedAccount();
    const ctx = org.as('reader@minimal.test');
    const subscription = org.insert('Subscription__c', { Name: 'S' });
    const line = org.insert('Subscription_Line__c', {
      Subscription__c: subscription,
      Quantity__c: 2,
    });
    const add = () =>
      org.insert(
        'Subscription_Line__c',
        { Subscription__c: subscription, Quantity__c: 1 },
        ctx,
      );
    expect(org.count('SELECT Id FROM Subscription_Line__c', ctx)).toBe(0);
    expect(org.outcome(add)).toBe(
      'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
    );
    org.update('Subscription__c', subscription, { OwnerId: reader });
    expect(org.count('SELECT Id FROM Subscription_Line__c', ctx)).toBe(1);
    expect(org.outcome(add)).toBe('done');
    org.update('Subscription_Line__c', line, { Quantity__c: 3 }, ctx);
    org.delete('Subscription_Line__c', line, ctx);
  });

  it('of a record that one may only read are refused', () => {
    const { org, account, share } = sharedAccount();
    share('Read');
    const ctx = org.as('reader@minimal.test');
    const supportCase = org.insert('Case', { AccountId: account });
    expect(
      org.outcome(() =>
        org.insert(
          'CaseComment',
          { ParentId: supportCase, CommentBody: 'Hello' },
          ctx,
        ),
      ),
    ).toBe('INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY');
    expect(
      org.outcome(() => org.update('Account', account, { Phone: '1' }, ctx)),
    ).toBe('INSUFFICIENT_ACCESS_OR_READONLY');
  });
});

describe('shares', () => {
  it('are given by those who own the record or stand above, not by those who read it', () => {
    const { org, reader, share } = sharedAccount();
    const readers = org.as('reader@minimal.test');
    expect(org.outcome(() => share('Edit', readers))).toBe(
      'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
    );
    const given = share('Read', org.as('owner@minimal.test'));
    expect(
      org.row(
        `SELECT RowCause, UserOrGroupId FROM AccountShare WHERE Id = '${given}'`,
        readers,
      ),
    ).toMatchObject({ RowCause: 'Manual', UserOrGroupId: reader });
    expect(org.outcome(() => org.delete('AccountShare', given, readers))).toBe(
      'INSUFFICIENT_ACCESS_OR_READONLY',
    );
    org.delete('AccountShare', given, org.as('owner@minimal.test'));
    expect(org.count('SELECT Id FROM Account', readers)).toBe(0);
  });
});

import fc from 'fast-check';
import { TestOrg } from '../__testUtils__/TestOrg';
import { loadCompany } from './__testUtils__/loadCompany';
import { expectedLevel, inventCompany } from './__testUtils__/sharingModel';

const objects = ['Account', 'Opportunity', 'Contact', 'Case', 'Task'] as const;

describe('sharing', () => {
  it('opens to everybody exactly what a plain reading of the rules opens', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), seed => {
        const company = inventCompany(seed);
        const org = TestOrg.create();
        const { userIds, recordIds } = loadCompany(org, company);
        userIds.forEach((userId, user) => {
          const ctx = { userId, apiVersion: '63.0' };
          const expected = recordIds.map((_, index) =>
            expectedLevel(company, user, index),
          );
          const answered = new Map(
            org
              .rows(
                `SELECT RecordId, HasReadAccess, HasEditAccess, HasDeleteAccess,
                        MaxAccessLevel
                 FROM UserRecordAccess WHERE UserId = '${userId}'
                 AND RecordId IN (${recordIds.map(id => `'${id}'`).join()})`,
                ctx,
              )
              .map(row => [row.RecordId, row]),
          );
          recordIds.forEach((recordId, index) => {
            expect(answered.get(recordId)).toMatchObject({
              HasReadAccess: expected[index] >= 1,
              HasEditAccess: expected[index] >= 2,
              HasDeleteAccess: expected[index] >= 3,
            });
          });
          for (const object of objects) {
            const seen = org
              .rows(`SELECT Id FROM ${object}`, ctx)
              .map(({ Id }) => String(Id));
            const readable = recordIds.filter(
              (_, index) =>
                company.records[index].object === object &&
                expected[index] >= 1,
            );
            expect(seen.sort()).toEqual(readable.sort());
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  it('does not outlive a change of owner, role, group, share or hierarchy', () => {
    const org = TestOrg.create();
    const [ceo, manager, rep] = ['CEO', 'Sales Manager', 'Sales Rep'].map(
      name => org.id('UserRole', 'Name', name),
    );
    org.insertUser({ Username: 'boss@minimal.test', UserRoleId: manager });
    const seller = org.insertUser({ UserRoleId: rep });
    const boss = org.as('boss@minimal.test');
    const account = org.insert('Account', { Name: 'A', OwnerId: seller });
    const sees = () => org.count('SELECT Id FROM Account', boss) === 1;
    expect(sees()).toBe(true);
    org.update('User', seller, { UserRoleId: ceo });
    expect(sees()).toBe(false);
    const group = org.insert('Group', { Name: 'G' });
    const member = org.insert('GroupMember', {
      GroupId: group,
      UserOrGroupId: boss.userId,
    });
    const share = org.insert('AccountShare', {
      AccountId: account,
      UserOrGroupId: group,
      AccountAccessLevel: 'Read',
      OpportunityAccessLevel: 'None',
      CaseAccessLevel: 'None',
      ContactAccessLevel: 'None',
    });
    expect(sees()).toBe(true);
    org.delete('GroupMember', member);
    expect(sees()).toBe(false);
    org.insert('GroupMember', { GroupId: group, UserOrGroupId: boss.userId });
    expect(sees()).toBe(true);
    org.delete('AccountShare', share);
    expect(sees()).toBe(false);
    org.update('User', seller, { UserRoleId: rep });
    org.update('UserRole', rep, { ParentRoleId: ceo });
    expect(sees()).toBe(false);
    org.update('Account', account, { OwnerId: boss.userId });
    expect(sees()).toBe(true);
  });

  it('is overridden by View All and Modify All of the object or of all data', () => {
    const org = TestOrg.create();
    const account = org.insert('Account', { Name: 'A' });
    const rights = (objectFlags: string[], systemPermission?: string) => {
      const name = `p${objectFlags.length}${systemPermission ?? ''}`;
      const user = org.insertUser({ Username: `${name}@minimal.test` });
      org.insertPermissionSet({
        label: name,
        fields: systemPermission
          ? {
              [`Permissions${systemPermission}`]: true,
              PermissionsViewAllData: true,
              PermissionsTransferAnyEntity: true,
            }
          : {},
        objects: { Account: objectFlags },
        assignees: [user],
      });
      const { HasReadAccess, HasEditAccess, MaxAccessLevel } = org.row(
        `SELECT HasReadAccess, HasEditAccess, MaxAccessLevel
         FROM UserRecordAccess WHERE UserId = '${user}' AND RecordId = '${account}'`,
      );
      return [HasReadAccess, HasEditAccess, MaxAccessLevel];
    };
    const all = [
      'Read',
      'Edit',
      'Delete',
      'ViewAllRecords',
      'ModifyAllRecords',
    ];
    expect(rights(['Read'])).toEqual([false, false, 'None']);
    expect(rights(['Read', 'ViewAllRecords'])).toEqual([true, false, 'Read']);
    expect(rights(all)).toEqual([true, true, 'All']);
    expect(rights(['Read', 'Edit', 'Create'], 'ViewAllData')[0]).toBe(true);
    expect(
      rights(['Read', 'Edit', 'Create', 'Delete'], 'ModifyAllData'),
    ).toEqual([true, true, 'All']);
  });
});

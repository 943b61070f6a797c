import { TestOrg } from '../../__testUtils__/TestOrg';

describe('roles', () => {
  it('bring two groups of their own, which go with them', () => {
    const org = TestOrg.create();
    const role = org.insert('UserRole', {
      Name: 'VP in R&D',
      ParentRoleId: org.id('UserRole', 'Name', 'CEO'),
    });
    expect(
      org
        .rows(
          `SELECT Type, DeveloperName FROM Group WHERE RelatedId = '${role}'`,
        )
        .map(({ Type, DeveloperName }) => [Type, DeveloperName]),
    ).toEqual([
      ['Role', 'VP_in_R_D'],
      ['RoleAndSubordinates', 'VP_in_R_D'],
    ]);
    org.delete('UserRole', role);
    expect(
      org.count("SELECT Id FROM Group WHERE DeveloperName = 'VP_in_R_D'"),
    ).toBe(0);
  });

  it('stay while users have them or roles report to them', () => {
    const org = TestOrg.create();
    const manager = org.id('UserRole', 'Name', 'Sales Manager');
    expect(org.refusal(() => org.delete('UserRole', manager))).toMatchObject({
      errorCode: 'DELETE_FAILED',
      message: expect.stringContaining('Sales Rep'),
    });
    const rep = org.id('UserRole', 'Name', 'Sales Rep');
    const user = org.insertUser({ UserRoleId: rep, LastName: 'Quill' });
    expect(org.refusal(() => org.delete('UserRole', rep))).toMatchObject({
      errorCode: 'DELETE_FAILED',
      message: expect.stringContaining('Quill'),
    });
    org.update('User', user, { UserRoleId: null });
    org.delete('UserRole', rep);
    org.delete('UserRole', manager);
  });

  it('form no circle', () => {
    const org = TestOrg.create();
    const [ceo, rep] = ['CEO', 'Sales Rep'].map(name =>
      org.id('UserRole', 'Name', name),
    );
    expect(
      org.refusal(() => org.update('UserRole', ceo, { ParentRoleId: rep }))
        .errorCode,
    ).toBe('CIRCULAR_DEPENDENCY');
  });

  it('that move lock others out while sharing is recalculated, by the switch', () => {
    const org = TestOrg.create({ switches: { sharingRecalculationMs: 5000 } });
    const [first, second] = [org.insertUser(), org.insertUser()];
    const UserRoleId = org.id('UserRole', 'Name', 'Sales Rep');
    org.update('User', first, { UserRoleId });
    expect(
      org.refusal(() => org.update('User', second, { UserRoleId })),
    ).toMatchObject({
      errorCode: 'UNABLE_TO_LOCK_ROW',
      message: expect.stringContaining(second.slice(0, 15)),
    });
    org.update('User', second, { Title: 'No role, no lock' });
    org.org.clock.advance(5000);
    org.update('User', second, { UserRoleId });
    org.org.switches.sharingRecalculationMs = 0;
    org.update('User', first, { UserRoleId: null });
    org.update('User', second, { UserRoleId: null });
  });
});

describe('groups and queues', () => {
  it('get an API name from their name, once per type', () => {
    const org = TestOrg.create();
    const id = org.insert('Group', { Name: 'North America Sales' });
    expect(
      org.row(`SELECT DeveloperName, Type FROM Group WHERE Id = '${id}'`),
    ).toMatchObject({ DeveloperName: 'North_America_Sales', Type: 'Regular' });
    expect(
      org.refusal(() => org.insert('Group', { Name: 'North America Sales' }))
        .errorCode,
    ).toBe('DUPLICATE_DEVELOPER_NAME');
    org.insert('Group', { Name: 'North America Sales', Type: 'Queue' });
  });

  it('of the system are made, changed, filled and deleted by nobody', () => {
    const org = TestOrg.create();
    const role = org.id('UserRole', 'Name', 'CEO');
    const group = String(
      org.row(
        `SELECT Id FROM Group WHERE RelatedId = '${role}' AND Type = 'Role'`,
      ).Id,
    );
    expect(
      org.refusal(() => org.insert('Group', { Name: 'X', Type: 'Role' }))
        .errorCode,
    ).toBe('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST');
    for (const run of [
      () => org.update('Group', group, { Name: 'Mine' }),
      () => org.delete('Group', group),
      () =>
        org.insert('GroupMember', {
          GroupId: group,
          UserOrGroupId: org.insertUser(),
        }),
    ]) {
      expect(org.refusal(run).errorCode).toBe(
        'INSUFFICIENT_ACCESS_OR_READONLY',
      );
    }
  });

  it.each([
    ['error', 'DUPLICATE_VALUE'],
    ['success', 'done'],
  ] as const)(
    'have a member once; adding one again is: %s',
    (duplicateGroupMember, outcome) => {
      const org = TestOrg.create({ switches: { duplicateGroupMember } });
      const GroupId = org.insert('Group', { Name: 'Team' });
      const UserOrGroupId = org.insertUser();
      const add = () => org.insert('GroupMember', { GroupId, UserOrGroupId });
      add();
      expect(org.outcome(add)).toBe(outcome);
      expect(
        org.count(`SELECT Id FROM GroupMember WHERE GroupId = '${GroupId}'`),
      ).toBe(1);
    },
  );

  it('contain groups and roles, but never themselves', () => {
    const org = TestOrg.create();
    const [outer, inner] = ['Outer', 'Inner'].map(Name =>
      org.insert('Group', { Name }),
    );
    org.insert('GroupMember', { GroupId: outer, UserOrGroupId: inner });
    expect(
      org.refusal(() =>
        org.insert('GroupMember', { GroupId: inner, UserOrGroupId: outer }),
      ).errorCode,
    ).toBe('CIRCULAR_DEPENDENCY');
  });

  it('have no way to the user in a query', () => {
    const org = TestOrg.create();
    expect(
      org.refusal(() => org.rows('SELECT User.Email FROM GroupMember')),
    ).toMatchObject({
      errorCode: 'INVALID_FIELD',
      message: expect.stringContaining("Didn't understand relationship 'User'"),
    });
  });

  it('take their members along when they go', () => {
    const org = TestOrg.create();
    const GroupId = org.insert('Group', { Name: 'Team', Type: 'Queue' });
    org.insert('GroupMember', { GroupId, UserOrGroupId: org.insertUser() });
    org.insert('QueueSobject', { QueueId: GroupId, SobjectType: 'Case' });
    const owned = org.insert('Case', { OwnerId: GroupId });
    expect(org.refusal(() => org.delete('Group', GroupId)).errorCode).toBe(
      'DELETE_FAILED',
    );
    org.update('Case', owned, { OwnerId: org.admin.userId });
    org.delete('Group', GroupId);
    expect(org.count('SELECT Id FROM GroupMember')).toBe(0);
    expect(org.count('SELECT Id FROM QueueSobject')).toBe(0);
  });

  it('serve as owners only of what their queue is for', () => {
    const org = TestOrg.create();
    const queue = org.insert('Group', { Name: 'Cases', Type: 'Queue' });
    const regular = org.insert('Group', { Name: 'People' });
    org.insert('QueueSobject', { QueueId: queue, SobjectType: 'Case' });
    org.insert('Case', { OwnerId: queue });
    for (const OwnerId of [queue, regular]) {
      expect(
        org.refusal(() =>
          org.insert('Lead', { LastName: 'K', Company: 'K', OwnerId }),
        ).errorCode,
      ).toBe('FIELD_INTEGRITY_EXCEPTION');
    }
    expect(
      org.refusal(() =>
        org.insert('QueueSobject', { QueueId: queue, SobjectType: 'Account' }),
      ).errorCode,
    ).toBe('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST');
  });
});

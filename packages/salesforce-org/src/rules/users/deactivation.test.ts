import { TestOrg } from '../../__testUtils__/TestOrg';
import type { SetupReferenceKind } from '../setup/settingObjects';

const hierarchyField = {
  objects: [
    {
      name: 'User',
      fields: [
        {
          name: 'Mentor__c',
          label: 'Mentor',
          type: 'reference',
          referenceTo: 'User',
        },
      ],
    },
  ],
};

const blocked: readonly (readonly [SetupReferenceKind, string])[] = [
  [
    'DefaultLeadOwner',
    'You cannot deactivate this user. You cannot deactivate a user who is the default owner of leads',
  ],
  [
    'DefaultCaseOwner',
    'You cannot deactivate this user. You cannot deactivate a user who is the default owner of cases',
  ],
  [
    'AutomatedCaseUser',
    'You cannot deactivate this user. You cannot deactivate the Automated Case User',
  ],
  ['DefaultWorkflowUser', 'You cannot deactivate the Default Workflow User'],
  ['WebToLeadCreator', 'You cannot disable the Web to Lead Default Creator.'],
  [
    'ApprovalApprover',
    'You cannot deactivate this user. This user is an approver in the approval process: Big Deals',
  ],
  [
    'EmailAlertRecipient',
    'You cannot deactivate this user. This user is the sole recipient of the workflow email alert: Big Deals',
  ],
];

function refer(org: TestOrg, userId: string, kind: SetupReferenceKind): string {
  const [id] = org.org.store.load('SetupReference', [
    { Kind: kind, ReferenceId: userId, Name: 'Big Deals' },
  ]);
  return id;
}

function deactivate(org: TestOrg, userId: string): void {
  org.update('User', userId, { IsActive: false });
}

describe('deactivating a user', () => {
  it.each(blocked)(
    'is refused for %s until that is cleared',
    (kind, message) => {
      const org = TestOrg.create();
      const id = org.insertUser();
      const reference = refer(org, id, kind);
      expect(org.refusal(() => deactivate(org, id))).toMatchObject({
        errorCode: 'FIELD_INTEGRITY_EXCEPTION',
        message,
      });
      org.org.dml.delete(org.org.systemContext(), 'SetupReference', reference);
      deactivate(org, id);
      expect(
        org.row(`SELECT IsActive FROM User WHERE Id = '${id}'`),
      ).toMatchObject({ IsActive: false });
    },
  );

  it.each([
    'FIELD_INTEGRITY_EXCEPTION',
    'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
    'FIELD_CUSTOM_VALIDATION_EXCEPTION',
    'UNKNOWN_EXCEPTION',
  ] as const)('answers with the code of the switch: %s', code => {
    const org = TestOrg.create({
      switches: { deactivationBlockerErrorCode: code },
    });
    const id = org.insertUser();
    refer(org, id, 'DefaultLeadOwner');
    expect(org.refusal(() => deactivate(org, id)).errorCode).toBe(code);
  });

  it('names every blocker, or with the switch the first alone', () => {
    const org = TestOrg.create();
    const id = org.insertUser();
    refer(org, id, 'DefaultLeadOwner');
    refer(org, id, 'DefaultCaseOwner');
    expect(org.refusal(() => deactivate(org, id)).messages).toHaveLength(2);
    org.org.switches.deactivationBlockersShown = 'first';
    expect(org.refusal(() => deactivate(org, id)).messages).toHaveLength(1);
  });

  it('is refused while a custom hierarchy field names the user; a manager is free to go', () => {
    const org = TestOrg.create({ schema: hierarchyField });
    const id = org.insertUser();
    const follower = org.insertUser({ ManagerId: id, Mentor__c: id });
    expect(org.refusal(() => deactivate(org, id)).message).toBe(
      'Cannot inactivate user that is the value of a hierarchy field:Mentor',
    );
    org.update('User', follower, { Mentor__c: null });
    deactivate(org, id);
  });

  it('is refused for oneself and for the last administrator', () => {
    const org = TestOrg.create();
    const { userId } = org.admin;
    expect(org.refusal(() => deactivate(org, userId)).messages).toEqual([
      'You cannot deactivate your own user record',
      expect.stringContaining('at least one active System Administrator'),
    ]);
    const other = org.insertUser({
      ProfileId: org.profileId('System Administrator'),
      Username: 'second@minimal.test',
    });
    org.update(
      'User',
      userId,
      { IsActive: false },
      org.as('second@minimal.test'),
    );
    expect(
      org.refusal(() =>
        org.update(
          'User',
          other,
          { IsActive: false },
          org.as('second@minimal.test'),
        ),
      ).messages,
    ).toHaveLength(2);
  });

  it('is not refused for what people own', () => {
    const org = TestOrg.create();
    const id = org.insertUser();
    org.insert('Account', { Name: 'Owned', OwnerId: id });
    deactivate(org, id);
    expect(
      org.row("SELECT Owner.IsActive FROM Account WHERE Name = 'Owned'"),
    ).toMatchObject({ Owner: { IsActive: false } });
  });

  it('ends the sessions and keeps permission sets, groups and licences', () => {
    const org = TestOrg.create();
    const id = org.insertUser();
    org.org.store.load('AuthSession', [{ UsersId: id }, { UsersId: id }]);
    const group = org.insert('Group', { Name: 'Team' });
    org.insert('GroupMember', { GroupId: group, UserOrGroupId: id });
    deactivate(org, id);
    expect(
      org.count(`SELECT Id FROM AuthSession WHERE UsersId = '${id}'`),
    ).toBe(0);
    expect(
      org.count(`SELECT Id FROM GroupMember WHERE UserOrGroupId = '${id}'`),
    ).toBe(1);
    expect(
      org.count(
        `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${id}'`,
      ),
    ).toBe(1);
    expect(
      org.org.journal.entries().filter(({ kind }) => kind === 'sessionEnded'),
    ).toHaveLength(2);
  });

  it('leaves nothing behind when it is refused', () => {
    const org = TestOrg.create();
    const id = org.insertUser();
    refer(org, id, 'DefaultWorkflowUser');
    const before = org.org.journal.entries().length;
    const trail = org.count('SELECT Id FROM SetupAuditTrail');
    org.refusal(() =>
      org.update('User', id, { IsActive: false, Title: 'Gone' }),
    );
    expect(
      org.row(`SELECT IsActive, Title FROM User WHERE Id = '${id}'`),
    ).toMatchObject({ IsActive: true, Title: null });
    expect(org.org.journal.entries()).toHaveLength(before);
    expect(org.count('SELECT Id FROM SetupAuditTrail')).toBe(trail);
  });
});

describe('freezing a user', () => {
  function frozen(org: TestOrg, fields = {}) {
    const id = org.insertUser(fields);
    const login = org.id('UserLogin', 'UserId', id);
    org.org.store.load('AuthSession', [{ UsersId: id }]);
    org.org.store.load('OauthToken', [{ UserId: id, AppName: 'Slack' }]);
    org.update('UserLogin', login, { IsFrozen: true });
    return { id, login };
  }

  it('leaves the user active and the seat taken', () => {
    const org = TestOrg.create();
    const seats = () =>
      org.row("SELECT UsedLicenses FROM UserLicense WHERE Name = 'Salesforce'")
        .UsedLicenses;
    const before = Number(seats());
    const { id, login } = frozen(org);
    expect(
      org.row(`SELECT IsActive FROM User WHERE Id = '${id}'`),
    ).toMatchObject({ IsActive: true });
    expect(seats()).toBe(before + 1);
    org.update('UserLogin', login, { IsFrozen: false });
    expect(
      org.row(`SELECT IsFrozen FROM UserLogin WHERE Id = '${login}'`),
    ).toMatchObject({ IsFrozen: false });
  });

  it.each([
    [false, 1],
    [true, 0],
  ])('ends sessions and tokens as the switches say: %s', (on, left) => {
    const org = TestOrg.create({
      switches: { freezeEndsSessions: on, freezeRevokesRefreshTokens: on },
    });
    const { id } = frozen(org);
    expect(
      org.count(`SELECT Id FROM AuthSession WHERE UsersId = '${id}'`),
    ).toBe(left);
    expect(
      org.count(`SELECT AppName FROM OauthToken WHERE UserId = '${id}'`),
    ).toBe(left);
  });

  it('cannot lock a password, only unlock it', () => {
    const org = TestOrg.create();
    const login = org.id('UserLogin', 'UserId', org.insertUser());
    expect(
      org.refusal(() =>
        org.update('UserLogin', login, { IsPasswordLocked: true }),
      ).fields,
    ).toEqual(['IsPasswordLocked']);
    const system = org.org.systemContext();
    org.org.dml.transaction(system, tx =>
      tx.update('UserLogin', login, { IsPasswordLocked: true }),
    );
    org.update('UserLogin', login, { IsPasswordLocked: false });
  });

  it.each([
    ['FreezeUsers', { IsFrozen: true }, { IsPasswordLocked: false }],
    ['ResetPasswords', { IsPasswordLocked: false }, { IsFrozen: true }],
  ])('%s allows its own part alone', (permission, allowed, refused) => {
    const org = TestOrg.create();
    const helper = org.insertUser({ Username: 'helper@minimal.test' });
    org.insertPermissionSet({
      label: 'Helper',
      fields: { [`Permissions${permission}`]: true },
      assignees: [helper],
    });
    const login = org.id('UserLogin', 'UserId', org.insertUser());
    org.org.dml.transaction(org.org.systemContext(), tx =>
      tx.update('UserLogin', login, { IsPasswordLocked: true }),
    );
    const ctx = org.as('helper@minimal.test');
    expect(
      org.refusal(() => org.update('UserLogin', login, refused, ctx)).errorCode,
    ).toBe('INSUFFICIENT_ACCESS_OR_READONLY');
    org.update('UserLogin', login, allowed, ctx);
  });
});

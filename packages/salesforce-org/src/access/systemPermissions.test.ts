import type { CallContext } from '../core/types';
import { TestOrg } from '../__testUtils__/TestOrg';

/** What somebody tries, by the permission that allows it (contract, section 6). */
const attempts: readonly (readonly [
  string,
  string,
  (org: TestOrg, ctx: CallContext) => unknown,
])[] = [
  [
    'create users',
    'ManageInternalUsers',
    (org, ctx) => org.insertUser({}, ctx),
  ],
  [
    'change another user',
    'ManageInternalUsers',
    (org, ctx) => org.update('User', org.insertUser(), { Title: 'Poet' }, ctx),
  ],
  [
    'deactivate another user',
    'ManageInternalUsers',
    (org, ctx) =>
      org.update('User', org.insertUser(), { IsActive: false }, ctx),
  ],
  [
    'freeze',
    'FreezeUsers',
    (org, ctx) =>
      org.update(
        'UserLogin',
        org.id('UserLogin', 'UserId', org.insertUser()),
        { IsFrozen: true },
        ctx,
      ),
  ],
  [
    'assign permission sets',
    'AssignPermissionSets',
    (org, ctx) =>
      org.insert(
        'PermissionSetAssignment',
        {
          AssigneeId: org.insertUser(),
          PermissionSetId: org.insertPermissionSet({ label: 'X' }),
        },
        ctx,
      ),
  ],
  [
    'see who has permission sets',
    'ViewSetup',
    (org, ctx) => org.rows('SELECT Id FROM PermissionSetAssignment', ctx),
  ],
  [
    'make permission sets',
    'ManageProfilesPermissionsets',
    (org, ctx) => org.insert('PermissionSet', { Name: 'Y', Label: 'Y' }, ctx),
  ],
  [
    'make roles',
    'ManageRoles',
    (org, ctx) => org.insert('UserRole', { Name: 'Jester' }, ctx),
  ],
  [
    'make groups',
    'ManageGroups',
    (org, ctx) => org.insert('Group', { Name: 'Jesters' }, ctx),
  ],
  [
    'see connected apps',
    'CustomizeApplication',
    (org, ctx) => org.rows('SELECT Id FROM ConnectedApplication', ctx),
  ],
  [
    'read the Setup Audit Trail',
    'ViewSetup',
    (org, ctx) => org.rows('SELECT Id FROM SetupAuditTrail', ctx),
  ],
  [
    'assign package licences',
    'ManagePackageLicenses',
    (org, ctx) => {
      const [license] = org.org.store.load('PackageLicense', [
        { NamespacePrefix: 'p', Status: 'Active', AllowedLicenses: 5 },
      ]);
      org.insert(
        'UserPackageLicense',
        { PackageLicenseId: license, UserId: org.insertUser() },
        ctx,
      );
    },
  ],
];

function somebody(org: TestOrg, permission?: string): CallContext {
  const id = org.insertUser({
    Username: 'somebody@minimal.test',
    ProfileId: org.profileId('Minimum Access - Salesforce'),
  });
  if (permission) {
    org.org.store.load('PermissionSetAssignment', [
      {
        AssigneeId: id,
        PermissionSetId: org.org.store.load('PermissionSet', [
          {
            Name: 'Given',
            Label: 'Given',
            Type: 'Regular',
            [`Permissions${permission}`]: true,
          },
        ])[0],
      },
    ]);
  }
  return org.as('somebody@minimal.test');
}

describe('system permissions', () => {
  it.each(attempts)(
    '%s: only with %s, or with Manage Users',
    (_, permission, attempt) => {
      const without = TestOrg.create();
      expect(
        without.refusal(() => attempt(without, somebody(without))).errorCode,
      ).toMatch(
        /^(INSUFFICIENT_ACCESS_OR_READONLY|CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY|INVALID_TYPE|NOT_FOUND)$/,
      );
      const withIt = TestOrg.create();
      attempt(withIt, somebody(withIt, permission));
      if (permission !== 'CustomizeApplication') {
        const withMuch = TestOrg.create();
        attempt(withMuch, somebody(withMuch, 'ManageUsers'));
      }
    },
  );

  it.each([
    ['AuthSession', 'UsersId', 'ManageUsers'],
    ['LoginHistory', 'UserId', 'ManageUsers'],
    ['OauthToken', 'UserId', 'CustomizeApplication'],
  ])(
    'rows of %s are one’s own, or with %s everybody’s',
    (object, field, permission) => {
      const count = (given?: string) => {
        const org = TestOrg.create();
        const ctx = somebody(org, given);
        const other = org.insertUser();
        org.org.store.load(object, [
          { [field]: ctx.userId },
          { [field]: other },
        ]);
        return org.count(`SELECT ${field} FROM ${object}`, ctx);
      };
      expect(count()).toBe(1);
      expect(count(permission)).toBe(2);
    },
  );

  it('one’s own session can be ended, another’s needs Manage Users', () => {
    const org = TestOrg.create();
    const ctx = somebody(org);
    const [own, others] = org.org.store.load('AuthSession', [
      { UsersId: ctx.userId },
      { UsersId: org.admin.userId },
    ]);
    org.delete('AuthSession', own, ctx);
    expect(() => org.delete('AuthSession', others, ctx)).toThrow();
    org.delete('AuthSession', others);
    expect(
      org.org.journal.entries().filter(({ kind }) => kind === 'sessionEnded'),
    ).toHaveLength(2);
  });

  it('an OAuth token shows no id and cannot be deleted', () => {
    const org = TestOrg.create();
    const [id] = org.org.store.load('OauthToken', [
      { UserId: org.admin.userId, AppName: 'Slack', DeleteToken: 'd' },
    ]);
    expect(
      org.row('SELECT Id, AppName, DeleteToken FROM OauthToken'),
    ).toMatchObject({ Id: null, AppName: 'Slack', DeleteToken: 'd' });
    expect(() => org.delete('OauthToken', id)).toThrow();
    expect(org.count('SELECT AppName FROM OauthToken')).toBe(1);
  });

  it('settings that Setup alone shows are hidden from every caller', () => {
    const org = TestOrg.create();
    for (const object of [
      'SetupReference',
      'UsernameElsewhere',
      'PendingEmailChange',
    ]) {
      expect(
        org.refusal(() => org.rows(`SELECT Id FROM ${object}`)).errorCode,
      ).toBe('INVALID_TYPE');
    }
    const names = org.org.describeGlobal(org.admin).map(({ name }) => name);
    expect(names).not.toContain('SetupReference');
    expect(names).toContain('Account');
  });

  it('UserRecordAccess wants a user and records, 200 at most', () => {
    const org = TestOrg.create();
    const { userId } = org.admin;
    expect(
      org.refusal(() => org.rows('SELECT RecordId FROM UserRecordAccess'))
        .errorCode,
    ).toBe('MALFORMED_QUERY');
    const ids = Array.from({ length: 201 }, () => org.org.ids.next('Account'));
    expect(
      org.refusal(() =>
        org.rows(
          `SELECT RecordId FROM UserRecordAccess WHERE UserId = '${userId}'
           AND RecordId IN (${ids.map(id => `'${id}'`).join()})`,
        ),
      ).errorCode,
    ).toBe('EXCEEDED_ID_LIMIT');
  });
});

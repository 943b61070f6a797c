import { TestOrg } from '../../__testUtils__/TestOrg';

function assign(org: TestOrg, fields: Record<string, string>): string {
  return org.insert('PermissionSetAssignment', fields);
}

function assignments(org: TestOrg, userId: string): string[] {
  return org
    .rows(
      `SELECT PermissionSet.Label FROM PermissionSetAssignment
       WHERE AssigneeId = '${userId}' AND PermissionSet.IsOwnedByProfile = false`,
    )
    .map(row => (row.PermissionSet as { Label: string }).Label);
}

describe('assigning a permission set', () => {
  it.each([';', ','] as const)(
    'a second time is a duplicate, in the words of the switch: %s',
    duplicateAssignmentSeparator => {
      const org = TestOrg.create({
        switches: { duplicateAssignmentSeparator },
      });
      const user = org.insertUser();
      const set = org.insertPermissionSet({ label: 'Set', assignees: [user] });
      expect(
        org.refusal(() =>
          assign(org, { AssigneeId: user, PermissionSetId: set }),
        ),
      ).toMatchObject({
        errorCode: 'DUPLICATE_VALUE',
        message: `Duplicate PermissionSetAssignment. Assignee: ${user.slice(
          0,
          15,
        )}${duplicateAssignmentSeparator} Permission Set: ${set.slice(0, 15)}`,
      });
    },
  );

  it('takes ids of 15 characters like those of 18', () => {
    const org = TestOrg.create();
    const user = org.insertUser();
    const set = org.insertPermissionSet({ label: 'Set' });
    assign(org, {
      AssigneeId: user.slice(0, 15),
      PermissionSetId: set.slice(0, 15),
    });
    expect(
      org.refusal(() => assign(org, { AssigneeId: user, PermissionSetId: set }))
        .errorCode,
    ).toBe('DUPLICATE_VALUE');
  });

  it.each([
    ['refuse', 'FIELD_INTEGRITY_EXCEPTION', []],
    ['accept', 'done', ['Set']],
    ['ignore', 'done', []],
  ] as const)(
    'to an inactive user: %s',
    (assignmentToInactiveUser, errorCode, held) => {
      const org = TestOrg.create({ switches: { assignmentToInactiveUser } });
      const user = org.insertUser({ IsActive: false });
      const set = org.insertPermissionSet({ label: 'Set' });
      const run = () => assign(org, { AssigneeId: user, PermissionSetId: set });
      expect(org.outcome(run)).toBe(errorCode);
      expect(assignments(org, user)).toEqual(held);
    },
  );

  it('that a profile or a group owns is refused, and so is deleting the profile’s own', () => {
    const org = TestOrg.create();
    const user = org.insertUser();
    const [owned] = org.rows(
      "SELECT Id FROM PermissionSet WHERE Profile.Name = 'Read Only'",
    );
    expect(
      org.refusal(() =>
        assign(org, { AssigneeId: user, PermissionSetId: String(owned.Id) }),
      ).errorCode,
    ).toBe('FIELD_INTEGRITY_EXCEPTION');
  });

  it.each([
    'INSUFFICIENT_ACCESS_OR_READONLY',
    'DELETE_FAILED',
    'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
  ] as const)(
    'by the profile cannot be taken back: %s',
    profileOwnedAssignmentDeleteErrorCode => {
      const org = TestOrg.create({
        switches: { profileOwnedAssignmentDeleteErrorCode },
      });
      const user = org.insertUser();
      const { Id } = org.row(
        `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${user}'`,
      );
      expect(
        org.refusal(() => org.delete('PermissionSetAssignment', String(Id)))
          .errorCode,
      ).toBe(profileOwnedAssignmentDeleteErrorCode);
    },
  );

  it('with an end takes access away at that moment, and the row some time later', () => {
    const org = TestOrg.create();
    const user = org.insertUser({ Username: 'guest@minimal.test' });
    const set = org.insertPermissionSet({
      label: 'Set',
      fields: { PermissionsViewAllUsers: true },
    });
    const ends = new Date(org.org.clock.now() + 3600_000).toISOString();
    const id = assign(org, {
      AssigneeId: user,
      PermissionSetId: set,
      ExpirationDate: ends,
    });
    const state = () => ({
      may: org.org.access.hasSystemPermission(
        org.as('guest@minimal.test'),
        'ViewAllUsers',
      ),
      rows: org
        .rows(`SELECT IsActive FROM PermissionSetAssignment WHERE Id = '${id}'`)
        .map(({ IsActive }) => IsActive),
    });
    expect(state()).toEqual({ may: true, rows: [true] });
    org.org.clock.advance(3600_000);
    expect(state()).toEqual({ may: false, rows: [false] });
    const again = assign(org, { AssigneeId: user, PermissionSetId: set });
    expect(state()).toEqual({ may: true, rows: [] });
    org.update('PermissionSetAssignment', again, {
      ExpirationDate: ends.replace('T1', 'T2'),
    });
    org.org.clock.advance(48 * 3600_000);
    expect(
      org.count(`SELECT Id FROM PermissionSetAssignment WHERE Id = '${again}'`),
    ).toBe(0);
  });

  it('with an end in the past is refused', () => {
    const org = TestOrg.create();
    const set = org.insertPermissionSet({ label: 'Set' });
    expect(
      org.refusal(() =>
        assign(org, {
          AssigneeId: org.insertUser(),
          PermissionSetId: set,
          ExpirationDate: '2026-01-01T00:00:00Z',
        }),
      ).fields,
    ).toEqual(['ExpirationDate']);
  });

  it('needs one of a set and a group', () => {
    const org = TestOrg.create();
    expect(
      org.refusal(() => assign(org, { AssigneeId: org.insertUser() })),
    ).toMatchObject({
      errorCode: 'REQUIRED_FIELD_MISSING',
      fields: ['PermissionSetId'],
    });
  });

  it('writes the Setup Audit Trail', () => {
    const org = TestOrg.create();
    const user = org.insertUser({ LastName: 'Quill' });
    org.insertPermissionSet({ label: 'Set', assignees: [user] });
    expect(
      org.row(
        "SELECT Display, Section FROM SetupAuditTrail WHERE Action = 'PermSetAssign'",
      ),
    ).toMatchObject({
      Display: expect.stringContaining(
        'Permission set Set: assigned to user Quill',
      ),
    });
  });
});

describe('a permission set', () => {
  it('cannot go while somebody holds it, and takes its contents along', () => {
    const org = TestOrg.create();
    const user = org.insertUser();
    const set = org.insertPermissionSet({
      label: 'Set',
      objects: { Account: ['Read'] },
      assignees: [user],
    });
    expect(org.refusal(() => org.delete('PermissionSet', set)).errorCode).toBe(
      'DELETE_FAILED',
    );
    const { Id } = org.row(
      `SELECT Id FROM PermissionSetAssignment WHERE PermissionSetId = '${set}'`,
    );
    org.delete('PermissionSetAssignment', String(Id));
    org.delete('PermissionSet', set);
    expect(
      org.count(`SELECT Id FROM ObjectPermissions WHERE ParentId = '${set}'`),
    ).toBe(0);
  });

  it('of a profile or a group cannot be deleted', () => {
    const org = TestOrg.create();
    const [owned] = org.rows(
      'SELECT Id FROM PermissionSet WHERE IsOwnedByProfile = true',
    );
    expect(
      org.refusal(() => org.delete('PermissionSet', String(owned.Id)))
        .errorCode,
    ).toBe('INSUFFICIENT_ACCESS_OR_READONLY');
  });

  it.each([
    ['two words', 'FIELD_INTEGRITY_EXCEPTION'],
    ['_Leading', 'FIELD_INTEGRITY_EXCEPTION'],
    ['Double__Underscore', 'FIELD_INTEGRITY_EXCEPTION'],
    ['Salesdesk_Integration', 'DUPLICATE_DEVELOPER_NAME'],
  ])('cannot be called %p', (Name, errorCode) => {
    const org = TestOrg.create();
    expect(
      org.refusal(() => org.insert('PermissionSet', { Name, Label: 'X' })),
    ).toMatchObject({ errorCode, fields: ['Name'] });
  });

  it('and its profile show the same system permissions, whichever is written', () => {
    const org = TestOrg.create();
    const profile = org.profileId('Read Only');
    const { Id } = org.row(
      `SELECT Id FROM PermissionSet WHERE ProfileId = '${profile}'`,
    );
    const flags = () => [
      org.row(
        `SELECT PermissionsExportReport FROM Profile WHERE Id = '${profile}'`,
      ).PermissionsExportReport,
      org.row(
        `SELECT PermissionsExportReport FROM PermissionSet WHERE Id = '${Id}'`,
      ).PermissionsExportReport,
    ];
    expect(flags()).toEqual([false, false]);
    org.update('Profile', profile, { PermissionsExportReport: true });
    expect(flags()).toEqual([true, true]);
    org.update('PermissionSet', String(Id), { PermissionsExportReport: false });
    expect(flags()).toEqual([false, false]);
  });

  it('keeps system permissions with what they depend on', () => {
    const org = TestOrg.create();
    const refused = org.refusal(() =>
      org.insertPermissionSet({
        label: 'Half',
        fields: { PermissionsModifyAllData: true },
      }),
    );
    expect(refused).toMatchObject({
      errorCode: 'FIELD_INTEGRITY_EXCEPTION',
      message: expect.stringMatching(/^Permission Modify All Data depends on/),
    });
  });
});

describe('object and field permissions', () => {
  it.each([
    [['Edit'], 'FIELD_INTEGRITY_EXCEPTION'],
    [['Create'], 'FIELD_INTEGRITY_EXCEPTION'],
    [['Read', 'Create'], 'done'],
    [['Read', 'Delete'], 'FIELD_INTEGRITY_EXCEPTION'],
    [['Read', 'Edit', 'Delete'], 'done'],
    [['Read', 'ViewAllRecords'], 'done'],
    [['Read', 'ModifyAllRecords'], 'FIELD_INTEGRITY_EXCEPTION'],
    [
      ['Read', 'Edit', 'Delete', 'ModifyAllRecords'],
      'FIELD_INTEGRITY_EXCEPTION',
    ],
    [['Read', 'Edit', 'Delete', 'ViewAllRecords', 'ModifyAllRecords'], 'done'],
    [[], 'FIELD_INTEGRITY_EXCEPTION'],
  ])('%p by themselves: %s', (flags, outcome) => {
    const org = TestOrg.create();
    expect(
      org.outcome(() =>
        org.insertPermissionSet({ label: 'Set', objects: { Account: flags } }),
      ),
    ).toBe(outcome);
  });

  it('come once per object and field, and only for what can be governed', () => {
    const org = TestOrg.create();
    const ParentId = org.insertPermissionSet({
      label: 'Set',
      objects: { Account: ['Read'] },
    });
    const object = (SobjectType: string) =>
      org.refusal(() =>
        org.insert('ObjectPermissions', {
          ParentId,
          SobjectType,
          PermissionsRead: true,
        }),
      ).errorCode;
    expect(object('Account')).toBe('DUPLICATE_VALUE');
    expect(object('Nothing')).toBe('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST');
    expect(object('User')).toBe('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST');
    const field = (Field: string, edit = false) => ({
      ParentId,
      SobjectType: 'Account',
      Field,
      PermissionsRead: !edit,
      PermissionsEdit: edit,
    });
    org.insert('FieldPermissions', field('account.phone'));
    expect(
      org.row(
        `SELECT Field FROM FieldPermissions WHERE ParentId = '${ParentId}'`,
      ),
    ).toMatchObject({ Field: 'Account.Phone' });
    for (const [fields, code] of [
      [field('Account.Phone'), 'DUPLICATE_VALUE'],
      [field('Account.Name'), 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'],
      [field('Contact.Phone'), 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'],
      [field('Account.Fax', true), 'FIELD_INTEGRITY_EXCEPTION'],
    ] as const) {
      expect(
        org.refusal(() => org.insert('FieldPermissions', fields)).errorCode,
      ).toBe(code);
    }
  });
});

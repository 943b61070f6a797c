import { TestOrg } from '../../__testUtils__/TestOrg';

function withLicense(total: number, fields = {}) {
  const org = TestOrg.create();
  const [license] = org.org.store.load('PermissionSetLicense', [
    {
      DeveloperName: 'AnalyticsPsl',
      MasterLabel: 'Analytics',
      TotalLicenses: total,
      Status: 'Active',
      ...fields,
    },
  ]);
  const set = org.insertPermissionSet({
    label: 'Analytics',
    fields: { LicenseId: license },
  });
  const assignLicense = (AssigneeId: string) =>
    org.insert('PermissionSetLicenseAssign', {
      AssigneeId,
      PermissionSetLicenseId: license,
    });
  const assignSet = (AssigneeId: string) =>
    org.insert('PermissionSetAssignment', { AssigneeId, PermissionSetId: set });
  const used = () =>
    org.row(
      `SELECT UsedLicenses FROM PermissionSetLicense WHERE Id = '${license}'`,
    ).UsedLicenses;
  return { org, license, set, assignLicense, assignSet, used };
}

describe('permission set licences', () => {
  it('come first: a set that needs one is refused without', () => {
    const { org, assignLicense, assignSet } = withLicense(1);
    const user = org.insertUser();
    expect(org.refusal(() => assignSet(user))).toMatchObject({
      errorCode: 'FIELD_INTEGRITY_EXCEPTION',
      message: "The user license doesn't allow the permission: Analytics",
    });
    assignLicense(user);
    assignSet(user);
  });

  it('go last: not while a set that needs one is assigned, by itself or in a group', () => {
    const { org, set, assignLicense, assignSet } = withLicense(2);
    const user = org.insertUser();
    const other = org.insertUser();
    const held = assignLicense(user);
    const assignment = assignSet(user);
    expect(
      org.refusal(() => org.delete('PermissionSetLicenseAssign', held))
        .errorCode,
    ).toBe('DELETE_FAILED');
    org.delete('PermissionSetAssignment', assignment);
    org.delete('PermissionSetLicenseAssign', held);
    const group = org.insert('PermissionSetGroup', { MasterLabel: 'Bundle' });
    org.insert('PermissionSetGroupComponent', {
      PermissionSetGroupId: group,
      PermissionSetId: set,
    });
    const otherHeld = assignLicense(other);
    org.insert('PermissionSetAssignment', {
      AssigneeId: other,
      PermissionSetGroupId: group,
    });
    expect(
      org.refusal(() => org.delete('PermissionSetLicenseAssign', otherHeld))
        .errorCode,
    ).toBe('DELETE_FAILED');
  });

  it('have so many seats, which inactive users keep', () => {
    const { org, assignLicense, used } = withLicense(2);
    const [first, second, third] = [1, 2, 3].map(() => org.insertUser());
    assignLicense(first);
    const held = assignLicense(second);
    expect(org.refusal(() => assignLicense(third)).errorCode).toBe(
      'LICENSE_LIMIT_EXCEEDED',
    );
    org.update('User', second, { IsActive: false });
    expect(used()).toBe(2);
    expect(org.refusal(() => assignLicense(third)).errorCode).toBe(
      'LICENSE_LIMIT_EXCEEDED',
    );
    org.delete('PermissionSetLicenseAssign', held);
    assignLicense(third);
    expect(used()).toBe(2);
  });

  it('twice for one user is a duplicate whose message begins as the sf CLI expects', () => {
    const { org, assignLicense } = withLicense(5);
    const user = org.insertUser();
    assignLicense(user);
    expect(org.refusal(() => assignLicense(user))).toMatchObject({
      errorCode: 'DUPLICATE_VALUE',
      message: expect.stringMatching(/^duplicate value found/),
    });
  });

  it.each([
    ['Disabled', { Status: 'Disabled' }],
    ['expired', { ExpirationDate: '2026-11-21' }],
  ])('that are %s are not assigned', (_words, fields) => {
    const { org, assignLicense } = withLicense(5, fields);
    expect(org.refusal(() => assignLicense(org.insertUser())).errorCode).toBe(
      'FIELD_INTEGRITY_EXCEPTION',
    );
  });
});

describe('package licences', () => {
  it('have seats that inactive users keep; site licences are not assigned', () => {
    const org = TestOrg.create();
    const [seats, site] = org.org.store.load('PackageLicense', [
      { NamespacePrefix: 'seats', Status: 'Active', AllowedLicenses: 1 },
      { NamespacePrefix: 'site', Status: 'Active', AllowedLicenses: -1 },
    ]);
    const assign = (PackageLicenseId: string, UserId: string) =>
      org.insert('UserPackageLicense', { PackageLicenseId, UserId });
    const user = org.insertUser();
    const held = assign(seats, user);
    org.update('User', user, { IsActive: false });
    expect(
      org.row(`SELECT UsedLicenses FROM PackageLicense WHERE Id = '${seats}'`),
    ).toMatchObject({ UsedLicenses: 1 });
    expect(org.refusal(() => assign(seats, user)).errorCode).toBe(
      'DUPLICATE_VALUE',
    );
    const other = org.insertUser();
    expect(org.refusal(() => assign(seats, other)).errorCode).toBe(
      'LICENSE_LIMIT_EXCEEDED',
    );
    org.delete('UserPackageLicense', held);
    assign(seats, other);
    expect(org.refusal(() => assign(site, other)).errorCode).toBe(
      'FIELD_INTEGRITY_EXCEPTION',
    );
  });
});

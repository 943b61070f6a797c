import { TestOrg } from '../../__testUtils__/TestOrg';
import { API_INTEGRATION_LICENSE } from '../permissions/licensePolicies';

/** Leaves so many free seats of a user licence. */
function leaveSeats(org: TestOrg, license: string, free: number): string {
  const row = org.row(
    `SELECT Id, UsedLicenses FROM UserLicense WHERE Name = '${license}'`,
  );
  const id = String(row.Id);
  org.org.dml.transaction(org.org.systemContext(), tx =>
    tx.update('UserLicense', id, {
      TotalLicenses: Number(row.UsedLicenses) + free,
    }),
  );
  return id;
}

function used(org: TestOrg, license: string): number {
  return Number(
    org.row(`SELECT UsedLicenses FROM UserLicense WHERE Name = '${license}'`)
      .UsedLicenses,
  );
}

describe('seats of user licences', () => {
  it('are taken by active users, given back by deactivation, and then by nobody twice', () => {
    const org = TestOrg.create();
    leaveSeats(org, 'Salesforce', 1);
    const before = used(org, 'Salesforce');
    const first = org.insertUser();
    expect(used(org, 'Salesforce')).toBe(before + 1);
    expect(org.refusal(() => org.insertUser())).toMatchObject({
      errorCode: 'LICENSE_LIMIT_EXCEEDED',
      message: 'License Limit Exceeded',
    });
    const inactive = org.insertUser({ IsActive: false });
    expect(
      org.refusal(() => org.update('User', inactive, { IsActive: true }))
        .errorCode,
    ).toBe('LICENSE_LIMIT_EXCEEDED');
    org.update('User', first, { IsActive: false });
    org.update('User', inactive, { IsActive: true });
    expect(used(org, 'Salesforce')).toBe(before + 1);
    org.update('User', inactive, { Title: 'Still here' });
  });

  it('are counted for the licence that a profile leads to', () => {
    const org = TestOrg.create();
    leaveSeats(org, 'Salesforce Platform', 1);
    const platform = org.profileId('Standard Platform User');
    const mover = org.insertUser();
    const before = used(org, 'Salesforce');
    org.update('User', mover, { ProfileId: platform });
    expect(used(org, 'Salesforce')).toBe(before - 1);
    expect(used(org, 'Salesforce Platform')).toBe(1);
    const other = org.insertUser();
    expect(
      org.refusal(() => org.update('User', other, { ProfileId: platform }))
        .errorCode,
    ).toBe('LICENSE_LIMIT_EXCEEDED');
    org.update('User', other, { ProfileId: org.profileId('Read Only') });
  });

  it('never go to two callers within one transaction', () => {
    const org = TestOrg.create();
    leaveSeats(org, 'Salesforce', 2);
    const ctx = org.admin;
    const outcomes = org.org.dml.transaction(ctx, () =>
      Array.from({ length: 5 }, () => {
        try {
          org.insertUser();
          return 'created';
        } catch {
          return 'refused';
        }
      }),
    );
    expect(outcomes).toEqual([
      'created',
      'created',
      'refused',
      'refused',
      'refused',
    ]);
  });

  it('are free again when the transaction that took them is rolled back', () => {
    const org = TestOrg.create();
    leaveSeats(org, 'Salesforce', 1);
    expect(() =>
      org.org.dml.transaction(org.admin, () => {
        org.insertUser();
        throw new Error('never mind');
      }),
    ).toThrow('never mind');
    expect(org.insertUser()).toMatch(/^005/);
  });

  it('are shown with the lag of the switch, and enforced without', () => {
    const org = TestOrg.create({ switches: { licenseCountLagMs: 60_000 } });
    leaveSeats(org, 'Salesforce', 1);
    const before = used(org, 'Salesforce');
    org.insertUser();
    expect(used(org, 'Salesforce')).toBe(before);
    expect(org.refusal(() => org.insertUser()).errorCode).toBe(
      'LICENSE_LIMIT_EXCEEDED',
    );
    org.org.clock.advance(59_000);
    expect(used(org, 'Salesforce')).toBe(before);
    org.org.clock.advance(1_000);
    expect(used(org, 'Salesforce')).toBe(before + 1);
  });
});

describe('another profile', () => {
  it('replaces the assignment of the set that the profile owns', () => {
    const org = TestOrg.create();
    const id = org.insertUser();
    org.update('User', id, { ProfileId: org.profileId('Sales Manager') });
    expect(
      org.row(
        `SELECT PermissionSet.Profile.Name FROM PermissionSetAssignment
         WHERE AssigneeId = '${id}'`,
      ),
    ).toMatchObject({ PermissionSet: { Profile: { Name: 'Sales Manager' } } });
  });

  it.each([
    'FIELD_INTEGRITY_EXCEPTION',
    'INVALID_CROSS_REFERENCE_KEY',
  ] as const)(
    'of another licence is refused with %s while sets or licences do not fit, in the one order that works',
    code => {
      const org = TestOrg.create({
        switches: { profileLicenseMismatchErrorCode: code },
      });
      org.org.store.load('PermissionSetLicense', [
        {
          DeveloperName: 'EinsteinPsl',
          MasterLabel: 'Einstein',
          TotalLicenses: 5,
          Status: 'Active',
        },
      ]);
      const license = org.id(
        'PermissionSetLicense',
        'DeveloperName',
        'EinsteinPsl',
      );
      const user = org.insertUser();
      const licenseAssign = org.insert('PermissionSetLicenseAssign', {
        AssigneeId: user,
        PermissionSetLicenseId: license,
      });
      org.insertPermissionSet({
        label: 'Sell More',
        objects: { Opportunity: ['Read'] },
        assignees: [user],
      });
      const assignment = String(
        org.row(
          `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${user}'
           AND PermissionSet.IsOwnedByProfile = false`,
        ).Id,
      );
      const change = () =>
        org.update('User', user, {
          ProfileId: org.profileId('Standard Platform User'),
        });
      expect(org.refusal(change)).toMatchObject({
        errorCode: code,
        message: expect.stringContaining('EinsteinPsl'),
      });
      org.delete('PermissionSetLicenseAssign', licenseAssign);
      expect(org.refusal(change)).toMatchObject({
        errorCode: code,
        message:
          "The user license doesn't allow the permission: Read Opportunity",
      });
      org.delete('PermissionSetAssignment', assignment);
      change();
    },
  );
});

describe('the Integration licence', () => {
  it('gets no CRM object until its permission set licence is assigned', () => {
    const org = TestOrg.create();
    const user = org.insertUser({
      ProfileId: org.profileId('Minimum Access - API Only Integrations'),
    });
    const assign = () =>
      org.insert('PermissionSetAssignment', {
        AssigneeId: user,
        PermissionSetId: org.id('PermissionSet', 'Label', 'Reader'),
      });
    org.insertPermissionSet({
      label: 'Reader',
      objects: { Account: ['Read'] },
    });
    expect(org.refusal(assign)).toMatchObject({
      errorCode: 'FIELD_INTEGRITY_EXCEPTION',
      message: "The user license doesn't allow the permission: Read Account",
    });
    org.insert('PermissionSetLicenseAssign', {
      AssigneeId: user,
      PermissionSetLicenseId: org.id(
        'PermissionSetLicense',
        'DeveloperName',
        API_INTEGRATION_LICENSE,
      ),
    });
    expect(assign()).toMatch(/^0Pa/);
  });

  it('takes no other permission set licence, and its own goes to nobody else', () => {
    const org = TestOrg.create();
    const license = org.id(
      'PermissionSetLicense',
      'DeveloperName',
      API_INTEGRATION_LICENSE,
    );
    expect(
      org.refusal(() =>
        org.insert('PermissionSetLicenseAssign', {
          AssigneeId: org.insertUser(),
          PermissionSetLicenseId: license,
        }),
      ).errorCode,
    ).toBe('FIELD_INTEGRITY_EXCEPTION');
  });
});

import { TestOrg } from '../../__testUtils__/TestOrg';

/** A group of two sets, a member, and a look at what the member may do. */
function groupOfTwo(recalculationMs = 0) {
  const org = TestOrg.create({
    switches: { permissionSetGroupRecalculationMs: recalculationMs },
  });
  const member = org.insertUser({ Username: 'member@minimal.test' });
  const exporter = org.insertPermissionSet({
    label: 'Exporter',
    fields: { PermissionsDataExport: true },
    objects: { Contract: ['Read', 'Edit', 'Delete'] },
  });
  const importer = org.insertPermissionSet({
    label: 'Importer',
    fields: { PermissionsImportLeads: true },
  });
  const group = org.insert('PermissionSetGroup', { MasterLabel: 'Movers' });
  const add = (PermissionSetId: string) =>
    org.insert('PermissionSetGroupComponent', {
      PermissionSetGroupId: group,
      PermissionSetId,
    });
  const status = () =>
    org.row(`SELECT Status FROM PermissionSetGroup WHERE Id = '${group}'`)
      .Status;
  const may = (permission: string) =>
    org.org.access.hasSystemPermission(
      org.as('member@minimal.test'),
      permission,
    );
  const join = () =>
    org.insert('PermissionSetAssignment', {
      AssigneeId: member,
      PermissionSetGroupId: group,
    });
  return { org, member, exporter, importer, group, add, status, may, join };
}

describe('a permission set group', () => {
  it('goes from Outdated to Updating to Updated by the clock, and grants nothing new before', () => {
    const { org, exporter, importer, add, status, may, join } =
      groupOfTwo(1000);
    add(exporter);
    expect(status()).toBe('Outdated');
    join(); // assigning works meanwhile
    expect(may('DataExport')).toBe(false);
    org.org.clock.advance(1000);
    expect(status()).toBe('Updating');
    expect(may('DataExport')).toBe(false);
    org.org.clock.advance(1000);
    expect(status()).toBe('Updated');
    expect(may('DataExport')).toBe(true);
    const component = add(importer);
    org.org.clock.advance(2000);
    expect(may('ImportLeads')).toBe(true);
    org.delete('PermissionSetGroupComponent', component);
    expect([status(), may('ImportLeads')]).toEqual(['Outdated', true]);
    org.org.clock.advance(2000);
    expect([status(), may('ImportLeads')]).toEqual(['Updated', false]);
  });

  it('without the switch is up to date at the next look', () => {
    const { exporter, add, status, may, join } = groupOfTwo();
    add(exporter);
    join();
    expect(status()).toBe('Updated');
    expect(may('DataExport')).toBe(true);
  });

  it('follows its sets when they change', () => {
    const { org, importer, add, status, may, join } = groupOfTwo();
    add(importer);
    join();
    org.update('PermissionSet', importer, { PermissionsListEmailSend: true });
    expect([status(), may('ListEmailSend')]).toEqual(['Updated', true]);
  });

  it('grants nothing that its muting set takes away', () => {
    const { org, exporter, add, status, may, join } = groupOfTwo();
    add(exporter);
    join();
    const muting = org.insert('MutingPermissionSet', {
      DeveloperName: 'Quiet',
      MasterLabel: 'Quiet',
      PermissionsDataExport: true,
    });
    org.org.store.load('ObjectPermissions', [
      { ParentId: muting, SobjectType: 'Contract', PermissionsEdit: true },
    ]);
    add(muting);
    expect([status(), may('DataExport')]).toEqual(['Updated', false]);
    // without Edit there is no Delete either
    expect(
      org.row(
        `SELECT PermissionsRead, PermissionsEdit, PermissionsDelete
         FROM ObjectPermissions WHERE Parent.PermissionSetGroupId != null`,
      ),
    ).toMatchObject({
      PermissionsRead: true,
      PermissionsEdit: false,
      PermissionsDelete: false,
    });
  });

  it('has one muting set at most, each part once, and no parts of profiles', () => {
    const { org, exporter, add } = groupOfTwo();
    const muting = (name: string) =>
      org.insert('MutingPermissionSet', {
        DeveloperName: name,
        MasterLabel: name,
      });
    add(exporter);
    expect(org.refusal(() => add(exporter)).errorCode).toBe('DUPLICATE_VALUE');
    add(muting('First'));
    expect(org.refusal(() => add(muting('Second'))).errorCode).toBe(
      'FIELD_INTEGRITY_EXCEPTION',
    );
    const [owned] = org.rows(
      'SELECT Id FROM PermissionSet WHERE IsOwnedByProfile = true',
    );
    expect(org.refusal(() => add(String(owned.Id))).errorCode).toBe(
      'FIELD_INTEGRITY_EXCEPTION',
    );
  });

  it('shows up in assignments with the set that it owns, and cannot go while held', () => {
    const { org, group, member, join } = groupOfTwo();
    const assignment = join();
    expect(
      org.row(
        `SELECT PermissionSetGroup.MasterLabel, PermissionSet.Type,
                PermissionSet.PermissionSetGroupId
         FROM PermissionSetAssignment WHERE Id = '${assignment}'`,
      ),
    ).toMatchObject({
      PermissionSetGroup: { MasterLabel: 'Movers' },
      PermissionSet: { Type: 'Group', PermissionSetGroupId: group },
    });
    expect(
      org.refusal(() => org.delete('PermissionSetGroup', group)).errorCode,
    ).toBe('DELETE_FAILED');
    expect(org.refusal(join).errorCode).toBe('DUPLICATE_VALUE');
    org.delete('PermissionSetAssignment', assignment);
    org.delete('PermissionSetGroup', group);
    expect(org.count("SELECT Id FROM PermissionSet WHERE Type = 'Group'")).toBe(
      0,
    );
    expect(member).toMatch(/^005/);
  });

  it('keeps a set that it contains from being deleted', () => {
    const { org, exporter, add } = groupOfTwo();
    add(exporter);
    expect(
      org.refusal(() => org.delete('PermissionSet', exporter)),
    ).toMatchObject({
      errorCode: 'DELETE_FAILED',
      message: expect.stringContaining('Movers'),
    });
  });

  it('asks for the licences of its parts', () => {
    const { org, exporter, add, group } = groupOfTwo();
    add(exporter);
    const planner = org.insertUser({
      ProfileId: org.profileId('Standard Platform User'),
    });
    const seller = org.insertPermissionSet({
      label: 'Seller',
      objects: { Opportunity: ['Read'] },
    });
    const join = () =>
      org.insert('PermissionSetAssignment', {
        AssigneeId: planner,
        PermissionSetGroupId: group,
      });
    org.delete('PermissionSetAssignment', join());
    add(seller);
    expect(org.refusal(join).message).toContain('Read Opportunity');
  });
});

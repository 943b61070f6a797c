import type { BeforeUpdateEvent } from '../../core/types';
import { heldLicenses, licenseRefusal } from '../permissions/licenseRefusals';
import { permissionSetLicenseFits } from '../permissions/licensePolicies';
import { refusal } from '../refusals';
import { idOf, textOf } from '../textOf';
import { licenseOfProfile } from './userSeats';

/**
 * A profile of another licence is possible only for a user who holds nothing
 * that the new licence does not allow: first take off the assignments, then
 * the permission set licences, then change the profile. Which code Salesforce
 * answers with is not known, hence the switch.
 */
export function requireProfileChange(event: BeforeUpdateEvent): void {
  const { tx, org, before, row } = event;
  const [from, to] = [before, row].map(user =>
    licenseOfProfile(tx, idOf(user.ProfileId)),
  );
  const profile = tx.get('Profile', textOf(row.ProfileId));
  if (!profile || from?.Id === to?.Id) {
    return;
  }
  const refuse = (message: string) =>
    refusal(org.switches.profileLicenseMismatchErrorCode, message, [
      'ProfileId',
    ]);
  const beforeType = textOf(before.UserType) || 'Standard';
  const afterType = textOf(profile.UserType) || 'Standard';
  if (beforeType !== afterType) {
    throw refuse(
      `The profile ${textOf(profile.Name)} does not match the user type`,
    );
  }
  const held = heldLicenses({
    reader: tx,
    userId: before.Id,
    profileId: profile.Id,
  });
  for (const id of held.permissionSetLicenseIds) {
    const developerName = textOf(
      tx.get('PermissionSetLicense', id)?.DeveloperName,
    );
    const licenseKey = textOf(to?.LicenseDefinitionKey);
    if (!permissionSetLicenseFits({ developerName, licenseKey })) {
      throw refuse(
        `The user license doesn't allow the permission set license: ${developerName}`,
      );
    }
  }
  for (const assignment of tx.findBy(
    'PermissionSetAssignment',
    'AssigneeId',
    before.Id,
  )) {
    const permissionSet = tx.get(
      'PermissionSet',
      textOf(assignment.PermissionSetId),
    );
    const problem =
      permissionSet && permissionSet.IsOwnedByProfile !== true
        ? licenseRefusal({
            reader: tx,
            schema: org.schema,
            held,
            permissionSet,
          })
        : undefined;
    if (problem) {
      throw refuse(problem.message);
    }
  }
}

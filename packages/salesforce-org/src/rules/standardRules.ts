import type { ObjectRules, OrgServices } from '../core/types';
import { assetRules } from './crm/assetRules';
import { treeRules } from './crm/treeRules';
import { campaignMemberRules, campaignRules } from './crm/campaignRules';
import { caseRules } from './crm/caseRules';
import {
  contractRules,
  entitlementRules,
  lineRules,
  orderRules,
} from './crm/contractRules';
import { detailRules } from './crm/detailRules';
import { eventRules } from './crm/eventRules';
import { leadRules } from './crm/leadRules';
import { opportunityRules } from './crm/opportunityRules';
import { ownedObjects, ownerRules } from './crm/ownerRules';
import { taskRules } from './crm/taskRules';
import { groupMemberRules, queueSobjectRules } from './groups/groupMemberRules';
import { groupRules } from './groups/groupRules';
import { userRoleRules } from './groups/userRoleRules';
import { LicenseCounts } from './LicenseCounts';
import { fieldPermissionRules } from './permissions/fieldPermissionRules';
import { licenseCountRules } from './permissions/licenseCountRules';
import { objectPermissionRules } from './permissions/objectPermissionRules';
import { userPackageLicenseRules } from './permissions/packageLicenseRules';
import { permissionSetAssignmentRules } from './permissions/permissionSetAssignmentRules';
import {
  mutingPermissionSetRules,
  permissionSetGroupComponentRules,
  permissionSetGroupRules,
} from './permissions/permissionSetGroupRules';
import { permissionSetLicenseAssignRules } from './permissions/permissionSetLicenseRules';
import { permissionSetRules } from './permissions/permissionSetRules';
import { profileRules } from './permissions/profileRules';
import { setupEntityAccessRules } from './permissions/setupEntityAccessRules';
import { authSessionRules, oauthTokenRules } from './setup/sessionRules';
import { userLoginRules } from './users/userLoginRules';
import { userRoleChangeRules } from './users/userRoleChange';
import { userRules } from './users/userRules';

/** Everything that the standard objects do beyond their metadata. */
export function standardRules(org: OrgServices): ObjectRules[] {
  const counts = new LicenseCounts({
    clock: org.clock,
    lag: () => org.switches.licenseCountLagMs,
  });
  return [
    ...setupRules(org, counts),
    ...ownedObjects(org).map(ownerRules),
    ...detailRules(org),
    ...treeRules,
    assetRules,
    campaignMemberRules,
    campaignRules,
    caseRules,
    contractRules,
    entitlementRules,
    eventRules,
    leadRules,
    opportunityRules,
    orderRules,
    ...lineRules,
    taskRules,
  ];
}

function setupRules(org: OrgServices, counts: LicenseCounts): ObjectRules[] {
  return [
    userRoleChangeRules,
    userRules({ org, counts }),
    userLoginRules,
    userRoleRules,
    profileRules,
    permissionSetRules,
    permissionSetAssignmentRules,
    permissionSetGroupRules,
    permissionSetGroupComponentRules,
    mutingPermissionSetRules,
    permissionSetLicenseAssignRules({ counts }),
    userPackageLicenseRules({ counts }),
    ...licenseCountRules({ counts }),
    objectPermissionRules,
    fieldPermissionRules,
    setupEntityAccessRules,
    groupRules,
    groupMemberRules,
    queueSobjectRules,
    authSessionRules,
    oauthTokenRules,
  ];
}

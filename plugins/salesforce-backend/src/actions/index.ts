import type { SalesforceAction } from '@salesdesk/backstage-plugin-salesforce-node';
import { addGroupMember } from './addGroupMember';
import { assignLicense } from './assignLicense';
import { assignPermissionSetGroup } from './assignPermissionSetGroup';
import { assignRole } from './assignRole';
import { removeGroupMember } from './removeGroupMember';
import { removeLicense } from './removeLicense';
import { removePermissionSetGroup } from './removePermissionSetGroup';
import { removeRole } from './removeRole';
import { revokeOauthToken } from './revokeOauthToken';
import { revokeSessions } from './revokeSessions';
import { assignPermissionSet } from './assignPermissionSet';
import { changeProfile } from './changeProfile';
import { createGroup } from './createGroup';
import { convertLead } from './convertLead';
import { createPermissionSet } from './createPermissionSet';
import { createPermissionSetGroup } from './createPermissionSetGroup';
import { createQueue } from './createQueue';
import { createRecord } from './createRecord';
import { createRole } from './createRole';
import { deleteGroup } from './deleteGroup';
import { deletePermissionSet } from './deletePermissionSet';
import { deletePermissionSetGroup } from './deletePermissionSetGroup';
import { deleteRole } from './deleteRole';
import { createUser } from './createUser';
import { deactivateUser } from './deactivateUser';
import { deleteUser } from './deleteUser';
import { offboardUser } from './offboarding/offboardUser';
import { transferOwnership } from './transferOwnership';
import { freezeUser } from './freezeUser';
import { getObjectFields } from './getObjectFields';
import { generateRecordUrl, getRecord } from './getRecord';
import { queryUsers } from './queryUsers';
import { reactivateUser } from './reactivateUser';
import { readAccount } from './readAccount';
import { removePermissionSet } from './removePermissionSet';
import { resetPassword } from './resetPassword';
import { runSoql } from './runSoql';
import { unfreezeUser } from './unfreezeUser';
import { updateRecord } from './updateRecord';
import { updateUser } from './updateUser';

export * from './CursorSealer';
export * from './DefaultActionContexts';
export * from './refusals';

/** The actions that come with the plugin, in the order of the forms. */
export const builtInActions: SalesforceAction[] = [
  queryUsers,
  createUser,
  updateUser,
  freezeUser,
  unfreezeUser,
  deactivateUser,
  reactivateUser,
  offboardUser,
  deleteUser,
  resetPassword,
  assignPermissionSet,
  removePermissionSet,
  assignPermissionSetGroup,
  removePermissionSetGroup,
  changeProfile,
  assignRole,
  removeRole,
  assignLicense,
  removeLicense,
  addGroupMember,
  removeGroupMember,
  revokeOauthToken,
  revokeSessions,
  transferOwnership,
  createPermissionSet,
  deletePermissionSet,
  createPermissionSetGroup,
  deletePermissionSetGroup,
  createRole,
  deleteRole,
  createGroup,
  createQueue,
  deleteGroup,
  runSoql,
  readAccount,
  getObjectFields,
  getRecord,
  generateRecordUrl,
  createRecord,
  updateRecord,
  convertLead,
];

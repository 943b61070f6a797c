import type { UpdateOrgBody } from '@salesdesk/backstage-plugin-salesforce-common';
import type { OrgPatch } from '../database/operations/orgs/updateOrg';

/** Only what was given is changed. */
export function patchOf(body: UpdateOrgBody): OrgPatch {
  const { title, entityRef, owners, isDefault, paused, apiVersion } = body;
  const { usernamesAreEmails, removePersonalLogin } = body;
  return {
    ...(title === undefined ? {} : { title }),
    ...(entityRef === undefined
      ? {}
      : { entity_ref: entityRef.toLowerCase() || null }),
    ...(owners === undefined
      ? {}
      : { owners: JSON.stringify(owners.map(ref => ref.toLowerCase())) }),
    ...(isDefault === undefined ? {} : { is_default: isDefault }),
    ...(paused === undefined ? {} : { paused }),
    ...(apiVersion === undefined ? {} : { api_version: apiVersion }),
    ...(usernamesAreEmails === undefined
      ? {}
      : { usernames_are_emails: usernamesAreEmails }),
    ...(removePersonalLogin
      ? { sealed_login_app: null, login_app_client_id: null }
      : {}),
  };
}

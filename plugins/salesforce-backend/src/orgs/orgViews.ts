import {
  SalesdeskError,
  type CredentialsView,
  type OrgDetail,
  type OrgStatus,
  type OrgSummary,
  type Person,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { OrgRow } from '../database/tables';
import { limitLevel, type OrgCredentials } from '../gateway';
import { toCertificate } from './OrgKeyPairs';

/** What may be shown of credentials. Names every field: nothing slips through. */
export function toCredentialsView(options: {
  credentials: OrgCredentials;
  keyId?: string;
  updatedAt?: string;
}): CredentialsView {
  const { credentials, keyId, updatedAt } = options;
  return {
    kind: credentials.kind,
    loginUrl: credentials.loginUrl,
    clientId: credentials.clientId,
    ...('username' in credentials ? { username: credentials.username } : {}),
    ...(keyId ? { keyId } : {}),
    ...(updatedAt ? { updatedAt } : {}),
  };
}

/** A pause outweighs what was observed of a connection, if there is one. */
export function statusOf(row: OrgRow): OrgStatus {
  const status = row.status as OrgStatus;
  return row.paused && status !== 'disconnected' ? 'paused' : status;
}

export function ownersOf(row: OrgRow): string[] {
  return JSON.parse(row.owners);
}

/** The org that is meant when none is named. Throws `org_not_found`. */
export function defaultOrgOf(rows: OrgRow[]): string {
  const connected = rows.filter(({ status }) => status !== 'disconnected');
  const [first] = connected;
  if (first && (first.is_default || connected.length === 1)) return first.id;
  throw new SalesdeskError(
    'NotFoundError',
    first
      ? 'Several orgs are connected and none is the default; name the org'
      : 'No Salesforce org is connected yet',
    { code: 'org_not_found' },
  );
}

export function toOrgSummary(row: OrgRow, owners: Person[]): OrgSummary {
  return {
    id: row.id,
    title: row.title,
    status: statusOf(row),
    isDefault: Boolean(row.is_default),
    owners,
    ...(row.status_reason ? { statusReason: row.status_reason } : {}),
    ...(row.is_sandbox === null ? {} : { isSandbox: Boolean(row.is_sandbox) }),
    ...(row.entity_ref ? { entityRef: row.entity_ref } : {}),
    ...(row.instance_url ? { instanceUrl: row.instance_url } : {}),
    ...(row.usernames_are_emails ? { usernamesAreEmails: true } : {}),
  };
}

/** What can be done with an org in its state; permissions narrow it further. */
export function allowedActionsOf(row: OrgRow): OrgDetail['allowedActions'] {
  const isConnected = row.status !== 'disconnected';
  const hasLogin = row.source === 'config' || row.sealed_credentials !== null;
  return [
    ...(hasLogin ? (['validate'] as const) : []),
    ...(row.source === 'database' ? (['update'] as const) : []),
    ...(row.source === 'database' && isConnected
      ? (['disconnect'] as const)
      : []),
    ...(isConnected
      ? [row.paused ? ('resume' as const) : ('pause' as const)]
      : []),
  ];
}

export function toOrgDetail(options: {
  row: OrgRow;
  owners: Person[];
  licenses: OrgDetail['licenses'];
  waitingRequests: number;
  /** Newer than what the row says, where this process knows it. */
  limits?: { used: number; max: number; at: string };
  /** Where browsers come back to after a login. */
  callbackUrl?: string;
}): OrgDetail {
  const { row, owners, licenses, waitingRequests } = options;
  const stored: { used: number; max: number; at: string } | undefined =
    row.limits ? JSON.parse(row.limits) : undefined;
  const limits =
    options.limits && (!stored || stored.at < options.limits.at)
      ? options.limits
      : stored;
  return {
    ...toOrgSummary(row, owners),
    apiVersion: row.api_version,
    source: row.source,
    licenses,
    waitingRequests,
    allowedActions: allowedActionsOf(row),
    ...(row.organization_id ? { organizationId: row.organization_id } : {}),
    ...(row.edition ? { edition: row.edition } : {}),
    ...(row.credentials_view
      ? { credentials: JSON.parse(row.credentials_view) }
      : {}),
    ...(limits
      ? {
          limits: {
            used: limits.used,
            max: limits.max,
            level: limitLevel(limits),
            at: limits.at,
          },
        }
      : {}),
    ...(row.checked_at ? { checkedAt: row.checked_at } : {}),
    ...(options.callbackUrl ? { callbackUrl: options.callbackUrl } : {}),
    ...(row.login_app_client_id
      ? { personalLogin: { clientId: row.login_app_client_id } }
      : {}),
    ...(row.certificate ? { certificate: toCertificate(row.certificate) } : {}),
    ...(row.status_reason ? { problem: row.status_reason } : {}),
  };
}

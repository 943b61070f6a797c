import type { UpdateOrgBody } from '@salesdesk/backstage-plugin-salesforce-common';
import type { NewAuditEntry } from '../audit/AuditLog';
import type { OrgCredentials } from '../gateway';
import type { OrgCheckup } from './ValidationReport';

/*
 * What the audit log says of orgs. Credentials are named by their kind and
 * address; no value of them ever stands here.
 */

export function addedEntry(options: {
  id: string;
  title: string;
  owners: string[];
  actor: string;
}): NewAuditEntry {
  const { id, title, owners, actor } = options;
  return {
    type: 'org.added',
    actor,
    org: id,
    summary: `Added the org "${title}", whose login is to be set up`,
    data: { title, owners },
  };
}

export function connectedEntry(options: {
  id: string;
  title: string;
  owners: string[];
  credentials: OrgCredentials;
  checkup: OrgCheckup;
  actor: string;
}): NewAuditEntry {
  const { id, title, owners, credentials, checkup, actor } = options;
  return {
    type: 'org.connected',
    actor,
    org: id,
    summary: `Connected the org "${title}" as ${
      checkup.facts?.runningAs ?? 'its integration user'
    }`,
    data: {
      title,
      loginUrl: credentials.loginUrl,
      loginKind: credentials.kind,
      organizationId: checkup.facts?.organizationId ?? null,
      owners,
    },
  };
}

export function updatedEntry(options: {
  orgId: string;
  title: string;
  body: UpdateOrgBody;
  actor: string;
}): NewAuditEntry {
  const { orgId, title, body, actor } = options;
  const { type, summary } = whatHappened(title, body);
  return {
    type,
    actor,
    org: orgId,
    summary,
    data: {
      // names only: one of them may be the credentials
      changed: Object.entries(body)
        .filter(([, value]) => value !== undefined)
        .map(([name]) => name),
    },
  };
}

function whatHappened(
  title: string,
  body: UpdateOrgBody,
): { type: string; summary: string } {
  if (body.paused === true) {
    return { type: 'org.paused', summary: `Paused work in the org "${title}"` };
  }
  if (body.paused === false) {
    return {
      type: 'org.resumed',
      summary: `Resumed work in the org "${title}"`,
    };
  }
  return {
    type: 'org.updated',
    summary: body.credentials
      ? `Replaced the credentials of the org "${title}"`
      : `Changed the org "${title}"`,
  };
}

export function disconnectedEntry(options: {
  orgId: string;
  title: string;
  actor: string;
}): NewAuditEntry {
  const { orgId, title, actor } = options;
  return {
    type: 'org.disconnected',
    actor,
    org: orgId,
    summary: `Disconnected the org "${title}" and removed its credentials`,
  };
}

import type { NewAuditEntry } from '../audit/AuditLog';
import type { OwnershipConflict } from './judgeOwnership';
import { salesdeskActor } from '../people/salesdeskActor';

/* What the audit log says of people's own connections. Never a token. */

interface Who {
  orgId: string;
  orgTitle: string;
  personRef: string;
  userId: string;
  username: string;
}

function entry(
  who: Who,
  part: Pick<NewAuditEntry, 'type' | 'actor' | 'summary'> & {
    data?: Record<string, unknown>;
  },
): NewAuditEntry {
  const { orgId, personRef, userId, username } = who;
  return {
    ...part,
    org: orgId,
    data: { person: personRef, userId, username, ...part.data },
    subjects: [personRef, userId],
  };
}

export function personalConnected(
  who: Who & { isNewLink: boolean },
): NewAuditEntry {
  return entry(who, {
    type: 'personal.connected',
    actor: who.personRef,
    summary: `Connected their own Salesforce user ${who.username} in "${who.orgTitle}"`,
    data: { linked: who.isNewLink ? 'by this login' : 'before' },
  });
}

export function personalRefused(
  who: Who & { conflict: OwnershipConflict; message: string },
): NewAuditEntry {
  return entry(who, {
    type: 'personal.refused',
    actor: who.personRef,
    summary: `Logged in to "${who.orgTitle}" as ${who.username}, which was not accepted: ${who.message}`,
    data: { conflict: who.conflict },
  });
}

export function personalExpired(who: Who & { reason: string }): NewAuditEntry {
  return entry(who, {
    type: 'personal.expired',
    actor: salesdeskActor,
    summary: `The connection as ${who.username} in "${who.orgTitle}" ended: ${who.reason}`,
  });
}

export function personalDisconnected(
  who: Who & { actor: string; revoked: boolean },
): NewAuditEntry {
  return entry(who, {
    type: 'personal.disconnected',
    actor: who.actor,
    summary: `Disconnected the Salesforce user ${who.username} in "${who.orgTitle}" and removed its token`,
    data: { confirmedBySalesforce: who.revoked },
  });
}

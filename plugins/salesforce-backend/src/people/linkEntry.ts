import type { NewAuditEntry } from '../audit/AuditLog';

/** What the audit log says of a link that somebody settled. Pure. */
export function linkEntry(options: {
  type: string;
  actor: string;
  orgId: string;
  personRef: string;
  user: { id: string; username: string };
  summary: string;
  before?: unknown[];
}): NewAuditEntry {
  const { type, actor, orgId, personRef, user, summary, before } = options;
  return {
    type,
    actor,
    org: orgId,
    summary,
    data: {
      person: personRef,
      userId: user.id,
      username: user.username,
      ...(before && before.length > 0 ? { before } : {}),
    },
    subjects: [personRef, user.id],
  };
}

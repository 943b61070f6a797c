import type {
  PlannedChange,
  PlannedFollowUp,
} from '@salesdesk/backstage-plugin-salesforce-node';
import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';

/**
 * What a reviewer binds to: SHA-256, in hexadecimal, of the canonical JSON
 * (RFC 8785) of everything that decides what will be done. Labels, summaries
 * and links are left out: renaming a permission set between approval and run
 * does not change what is assigned.
 */
export function planDigest(plan: {
  orgId: string;
  actionId: string;
  changes: readonly PlannedChange[];
  followUps: readonly PlannedFollowUp[];
  /** Targets that were taken off; what follows later leaves them out too. */
  without?: readonly string[];
}): string {
  const effective = {
    format: 'salesdesk-plan-1',
    org: plan.orgId,
    action: plan.actionId,
    changes: plan.changes.map(change => ({
      object: change.object,
      record: change.recordId,
      recordFrom: change.recordFrom ?? null,
      operation: change.operation,
      method: change.method ?? null,
      fields: change.fields.map(field => ({
        name: field.name,
        before: field.before,
        after: field.after,
        afterFrom: field.afterFrom ?? null,
      })),
      naturalKey: change.naturalKey ?? null,
      after: change.after ?? null,
      // a plan without sets of records keeps the digest that it always had
      ...(change.recordIds
        ? {
            records: {
              count: change.recordIds.length,
              digest: sha256([...change.recordIds].sort()),
            },
          }
        : {}),
    })),
    followUps: plan.followUps.map(followUp => ({
      action: followUp.action,
      input: followUp.input,
      at: followUp.at,
    })),
    ...(plan.without?.length ? { without: [...plan.without].sort() } : {}),
  };
  return sha256(effective);
}

/** SHA-256, in hexadecimal, of the canonical JSON of a value. */
export function sha256(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('Only JSON has a digest');
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

import type { RuleEvent } from '../core/types';

/**
 * Adds a line to the Setup Audit Trail, in the transaction of the change that
 * it speaks of, so that one is never there without the other.
 */
export function writeAuditTrail(
  event: Pick<RuleEvent, 'ctx' | 'tx' | 'org'>,
  entry: { action: string; section: string; display: string },
): void {
  const { ctx, tx, org } = event;
  if (!org.schema.get('SetupAuditTrail')) {
    return;
  }
  tx.insert('SetupAuditTrail', {
    Action: entry.action,
    Section: entry.section,
    Display: entry.display.slice(0, 500),
    CreatedById: ctx.userId,
    CreatedDate: org.clock.timestamp(),
    CreatedByContext: null,
    DelegateUser: null,
    ResponsibleNamespacePrefix: null,
  });
}

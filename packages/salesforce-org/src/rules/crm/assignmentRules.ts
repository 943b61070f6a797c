import type { BeforeInsertEvent } from '../../core/types';
import { idOf } from '../textOf';

/**
 * The active assignment rule of an object, when the org has one: a record
 * that was created without an owner goes to whom the rule names, unless the
 * caller said `Sforce-Auto-Assign: FALSE`.
 */
export function assignByRule(
  event: BeforeInsertEvent,
  kind: 'CaseAssignment' | 'LeadAssignment',
): void {
  const { ctx, given, row, tx } = event;
  if (ctx.autoAssign === false || given.has('OwnerId')) {
    return;
  }
  const [reference] = tx.findBy('SetupReference', 'Kind', kind);
  const ownerId = idOf(reference?.ReferenceId);
  if (ownerId) {
    row.OwnerId = ownerId;
  }
}

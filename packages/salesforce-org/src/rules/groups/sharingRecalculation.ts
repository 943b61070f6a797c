import type { OrgServices, RuleEvent } from '../../core/types';
import { refusal, shortId } from '../refusals';

/** When the sharing recalculation of an org will be over, by its clock. */
const busyUntil = new WeakMap<OrgServices, number>();

/**
 * Moving people or roles in the hierarchy recalculates sharing for a while
 * (switch `sharingRecalculationMs`); whoever moves another meanwhile finds the
 * rows locked and has to try again. Without the switch nothing is locked.
 */
export function beginSharingRecalculation(
  event: Pick<RuleEvent, 'ctx' | 'org'> & { before: { readonly Id: string } },
): void {
  const { ctx, org, before } = event;
  const duration = org.switches.sharingRecalculationMs;
  if (duration === 0 || ctx.systemMode) {
    return;
  }
  const now = org.clock.now();
  const until = busyUntil.get(org) ?? 0;
  // A clock that was set back must not lock the org for years.
  if (now < until && until <= now + duration) {
    throw refusal(
      'UNABLE_TO_LOCK_ROW',
      `unable to obtain exclusive access to this record or 1 records: ${shortId(
        before.Id,
      )}`,
    );
  }
  busyUntil.set(org, now + duration);
}

import type { Target } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import { dayOf } from '../actions/words';
import { findScheduledOf } from '../database/operations/requests/findScheduledOf';

/** More would hide what else a plan warns of. */
const mostShown = 5;

/**
 * Warns whoever asks again for what was given for a time: what is scheduled
 * takes it back all the same, and asking for it anew changes nothing while it
 * is there.
 */
export async function scheduledWarnings(options: {
  knex: Knex;
  orgId: string;
  actionId: string;
  targets: readonly Target[];
}): Promise<string[]> {
  const { knex, orgId, actionId, targets } = options;
  const scheduled = await findScheduledOf({
    knex,
    orgId,
    parentAction: actionId,
    recordIds: targets.flatMap(({ id }) => id ?? []),
  });
  const shown = scheduled
    .slice(0, mostShown)
    .map(
      ({ number, title, not_before }) =>
        `On ${dayOf(
          not_before,
        )} request ${number} is to "${title}"; withdraw it if that is not wanted any more`,
    );
  return scheduled.length > mostShown
    ? [...shown, `${scheduled.length - mostShown} more are scheduled for them`]
    : shown;
}

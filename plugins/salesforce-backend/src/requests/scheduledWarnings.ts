import type { Target } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import { dayOf } from '../actions/words';
import { findScheduledOf } from '../database/operations/requests/findScheduledOf';
import type { RequestScope } from '../permissions/RequestDecisions';

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
  /** Which requests whoever asks may see; of others the day is said alone. */
  scope: RequestScope;
}): Promise<string[]> {
  const { knex, orgId, actionId, targets, scope } = options;
  const wanted = {
    knex,
    orgId,
    parentAction: actionId,
    recordIds: targets.flatMap(({ id }) => id ?? []),
  };
  const scheduled = await findScheduledOf(wanted);
  const seen = new Set(
    scheduled.length === 0 || scope.kind === 'all'
      ? scheduled.map(({ number }) => number)
      : (await findScheduledOf({ ...wanted, scope })).map(
          ({ number }) => number,
        ),
  );
  const shown = scheduled
    .slice(0, mostShown)
    .map(({ number, title, not_before }) =>
      seen.has(number)
        ? `On ${dayOf(
            not_before,
          )} request ${number} is to "${title}"; withdraw it if that is not wanted any more`
        : `On ${dayOf(
            not_before,
          )} a request that you may not see is to take it back`,
    );
  return scheduled.length > mostShown
    ? [...shown, `${scheduled.length - mostShown} more are scheduled for them`]
    : shown;
}

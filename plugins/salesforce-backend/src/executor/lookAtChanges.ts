import type {
  ActionContext,
  Observation,
  SalesforceWriteAction,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { Knex } from 'knex';
import { readClaimedRecords } from '../database/operations/changes/readClaimedRecords';
import { observeChanges } from './observeChanges';
import type { PlannedWork } from './PlannedWork';

/**
 * What is in the org of changes whose reply nobody saw, by position: as their
 * action looks for it, or else as any change is looked for.
 */
export async function lookAtChanges(options: {
  knex: Knex;
  orgId: string;
  action: Pick<SalesforceWriteAction, 'observe'> | undefined;
  context: ActionContext;
  work: PlannedWork[];
  /** The whole plan, by position. */
  all: PlannedWork[];
}): Promise<Map<number, Observation>> {
  const { knex, orgId, action, context, work, all } = options;
  if (!action?.observe) {
    return observeChanges({
      reader: context.reader,
      work,
      all,
      newRecords: {
        createdBy: context.protectedUserIds,
        claimed: recordIds => readClaimedRecords({ knex, orgId, recordIds }),
      },
    });
  }
  const answers = await action.observe({
    changes: work.map(({ change }) => change),
    context,
  });
  return new Map(work.map(({ position }, i) => [position, answers[i]]));
}

import type { Knex } from 'knex';
import type { RequestScope } from '../../../permissions/RequestDecisions';
import { whereScope } from '../../../permissions/whereCriteria';
import { inBatches } from '../../inBatches';

/** A request that waits for its time. */
export interface ScheduledRequest {
  number: number;
  title: string;
  not_before: string;
}

/**
 * What is still scheduled for these targets, as what follows from requests for
 * an action; the next ones first, each once.
 */
export async function findScheduledOf(options: {
  knex: Knex;
  orgId: string;
  /** The action of the request that it follows from. */
  parentAction: string;
  recordIds: string[];
  /** Only those that somebody may see. */
  scope?: RequestScope;
}): Promise<ScheduledRequest[]> {
  const { knex, orgId, parentAction, recordIds, scope } = options;
  const found = new Map<number, ScheduledRequest>();
  await inBatches(recordIds, async ids => {
    const rows: ScheduledRequest[] = await knex(
      'salesforce_requests as request',
    )
      .join(
        'salesforce_requests as parent',
        'parent.id',
        'request.follow_up_of',
      )
      .where({
        'request.state': 'scheduled',
        'request.org_id': orgId,
        'parent.action_id': parentAction,
      })
      .whereIn(
        'request.id',
        knex('salesforce_request_targets')
          .whereIn('record_id', ids)
          .select('request_id'),
      )
      .whereNotNull('request.not_before')
      .modify(query => scope && whereScope(query, scope))
      .select('request.number', 'request.title', 'request.not_before');
    for (const row of rows) found.set(row.number, row);
  });
  return [...found.values()].sort((left, right) =>
    left.not_before < right.not_before ? -1 : 1,
  );
}

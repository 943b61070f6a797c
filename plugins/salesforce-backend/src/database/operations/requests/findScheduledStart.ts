import type { Knex } from 'knex';

/** When the next scheduled request for an action on a record will start. */
export async function findScheduledStart(options: {
  knex: Knex;
  orgId: string;
  actionId: string;
  recordId: string;
}): Promise<string | undefined> {
  const row: { not_before: string | null } | undefined = await options
    .knex('salesforce_requests as request')
    .join(
      'salesforce_request_targets as target',
      'target.request_id',
      'request.id',
    )
    .where({
      'target.record_id': options.recordId,
      'request.state': 'scheduled',
      'request.org_id': options.orgId,
      'request.action_id': options.actionId,
    })
    .orderBy('request.not_before')
    .first('request.not_before');
  return row?.not_before ?? undefined;
}

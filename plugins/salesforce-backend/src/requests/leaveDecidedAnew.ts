import type { PlanProposal } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Knex } from 'knex';
import { readChanges } from '../database/operations/changes/recordChanges';
import { readChangesOfTargets } from '../database/operations/changes/readChangesOfTargets';
import { readRequest } from '../database/operations/requests/readRequest';
import type { ChangeRow, RequestRow } from '../database/tables';
import { decidedAnew, type DoneChange } from '../domain/decidedAnew';
import { narrowPlan, targetKey } from '../domain/narrowPlan';

/**
 * The plan of a request that was scheduled, without those about whom somebody
 * decided anew since. They are named in the plan, each with the reason.
 */
export async function leaveDecidedAnew(options: {
  knex: Knex;
  request: Pick<RequestRow, 'id' | 'org_id' | 'follow_up_of'>;
  proposal: PlanProposal;
}): Promise<PlanProposal> {
  const { knex, request, proposal } = options;
  if (request.follow_up_of === null || proposal.changes.length === 0) {
    return proposal;
  }
  const original = await readRequest({ knex, id: request.follow_up_of });
  if (!original) return proposal;
  const [done, others] = await Promise.all([
    readChanges({
      knex,
      requestId: original.id,
      planVersion: original.plan_version,
    }),
    readChangesOfTargets({
      knex,
      orgId: request.org_id,
      exceptRequestId: original.id,
      recordIds: [
        ...new Set(proposal.changes.flatMap(({ target }) => target.id ?? [])),
      ],
    }),
  ]);
  const alone = decidedAnew({
    changes: proposal.changes,
    original: done.map(change => toDone(change, original.number)),
    others: others.map(change => toDone(change, change.number)),
  });
  if (alone.length === 0) return proposal;
  const narrowed = narrowPlan({
    proposal,
    removed: alone.map(({ target }) => target),
  });
  // Parts that hang together are done together or not at all.
  const rest = narrowed.ok ? narrowed.proposal : { ...proposal, changes: [] };
  const reasonOf = new Map(alone.map(({ target, reason }) => [target, reason]));
  return {
    ...rest,
    title: proposal.title,
    targets: proposal.targets,
    leftOut: [
      ...(rest.leftOut ?? []),
      ...proposal.targets.flatMap(target => {
        const reason = reasonOf.get(targetKey(target));
        return reason === undefined ? [] : [{ target, reason }];
      }),
    ],
  };
}

function toDone(change: ChangeRow, requestNumber: number): DoneChange {
  const fields: Array<{ name: string }> = JSON.parse(change.fields);
  return {
    requestNumber,
    object: change.object,
    recordId: change.applied_record_id ?? change.record_id,
    target: targetKey(JSON.parse(change.target)),
    fields: fields.map(({ name }) => name),
    isApplied: change.outcome === 'applied',
    finishedAt: change.finished_at,
  };
}

import { SalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';
import type { PlanProposal } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Knex } from 'knex';
import { readChanges } from '../database/operations/changes/recordChanges';
import { readPlan } from '../database/operations/plans/readPlan';
import { readTargets } from '../database/operations/requests/targets';
import type { RequestPatch } from '../database/operations/requests/updateRequest';
import type { RequestRow } from '../database/tables';
import { narrowPlan, targetKey } from '../domain/narrowPlan';
import { planDigest } from '../domain/planDigest';
import { toPlannedWork } from '../executor/PlannedWork';
import { targetView, type StoredPlanBody } from '../requests/changeViews';
import { planColumns, storePlan } from '../requests/storePlan';

/** The plan that is left, and what the request's row is to say of it. */
export interface NarrowedRequest {
  patch: RequestPatch &
    Pick<RequestRow, 'plan_version' | 'plan_digest' | 'title'>;
  proposal: PlanProposal;
  /** What was taken off now, by label. */
  removed: string[];
}

/**
 * Takes targets off the stored plan, as the next version of it. The org is not
 * read: what is left was in the plan that the reviewer saw. The job computes
 * the plan again and takes the same targets off. Groups that held every target
 * hold those who are left.
 */
export async function narrowStoredPlan(options: {
  transaction: Knex.Transaction;
  request: RequestRow;
  /** Record ids, or labels of targets without one. */
  remove: readonly string[];
  at: Date;
}): Promise<NarrowedRequest> {
  const { transaction, request, at } = options;
  const proposal = await readProposal(transaction, request);
  const wanted = new Set(options.remove);
  const removed = proposal.targets.filter(({ id, label }) =>
    wanted.has(id ?? label),
  );
  const known = new Set(removed.map(({ id, label }) => id ?? label));
  const unknown = options.remove.find(name => !known.has(name));
  if (unknown !== undefined) {
    throw refusal(`'${unknown}' is not a target of this request`);
  }
  const narrowed = narrowPlan({ proposal, removed: removed.map(targetKey) });
  if (!narrowed.ok) throw refusal(`${narrowed.reason}: reject it instead`);
  if (narrowed.proposal.changes.length === 0) {
    throw refusal('Nothing would be left: reject it instead');
  }
  const without: string[] = [
    ...new Set<string>([
      ...(request.removed_targets ? JSON.parse(request.removed_targets) : []),
      ...removed.map(targetKey),
    ]),
  ];
  const plan = {
    proposal: narrowed.proposal,
    version: request.plan_version + 1,
    digest: planDigest({
      orgId: request.org_id,
      actionId: request.action_id,
      changes: narrowed.proposal.changes,
      followUps: narrowed.proposal.followUps ?? [],
      without,
    }),
  };
  await storePlan({ transaction, request, ...plan, at });
  return {
    patch: {
      ...planColumns(plan),
      removed_targets: JSON.stringify(without),
    },
    proposal: narrowed.proposal,
    removed: removed.map(({ label }) => label),
  };
}

async function readProposal(
  transaction: Knex.Transaction,
  request: RequestRow,
): Promise<PlanProposal> {
  const plan = await readPlan({
    knex: transaction,
    requestId: request.id,
    version: request.plan_version,
  });
  const changes = await readChanges({
    knex: transaction,
    requestId: request.id,
    planVersion: request.plan_version,
  });
  const targets = await readTargets({
    knex: transaction,
    requestId: request.id,
  });
  const body: StoredPlanBody = JSON.parse(plan?.body ?? '{}');
  return {
    title: request.title,
    changes: changes.map(row => toPlannedWork(row).change),
    followUps: body.followUps,
    warnings: body.warnings,
    blockers: body.blockers,
    leftOut: body.leftOut,
    targets: targets.map(targetView),
  };
}

function refusal(message: string): SalesdeskError {
  return new SalesdeskError('InputError', message, {
    code: 'invalid_input',
    fields: [{ path: 'remove', message, code: 'invalid_input' }],
  });
}

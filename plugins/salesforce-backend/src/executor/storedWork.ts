import type { PlannedFollowUp } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Knex } from 'knex';
import { readChanges } from '../database/operations/changes/recordChanges';
import { readPlan } from '../database/operations/plans/readPlan';
import type { RequestRow } from '../database/tables';
import { planDigest } from '../domain/planDigest';
import { toPlannedWork, type PlannedWork } from './PlannedWork';

/** The changes of the current plan, as they are stored. */
export async function readWork(options: {
  knex: Knex;
  request: RequestRow;
}): Promise<PlannedWork[]> {
  const { knex, request } = options;
  if (request.plan_version === 0) return [];
  const rows = await readChanges({
    knex,
    requestId: request.id,
    planVersion: request.plan_version,
  });
  return rows.map(toPlannedWork);
}

/** Digest of the changes that would be written; '' where none are stored yet. */
export async function storedDigest(options: {
  knex: Knex;
  request: RequestRow;
  work: PlannedWork[];
}): Promise<string> {
  const { knex, request, work } = options;
  if (request.plan_version === 0) return '';
  return planDigest({
    orgId: request.org_id,
    actionId: request.action_id,
    changes: work.map(({ change }) => change),
    followUps: await readFollowUps({ knex, request }),
    without: request.removed_targets ? JSON.parse(request.removed_targets) : [],
  });
}

async function readFollowUps(options: {
  knex: Knex;
  request: RequestRow;
}): Promise<PlannedFollowUp[]> {
  const plan = await readPlan({
    knex: options.knex,
    requestId: options.request.id,
    version: options.request.plan_version,
  });
  return plan ? JSON.parse(plan.body).followUps : [];
}

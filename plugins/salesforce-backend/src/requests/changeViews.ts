import type {
  Change,
  Plan,
  Target,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type {
  PlannedChange,
  PlannedField,
  PlanProposal,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { ChangeRow, PlanRow, RequestTargetRow } from '../database/tables';

/** How many changes come with a plan; the rest is paged. */
export const changesWithPlan = 50;

/** What a stored plan keeps besides its changes. */
export interface StoredPlanBody {
  title: string;
  followUps: NonNullable<PlanProposal['followUps']>;
  warnings: string[];
  blockers: NonNullable<PlanProposal['blockers']>;
  leftOut: NonNullable<PlanProposal['leftOut']>;
}

/** The part of a proposal that is kept with the plan. */
export function planBody(proposal: PlanProposal): StoredPlanBody {
  return {
    title: proposal.title,
    followUps: proposal.followUps ?? [],
    warnings: proposal.warnings ?? [],
    blockers: proposal.blockers ?? [],
    leftOut: proposal.leftOut ?? [],
  };
}

/** A proposal as a draft shows it. */
export function proposalView(options: {
  proposal: PlanProposal;
  digest: string;
}): Plan {
  const { followUps, warnings, blockers, leftOut } = planBody(options.proposal);
  return {
    version: 1,
    digest: options.digest,
    changeCount: options.proposal.changes.length,
    changes: options.proposal.changes
      .slice(0, changesWithPlan)
      .map(plannedChangeView),
    followUps: followUps.map(({ action, at, summary }) => ({
      action,
      at,
      summary,
    })),
    warnings,
    blockers,
    leftOut,
  };
}

/** A stored plan with its first changes. */
export function planView(options: {
  plan: PlanRow;
  changes: readonly ChangeRow[];
  /** Requests that its follow-ups became, by action and time. */
  followUpRequests?: ReadonlyMap<string, string>;
}): Plan {
  const { plan } = options;
  const body: StoredPlanBody = JSON.parse(plan.body);
  return {
    version: plan.version,
    digest: plan.digest,
    changeCount: plan.change_count,
    changes: options.changes.map(changeView),
    followUps: body.followUps.map(({ action, at, summary }) => {
      const requestId = options.followUpRequests?.get(followUpKey(action, at));
      return { action, at, summary, ...(requestId ? { requestId } : {}) };
    }),
    warnings: body.warnings,
    blockers: body.blockers,
    leftOut: body.leftOut,
    createdAt: plan.created_at,
  };
}

/** What tells the follow-ups of one request apart. */
export function followUpKey(action: string, at: string): string {
  return `${action} ${toStoredTime(at)}`;
}

/** A moment in the one form in which times are stored, sorted and compared. */
export function toStoredTime(moment: string): string {
  return new Date(moment).toISOString();
}

function plannedChangeView(change: PlannedChange, position: number): Change {
  return {
    position,
    object: change.object,
    recordId: change.recordId,
    operation: change.operation,
    summary: change.summary,
    target: change.target,
    fields: change.fields.map(fieldView),
  };
}

/** A stored change with its outcome. */
export function changeView(row: ChangeRow): Change {
  const fields: PlannedField[] = JSON.parse(row.fields);
  return {
    position: row.position,
    object: row.object,
    recordId: row.applied_record_id ?? row.record_id,
    operation: row.operation,
    summary: row.summary,
    target: JSON.parse(row.target),
    fields: fields.map(fieldView),
    outcome: row.outcome,
    ...(row.outcome_detail ? { error: JSON.parse(row.outcome_detail) } : {}),
  };
}

function fieldView(field: PlannedField): Change['fields'][number] {
  return {
    name: field.name,
    label: field.label,
    before: field.before,
    after: field.after,
    ...(field.beforeLabel ? { beforeLabel: field.beforeLabel } : {}),
    ...(field.afterLabel ? { afterLabel: field.afterLabel } : {}),
  };
}

/** A stored target. */
export function targetView(row: RequestTargetRow): Target {
  return {
    object: row.object,
    id: row.record_id,
    label: row.label,
    ...(row.detail ? { detail: row.detail } : {}),
    ...(row.person_ref ? { personRef: row.person_ref } : {}),
    ...(row.url ? { url: row.url } : {}),
  };
}

import type { PlanProposal } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Knex } from 'knex';
import { insertPlan } from '../database/operations/plans/insertPlan';
import { replaceTargets } from '../database/operations/requests/targets';
import { replaceWords } from '../database/operations/requests/words';
import type { RequestRow } from '../database/tables';
import { planBody } from './changeViews';
import { searchWords } from './searchWords';

/** What the row of a request says of its plan. */
export function planColumns(plan: {
  proposal: PlanProposal;
  version: number;
  digest: string;
}) {
  const { proposal, version, digest } = plan;
  return {
    title: proposal.title,
    size: proposal.targets.length,
    change_count: proposal.changes.length,
    change_summary: changeSummary(proposal),
    plan_version: version,
    plan_digest: digest,
  };
}

/** Stores a version of a plan with all that hangs on it but the request's row. */
export async function storePlan(options: {
  transaction: Knex.Transaction;
  request: Pick<RequestRow, 'id' | 'number' | 'reason'>;
  version: number;
  proposal: PlanProposal;
  digest: string;
  at: Date;
  /** Nothing hangs on the request yet. */
  isNew?: boolean;
}): Promise<void> {
  const { transaction, request, version, proposal, digest, at } = options;
  const { isNew } = options;
  await insertPlan({
    transaction,
    plan: {
      request_id: request.id,
      version,
      digest,
      body: JSON.stringify(planBody(proposal)),
      change_count: proposal.changes.length,
      created_at: at.toISOString(),
    },
    changes: proposal.changes,
  });
  await replaceTargets({
    transaction,
    request,
    targets: proposal.targets,
    isNew,
  });
  await replaceWords({
    transaction,
    request,
    isNew,
    words: searchWords(
      String(request.number),
      proposal.title,
      request.reason,
      ...proposal.targets
        .slice(0, 100)
        .flatMap(target => [target.label, target.detail]),
    ),
  });
}

/** What changes, in one line. */
function changeSummary(proposal: PlanProposal): string {
  const [first, ...rest] = proposal.changes;
  if (!first) return proposal.title;
  return rest.length === 0
    ? first.summary
    : `${first.summary} and ${rest.length} more`;
}

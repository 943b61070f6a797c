import type { PlanProposal } from '@salesdesk/backstage-plugin-salesforce-node';
import type { NewAuditEntry } from '../audit/AuditLog';
import type { RequestRow } from '../database/tables';
import type { PolicyDecision } from '../policy/evaluatePolicy';
import { planBody } from './changeViews';

/** One entry holds so many changes; a larger plan takes several entries. */
const changesPerEntry = 500;

/** The part of an audit entry that says which request it is about. */
export function aboutRequest(
  row: Pick<RequestRow, 'id' | 'org_id' | 'action_id'>,
): Pick<NewAuditEntry, 'org' | 'action' | 'requestId'> {
  return { org: row.org_id, action: row.action_id, requestId: row.id };
}

/** Who asked for what and why, what was decided, and the whole plan. */
export function submittedEntries(options: {
  row: RequestRow;
  decision: PolicyDecision;
  proposal: PlanProposal;
}): [NewAuditEntry, ...NewAuditEntry[]] {
  const { row, decision, proposal } = options;
  const about = { ...aboutRequest(row), actor: row.requester_ref };
  const submitted: NewAuditEntry = {
    ...about,
    type: 'request.submitted',
    summary: row.break_glass
      ? `Ran without approval, in an emergency: ${row.title}`
      : `Asked for: ${row.title}`,
    subjects: [row.requester_ref],
    data: {
      number: row.number,
      title: row.title,
      reason: row.reason,
      words: row.words,
      input: JSON.parse(row.input),
      risk: row.risk,
      state: row.state,
      decision: {
        verdict: decision.verdict,
        code: decision.code,
        reasons: decision.reasons,
        policyVersion: decision.policyVersion,
        stages: decision.stages,
        distinctReviewers: decision.distinctReviewers,
      },
      ...(row.undo_of ? { undoOf: row.undo_of } : {}),
      ...(row.break_glass ? { breakGlass: true } : {}),
    },
  };
  return [submitted, ...plannedEntries({ row, proposal, about })];
}

/** The whole plan of a request, in as many entries as it takes. */
export function plannedEntries(options: {
  row: Pick<RequestRow, 'plan_version' | 'plan_digest'>;
  proposal: PlanProposal;
  about: Pick<NewAuditEntry, 'org' | 'action' | 'requestId' | 'actor'>;
}): NewAuditEntry[] {
  const { row, proposal, about } = options;
  const { followUps, warnings, blockers } = planBody(proposal);
  const { changes } = proposal;
  const planned: NewAuditEntry[] = [];
  for (let start = 0; start < changes.length; start += changesPerEntry) {
    const part = changes.slice(start, start + changesPerEntry);
    planned.push({
      ...about,
      type: 'request.planned',
      summary:
        changes.length === 1
          ? `Plan: ${changes[0].summary}`
          : `Plan: changes ${start + 1} to ${start + part.length} of ${
              changes.length
            }`,
      subjects: [
        ...new Set(
          part.flatMap(({ target, recordId }) => [
            ...(target.id ? [target.id] : []),
            ...(target.personRef ? [target.personRef] : []),
            ...(recordId ? [recordId] : []),
          ]),
        ),
      ],
      data: {
        planVersion: row.plan_version,
        planDigest: row.plan_digest,
        firstPosition: start,
        changeCount: changes.length,
        changes: part.map(change => ({
          object: change.object,
          recordId: change.recordId,
          operation: change.operation,
          summary: change.summary,
          fields: change.fields.map(field => ({
            name: field.name,
            label: field.label,
            before: field.beforeLabel ?? field.before,
            after: field.afterLabel ?? field.after,
          })),
        })),
        ...(start === 0 ? { followUps, warnings, blockers } : {}),
      },
    });
  }
  return planned;
}

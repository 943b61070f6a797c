import type { NewAuditEntry } from '../audit/AuditLog';
import type { RequestRow } from '../database/tables';
import type { ChangeRecord } from '../database/operations/changes/recordChanges';
import { salesdeskActor } from '../people/salesdeskActor';
import type { PlannedWork } from './PlannedWork';

type Request = Pick<RequestRow, 'id' | 'number' | 'org_id' | 'action_id'>;

function entryOf(
  request: Request,
  rest: Pick<NewAuditEntry, 'type' | 'summary' | 'data' | 'subjects'>,
): NewAuditEntry {
  return {
    actor: salesdeskActor,
    org: request.org_id,
    action: request.action_id,
    requestId: request.id,
    ...rest,
  };
}

/** Before a call leaves: what it will do. */
export function intendedEntry(options: {
  request: Request;
  ticket: number;
  work: PlannedWork[];
}): NewAuditEntry {
  const { request, work, ticket } = options;
  return entryOf(request, {
    type: 'call.intended',
    summary:
      work.length === 1
        ? `About to do: ${work[0].change.summary}`
        : `About to ${work[0].change.operation} ${work.length} ${work[0].change.object} records`,
    data: {
      ticket,
      object: work[0].change.object,
      operation: work[0].change.operation,
      positions: work.map(item => item.position),
    },
  });
}

const verbs: Record<string, string> = {
  applied: 'Made the change',
  already_there: 'Was there already',
  failed: 'Refused',
  unknown: 'Outcome unknown',
  skipped: 'Left out',
};

const types: Record<string, string> = {
  applied: 'call.applied',
  already_there: 'call.not_needed',
  failed: 'call.refused',
  unknown: 'call.unknown',
  skipped: 'call.skipped',
};

/** After a call, or after looking: one entry for each kind of outcome. */
export function outcomeEntries(options: {
  request: Request;
  ticket: number;
  work: PlannedWork[];
  records: ChangeRecord[];
  /** Whether this was learned by reading instead of by the reply. */
  observed: boolean;
}): NewAuditEntry[] {
  const { request, ticket, observed } = options;
  const byPosition = new Map(options.work.map(item => [item.position, item]));
  const groups = new Map<string, ChangeRecord[]>();
  for (const record of options.records) {
    if (record.outcome === 'pending') continue;
    groups.set(record.outcome, [...(groups.get(record.outcome) ?? []), record]);
  }
  return [...groups].map(([outcome, records]) => {
    const first = byPosition.get(records[0].position);
    return entryOf(request, {
      type: types[outcome],
      summary:
        records.length === 1
          ? `${verbs[outcome]}: ${first?.change.summary}`
          : `${verbs[outcome]}: ${records.length} ${first?.change.object} records`,
      data: {
        ticket,
        ...(observed ? { observed } : {}),
        changes: records.map(record => {
          const item = byPosition.get(record.position);
          return {
            position: record.position,
            object: item?.change.object,
            operation: item?.change.operation,
            recordId: record.recordId ?? item?.recordId ?? null,
            summary: item?.change.summary,
            fields: item?.change.fields.map(field => ({
              name: field.name,
              label: field.label,
              before: field.beforeLabel ?? field.before,
              after: field.afterLabel ?? field.after,
            })),
            ...(record.detail ? { problem: record.detail } : {}),
          };
        }),
      },
      subjects: records.flatMap(record => {
        const item = byPosition.get(record.position);
        return [
          record.recordId,
          item?.recordId,
          item?.change.target.id,
          item?.change.target.personRef,
        ].filter(subject => typeof subject === 'string');
      }),
    });
  });
}

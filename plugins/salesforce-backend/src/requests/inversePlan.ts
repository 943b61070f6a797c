import type {
  PlannedChange,
  PlannedField,
} from '@salesdesk/backstage-plugin-salesforce-node';

/**
 * What takes applied changes back, in reverse order: what was created is
 * deleted, what was deleted is created again, what was altered gets its old
 * values. Pure. Throws nothing: calls that cannot be taken back are left out
 * and answered as such.
 */
export function inversePlan(applied: readonly PlannedChange[]): {
  changes: PlannedChange[];
  /** Summaries of what cannot be taken back. */
  irreversible: string[];
} {
  const changes: PlannedChange[] = [];
  const irreversible: string[] = [];
  // What is created again gets another id; what referred to the old one
  // refers to the new one.
  const recreatedAt = new Map<string, number>();
  for (const change of [...applied].reverse()) {
    const inverse = invert(change);
    if (!inverse) {
      irreversible.push(change.summary);
      continue;
    }
    if (change.operation === 'delete' && change.recordId !== null) {
      recreatedAt.set(change.recordId, changes.length);
    }
    changes.push({
      ...inverse,
      fields: inverse.fields.map(field => {
        const position =
          typeof field.after === 'string'
            ? recreatedAt.get(field.after)
            : undefined;
        return position === undefined || position === changes.length
          ? field
          : { ...field, after: null, afterFrom: position };
      }),
    });
  }
  return { changes, irreversible };
}

function invert(change: PlannedChange): PlannedChange | undefined {
  const { object, recordId, target } = change;
  const base = { object, target, summary: `Undo: ${change.summary}` };
  switch (change.operation) {
    case 'update':
      return recordId === null
        ? undefined
        : {
            ...base,
            operation: 'update',
            recordId,
            fields: change.fields.map(swap),
          };
    case 'create':
      return recordId === null
        ? undefined
        : {
            ...base,
            operation: 'delete',
            recordId,
            fields: change.fields.map(field => ({
              ...swap(field),
              after: null,
              afterLabel: undefined,
            })),
          };
    case 'delete':
      return {
        ...base,
        operation: 'create',
        recordId: null,
        fields: change.fields.map(field => ({ ...swap(field), before: null })),
        naturalKey: change.naturalKey ?? change.fields.map(field => field.name),
      };
    default:
      // records that were handed over are handed back by those who have them
      return change.method === 'transfer_records'
        ? {
            ...base,
            operation: 'invoke',
            method: change.method,
            recordId: ownerAfter(change) ?? recordId,
            recordIds: change.recordIds,
            fields: change.fields.map(swap),
          }
        : undefined;
  }
}

function ownerAfter({ fields }: PlannedChange): string | undefined {
  const after = fields[0]?.after;
  return typeof after === 'string' ? after : undefined;
}

function swap(field: PlannedField): PlannedField {
  return {
    name: field.name,
    label: field.label,
    before: field.after,
    after: field.before,
    ...(field.afterLabel ? { beforeLabel: field.afterLabel } : {}),
    ...(field.beforeLabel ? { afterLabel: field.beforeLabel } : {}),
  };
}

import type {
  PlannedChange,
  PlannedField,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { waitsFor } from '../executor/nextBatch';

/**
 * What takes applied changes back, in reverse order: what was created is
 * deleted, what was deleted is created again, what was altered gets its old
 * values. Pure. Throws nothing: calls that cannot be taken back are left out
 * and answered as such.
 *
 * What waited for another change is taken back before it, and that waits for it:
 * a permission set that was taken off and given back is there until the second is
 * undone, and must not be taken for what undoing the first one gives. References
 * between the changes are to their places among them.
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
  const dependents = dependentsOf(applied);
  /** Where the inverse of a change stands, by the place of the change. */
  const inverseAt = new Map<number, number>();
  for (let place = applied.length - 1; place >= 0; place -= 1) {
    const change = applied[place];
    const inverse = invert(change);
    if (!inverse) {
      irreversible.push(change.summary);
      continue;
    }
    if (change.operation === 'delete' && change.recordId !== null) {
      recreatedAt.set(change.recordId, changes.length);
    }
    const after = (dependents.get(place) ?? []).flatMap(
      dependent => inverseAt.get(dependent) ?? [],
    );
    inverseAt.set(place, changes.length);
    changes.push({
      ...inverse,
      ...(after.length > 0 ? { after } : {}),
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

/** Which changes waited for each one, by its place. */
function dependentsOf(
  applied: readonly PlannedChange[],
): Map<number, number[]> {
  const dependents = new Map<number, number[]>();
  applied.forEach((change, place) => {
    for (const reference of new Set(waitsFor(change))) {
      dependents.set(reference, [...(dependents.get(reference) ?? []), place]);
    }
  });
  return dependents;
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

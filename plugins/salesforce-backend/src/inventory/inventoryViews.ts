import type {
  InventoryChange,
  InventoryField,
  InventorySync,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type {
  InventoryChangeRow,
  InventorySyncRow,
  InventorySyncStepRow,
} from '../database/tables';
import { fieldsOf, type ChangeNames } from './ChangeNames';
import { findInventoryObject } from './model';
import { operatorsFor, type QueryField } from './query';

/** A field as answers show it. */
export function toFieldView(field: QueryField): InventoryField {
  return {
    id: field.id,
    label: field.label,
    type: field.type,
    operators: [...operatorsFor(field.type)],
  };
}

/** A sync as answers show it. Pure. */
export function toSyncView(
  sync: InventorySyncRow,
  steps: InventorySyncStepRow[],
): InventorySync {
  const sum = (of: 'rows' | 'added' | 'changed' | 'removed') =>
    steps.reduce((total, step) => total + step[of], 0);
  return {
    id: sync.id,
    mode: sync.mode,
    state: sync.state,
    requestedBy: sync.requested_by,
    apiCalls: sync.api_calls,
    ...(sync.problem ? { problem: sync.problem } : {}),
    createdAt: sync.created_at,
    ...(sync.started_at ? { startedAt: sync.started_at } : {}),
    ...(sync.finished_at ? { finishedAt: sync.finished_at } : {}),
    ...(sync.state === 'waiting' ? { continuesAt: sync.run_at } : {}),
    rows: sum('rows'),
    added: sum('added'),
    changed: sum('changed'),
    removed: sum('removed'),
    progress: progressOf(sync, steps),
    steps: steps.map(step => ({
      object: step.object,
      label: findInventoryObject(step.object)?.plural ?? step.object,
      state: step.state,
      ...(step.total === null ? {} : { total: step.total }),
      rows: step.rows,
      added: step.added,
      changed: step.changed,
      removed: step.removed,
      ...(step.problem ? { problem: step.problem } : {}),
    })),
  };
}

/** Each object counts the same; of one under way, the rows that were read. */
function progressOf(
  sync: InventorySyncRow,
  steps: InventorySyncStepRow[],
): number {
  if (sync.state === 'succeeded') return 1;
  if (steps.length === 0) return 0;
  const parts = steps.map(step => {
    if (step.state === 'done' || step.state === 'unavailable') return 1;
    return step.total ? Math.min(1, step.rows / step.total) : 0;
  });
  const whole = parts.reduce((total, part) => total + part, 0);
  return Math.round((whole / steps.length) * 1000) / 1000;
}

/** A change as answers show it, with names instead of ids where known. Pure. */
export function toChangeView(
  row: InventoryChangeRow,
  names: Pick<ChangeNames, 'nameOf' | 'labelOf'>,
): InventoryChange {
  const object = findInventoryObject(row.object);
  const label = row.label ?? names.labelOf(row);
  const shown = (column: string, value: unknown) =>
    names.nameOf(row.object, column, value) ?? String(value).trim();
  return {
    object: row.object,
    objectLabel: object?.label ?? row.object,
    recordId: row.record_id,
    kind: row.kind,
    ...(label ? { label } : {}),
    at: row.at,
    syncId: row.sync_id,
    fields: fieldsOf(row).map(({ column, before, after }) => ({
      label:
        (names.nameOf(row.object, column, before) ??
        names.nameOf(row.object, column, after)
          ? // of a name it is the manager, and not the id of the manager
            object?.relations.find(known => known.column === column)?.label
          : object?.columns.find(known => known.column === column)?.label) ??
        'System permissions',
      ...(before === null ? {} : { before: shown(column, before) }),
      ...(after === null ? {} : { after: shown(column, after) }),
    })),
  };
}

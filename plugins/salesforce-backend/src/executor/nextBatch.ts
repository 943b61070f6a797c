import type { PlannedChange } from '@salesdesk/backstage-plugin-salesforce-node';
import { recordsPerWrite } from '../gateway/recordWrites';
import type { PlannedWork } from './PlannedWork';

/** Records in one call: five collections of 200; Salesforce's limit. */
export const batchSize = recordsPerWrite;

/** What to do next. */
export type NextBatch =
  /** One call: same object, same operation, no record twice. */
  | { kind: 'call'; work: PlannedWork[] }
  /** These cannot be made, because what they wait for did not succeed. */
  | { kind: 'skip'; work: PlannedWork[] }
  | { kind: 'done' };

/** Outcomes of changes that are as they were wanted. */
export const succeeded: ReadonlySet<string> = new Set([
  'applied',
  'already_there',
]);

/**
 * Chooses the next call of a plan. A change waits for the changes it names, for
 * those that create its record or a value of it, and for earlier changes of the
 * same record; all others may share a call. Pure.
 */
export function nextBatch(all: PlannedWork[]): NextBatch {
  const pending = all.filter(work => work.outcome === 'pending');
  if (pending.length === 0) return { kind: 'done' };

  const hopeless = pending.filter(work =>
    waitsFor(work.change).some(position => {
      const outcome = all[position]?.outcome;
      return (
        outcome !== undefined &&
        outcome !== 'pending' &&
        !succeeded.has(outcome)
      );
    }),
  );
  if (hopeless.length > 0) return { kind: 'skip', work: hopeless };

  const busyRecords = new Set<string>();
  const batch: PlannedWork[] = [];
  for (const work of pending) {
    const record = recordKey(work);
    const isFree = record === undefined || !busyRecords.has(record);
    if (record !== undefined) busyRecords.add(record);
    const isReady =
      isFree &&
      waitsFor(work.change).every(position =>
        succeeded.has(all[position]?.outcome ?? ''),
      );
    if (isReady && (batch.length === 0 || fits(work, batch[0]))) {
      batch.push(work);
      // A call for one person's password is a call of its own.
      if (work.change.operation === 'invoke') break;
      if (batch.length === batchSize) break;
    }
  }
  if (batch.length === 0) {
    throw new Error('The changes of the plan wait for each other');
  }
  return { kind: 'call', work: batch };
}

/**
 * Whether a run that was interrupted looks for this change before it goes on: a
 * call for it may have left, or everything it waits for is there. What still
 * waits is not looked for: a permission set that is to be taken off and given
 * back is there, and is not the one that was given back. Pure.
 */
export function isToObserve(work: PlannedWork, all: PlannedWork[]): boolean {
  if (work.outcome !== 'pending') return false;
  return (
    work.isIntended ||
    work.attempts > 0 ||
    waitsFor(work.change).every(position =>
      succeeded.has(all[position]?.outcome ?? ''),
    )
  );
}

function fits(work: PlannedWork, first: PlannedWork): boolean {
  return (
    work.change.object === first.change.object &&
    work.change.operation === first.change.operation
  );
}

/** The places of the changes that a change waits for. */
export function waitsFor(change: PlannedChange): number[] {
  return [
    ...(change.after ?? []),
    ...(change.recordFrom === undefined ? [] : [change.recordFrom]),
    ...change.fields.flatMap(field =>
      field.afterFrom === undefined ? [] : [field.afterFrom],
    ),
  ];
}

function recordKey(work: PlannedWork): string | undefined {
  const { change } = work;
  if (change.recordFrom !== undefined) return `from ${change.recordFrom}`;
  return change.recordId === null
    ? undefined
    : `${change.object} ${change.recordId}`;
}

import type { FieldValue, Row } from '../core/types';
import { compareScalars } from './comparisons';
import type { Expression } from './expressions';
import type { QuerySession } from './QuerySession';

/** Rows that agree in what the query is grouped by. */
export interface Group {
  readonly rows: readonly Row[];
  /** One per grouping; null where the group sums up over all values. */
  readonly keys: readonly FieldValue[];
  /** Which keys are null for that reason. */
  readonly totals: readonly boolean[];
}

/**
 * Groups rows, sorted by their keys. ROLLUP adds subtotals from the right,
 * CUBE for all combinations; both stand after what they sum up.
 */
export function groupRows(options: {
  session: QuerySession;
  rows: readonly Row[];
  groupings: readonly Expression[];
  kind: 'plain' | 'rollup' | 'cube';
}): Group[] {
  const { session, rows, groupings, kind } = options;
  if (groupings.length === 0) return [{ rows, keys: [], totals: [] }];
  const groups = groupingSets(groupings.length, kind).flatMap(totals =>
    groupBy(rows, groupings, totals),
  );
  return groups.sort((one, other) => {
    for (let index = 0; index < groupings.length; index += 1) {
      const order =
        Number(one.totals[index]) - Number(other.totals[index]) ||
        compareKeys(
          session,
          groupings[index],
          one.keys[index],
          other.keys[index],
        );
      if (order !== 0) return order;
    }
    return 0;
  });
}

/** Which keys to leave out, one set per kind of subtotal. */
function groupingSets(count: number, kind: 'plain' | 'rollup' | 'cube') {
  const none = Array.from({ length: count }, () => false);
  if (kind === 'plain') return [none];
  if (kind === 'rollup') {
    return Array.from({ length: count + 1 }, (_, left) =>
      none.map((_unused, index) => index >= count - left),
    );
  }
  return Array.from({ length: 2 ** count }, (_, bits) =>
    none.map((_unused, index) => Math.floor(bits / 2 ** index) % 2 === 1),
  );
}

function groupBy(
  rows: readonly Row[],
  groupings: readonly Expression[],
  totals: readonly boolean[],
): Group[] {
  const groups = new Map<string, { keys: FieldValue[]; rows: Row[] }>();
  for (const row of rows) {
    const keys = groupings.map(({ value }, index) =>
      totals[index] ? null : value(row),
    );
    const identity = JSON.stringify(keys).toLowerCase();
    const known = groups.get(identity);
    if (known) known.rows.push(row);
    else groups.set(identity, { keys, rows: [row] });
  }
  return [...groups.values()].map(group => ({ ...group, totals }));
}

function compareKeys(
  session: QuerySession,
  grouping: Expression,
  one: FieldValue,
  other: FieldValue,
): number {
  if (one === null || other === null) {
    return Number(one !== null) - Number(other !== null);
  }
  return compareScalars(session, grouping, one, other);
}

import { SalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';
import type {
  PlannedChange,
  SalesforceReader,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { observeChanges } from '../executor/observeChanges';
import type { PlannedWork } from '../executor/PlannedWork';

/**
 * What was applied, as it stands in the org now. A record that was taken away
 * and made again since (by the undo of another request) has another id; it is
 * found by its natural key. Throws `changed_since` when somebody changed one of
 * the records: undoing would overwrite their work.
 */
export async function changesToUndo(options: {
  applied: PlannedWork[];
  all: PlannedWork[];
  reader: SalesforceReader;
}): Promise<PlannedChange[]> {
  const { applied, all, reader } = options;
  const observations = await observeChanges({
    reader,
    // Sessions begin anew and records change hands: that is no hindrance.
    work: applied.filter(({ change }) => change.operation !== 'invoke'),
    all,
  });
  const changed = applied.filter(work => {
    const state = observations.get(work.position)?.state;
    return state === 'drifted' || state === 'not_applied';
  });
  if (changed.length > 0) {
    const [first, ...rest] = changed;
    const others = rest.length > 0 ? ` and ${rest.length} more` : '';
    throw new SalesdeskError(
      'ConflictError',
      `${first.change.target.label}${others} was changed since, so undoing would overwrite that`,
      { code: 'changed_since', details: first.change.summary },
    );
  }
  const places = new Map(
    applied.map(({ position }, place) => [position, place]),
  );
  return applied.map(({ change, position, recordId }) => {
    const observed = observations.get(position);
    const found = observed?.state === 'applied' ? observed.recordId : undefined;
    return {
      ...withReferences(change, places),
      recordId: found ?? recordId,
    };
  });
}

/** A change with what it refers to named by its place among those that are left. */
function withReferences(
  change: PlannedChange,
  places: ReadonlyMap<number, number>,
): PlannedChange {
  const { after, recordFrom, ...rest } = change;
  const waited = (after ?? []).flatMap(position => places.get(position) ?? []);
  const from = recordFrom === undefined ? undefined : places.get(recordFrom);
  return {
    ...rest,
    ...(waited.length > 0 ? { after: waited } : {}),
    ...(from === undefined ? {} : { recordFrom: from }),
    fields: change.fields.map(({ afterFrom, ...field }) => {
      const place = afterFrom === undefined ? undefined : places.get(afterFrom);
      return place === undefined ? field : { ...field, afterFrom: place };
    }),
  };
}

import type { Effect, OrgOperations, Transaction } from '../core/types';
import type { FaultRule } from './FaultRule';

class Undo extends Error {}

/**
 * Runs a read as if the last changes had not happened: they are taken back in
 * a transaction, in reverse order, and the transaction is abandoned.
 */
export function staleRead<T>(
  org: OrgOperations,
  rule: FaultRule,
  read: () => T,
): T {
  let outcome: { value: T } | undefined;
  try {
    org.dml.transaction(org.systemContext(), tx => {
      effectsToUndo(org, rule)
        .reverse()
        .forEach(effect => undo(tx, effect));
      outcome = { value: read() };
      throw new Undo();
    });
  } catch (error) {
    if (!(error instanceof Undo)) {
      throw error;
    }
  }
  return outcome ? outcome.value : read();
}

function effectsToUndo(org: OrgOperations, rule: FaultRule): Effect[] {
  const { effect } = rule;
  if (effect.type !== 'staleReads') {
    return [];
  }
  const { lagMilliseconds } = effect;
  if (lagMilliseconds === undefined) {
    return [...org.journal.entries({ after: rule.journalSequence })];
  }
  const since = new Date(org.clock.now() - lagMilliseconds).toISOString();
  return org.journal.entries().filter(({ time }) => time > since);
}

function undo(tx: Transaction, effect: Effect): void {
  const { kind, object, id, before } = effect;
  if (object === null || id === null || !tx.get(object, id)) {
    return;
  }
  if (kind === 'insert') {
    tx.purge(object, id);
  } else if (kind === 'delete') {
    tx.undelete(object, id);
  } else if (kind === 'undelete') {
    tx.delete(object, id);
  } else if (kind === 'update') {
    tx.update(object, id, textsOf(before ?? {}));
  }
}

function textsOf(values: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ||
      typeof value === 'number' ||
      typeof value === 'boolean'
        ? value
        : null,
    ]),
  );
}

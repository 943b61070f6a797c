import type { Knex } from 'knex';
import { readNamesById } from '../database/operations/inventory/readNamesById';
import { readRecords } from '../database/operations/inventory/readRecords';
import type { InventoryChangeRow } from '../database/tables';
import { findInventoryObject, type InventoryObject } from './model';

/** A column that names another record, and what kind of record that may be. */
interface Reference {
  column: string;
  to: InventoryObject;
}

type Values = Record<string, unknown>;

/**
 * Names of the records that changes speak of. An assignment or a membership has
 * none of its own: who got what is the names of both its ends.
 */
export class ChangeNames {
  readonly #names: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly #records: ReadonlyMap<InventoryChangeRow, Values>;

  static async of(options: {
    knex: Knex;
    orgId: string;
    changes: InventoryChangeRow[];
  }): Promise<ChangeNames> {
    const { knex, orgId, changes } = options;
    const records = await readNameless(options);
    const wanted = new Map<InventoryObject, Set<string>>();
    for (const change of changes) {
      const values = [
        ...fieldsOf(change).flatMap(({ column, before, after }) => [
          { [column]: before },
          { [column]: after },
        ]),
        records.get(change) ?? {},
      ];
      for (const { column, to } of referencesOf(change.object)) {
        for (const { [column]: id } of values) {
          if (typeof id !== 'string') continue;
          wanted.set(to, (wanted.get(to) ?? new Set()).add(id));
        }
      }
    }
    const names = new Map<string, ReadonlyMap<string, string>>();
    for (const [object, ids] of wanted) {
      names.set(
        object.name,
        await readNamesById({ knex, orgId, object, ids: [...ids] }),
      );
    }
    return new ChangeNames(names, records);
  }

  private constructor(
    names: ReadonlyMap<string, ReadonlyMap<string, string>>,
    records: ReadonlyMap<InventoryChangeRow, Values>,
  ) {
    this.#names = names;
    this.#records = records;
  }

  /** The name behind a value; undefined for what is no id, or of nobody known. */
  nameOf(object: string, column: string, value: unknown): string | undefined {
    if (typeof value !== 'string') return undefined;
    return referencesOf(object)
      .filter(reference => reference.column === column)
      .map(({ to }) => this.#names.get(to.name)?.get(value))
      .find(name => name !== undefined);
  }

  /** Of a record without a name, those of what it joins. */
  labelOf(change: InventoryChangeRow): string | undefined {
    const values = this.#records.get(change);
    if (!values) return undefined;
    const columns = referencesOf(change.object).map(({ column }) => column);
    const parts = columns.map(column =>
      this.nameOf(change.object, column, values[column]),
    );
    return [...new Set(parts.filter(Boolean))].join(' · ') || undefined;
  }
}

/** What changed, as it is stored. */
export function fieldsOf(
  change: InventoryChangeRow,
): Array<{ column: string; before: unknown; after: unknown }> {
  return change.fields ? JSON.parse(change.fields) : [];
}

function referencesOf(object: string): Reference[] {
  return (findInventoryObject(object)?.relations ?? []).flatMap(relation => {
    const to = findInventoryObject(relation.object);
    return to && !relation.many && relation.foreign === 'id'
      ? [{ column: relation.column, to }]
      : [];
  });
}

/** Values of records without a name: as they are, or were when they went. */
async function readNameless(options: {
  knex: Knex;
  orgId: string;
  changes: InventoryChangeRow[];
}): Promise<Map<InventoryChangeRow, Values>> {
  const { knex, orgId } = options;
  const records = new Map<InventoryChangeRow, Values>();
  const there = new Map<InventoryObject, InventoryChangeRow[]>();
  for (const change of options.changes) {
    const object = findInventoryObject(change.object);
    if (!object || object.names.length > 0) continue;
    if (change.kind === 'removed') {
      records.set(
        change,
        Object.fromEntries(
          fieldsOf(change).map(({ column, before }) => [column, before]),
        ),
      );
    } else {
      there.set(object, [...(there.get(object) ?? []), change]);
    }
  }
  for (const [object, changes] of there) {
    const ids = [...new Set(changes.map(({ record_id }) => record_id))];
    const found = await readRecords({
      knex,
      object,
      orgId,
      selection: { ids },
    });
    for (const change of changes) {
      const record = found.get(change.record_id);
      if (record) records.set(change, record);
    }
  }
  return records;
}

import type { FieldValue, Row } from '../core/types';
import type { FieldDefinition, ObjectDefinition } from '../schema/definitions';
import type { BoundCondition, Requirement, RowTest } from './bindCondition';
import type { QuerySession } from './QuerySession';

/** Which rows a query is about, before ordering and cutting. */
export interface RowSelection {
  readonly object: ObjectDefinition;
  readonly where?: BoundCondition;
  /** USING SCOPE. */
  readonly scopeTest?: RowTest;
  /** Lower-case names of the selected fields, for virtual objects. */
  readonly selected?: ReadonlySet<string>;
}

/** An index that answers one of the requirements. */
export interface IndexChoice {
  readonly field: string;
  readonly rows: readonly Row[];
}

/**
 * The rows that match and that the caller may read, in order of creation. Uses
 * an index when one of the equalities at the top of WHERE allows it, also one
 * on a parent's field: `Assignee.Username = 'x'`.
 */
export function* matchingRows(
  session: QuerySession,
  selection: RowSelection,
): Iterable<Row> {
  const { object, where, scopeTest } = selection;
  const readable = session.rowFilter(object);
  for (const row of candidates(session, selection)) {
    if (where && !where.test(row)) continue;
    if (scopeTest && !scopeTest(row)) continue;
    if (readable && !readable(row)) continue;
    yield row;
  }
}

function candidates(
  session: QuerySession,
  selection: RowSelection,
): Iterable<Row> {
  const { object } = selection;
  if (object.virtual) return virtualRows(session, selection);
  const choice = chooseIndex(session, selection);
  if (choice) return choice.rows;
  const deleted = session.includeDeleted;
  return session.org.store.all(object.name, { deleted });
}

/** The index with the fewest rows; undefined when all rows must be read. */
export function chooseIndex(
  session: QuerySession,
  { object, where }: RowSelection,
): IndexChoice | undefined {
  let best: IndexChoice | undefined;
  for (const requirement of where?.requirements ?? []) {
    const rows = indexedRows(session, object, requirement);
    if (rows && (!best || rows.length < best.rows.length)) {
      best = { field: requirement.expression.label, rows };
    }
  }
  return best && { ...best, rows: inOrderOfCreation(best.rows) };
}

function inOrderOfCreation(rows: readonly Row[]): readonly Row[] {
  return [...rows].sort((one, other) => (one.Id < other.Id ? -1 : 1));
}

/** Beyond this many values, reading everything once is cheaper. */
const manyValues = 20_000;

function indexedRows(
  session: QuerySession,
  object: ObjectDefinition,
  { expression, values }: Requirement,
): readonly Row[] | undefined {
  const bound = expression.field;
  if (!bound || values.length > manyValues) return undefined;
  const { steps, owner, field } = bound;
  if (!isIndexed(session, owner, field)) return undefined;
  if (steps.some(({ polymorphic, target }) => polymorphic || target.virtual)) {
    return undefined;
  }
  let rows = findAll(session, owner, field.name, values, steps.length > 0);
  for (const [index, step] of [...steps].reverse().entries()) {
    const ids = rows.map(({ Id }) => Id);
    const last = index === steps.length - 1;
    const from = last ? object : step.from;
    rows = findAll(session, from, step.reference.name, ids, !last);
  }
  return rows;
}

function findAll(
  session: QuerySession,
  object: ObjectDefinition,
  field: string,
  values: readonly FieldValue[],
  withDeleted: boolean,
): readonly Row[] {
  const deleted = session.includeDeleted || withDeleted;
  const { store } = session.org;
  const found = new Map<string, Row>();
  for (const value of values) {
    for (const row of store.findBy(object.name, field, value, { deleted })) {
      found.set(row.Id, row);
    }
  }
  return [...found.values()];
}

function isIndexed(
  session: QuerySession,
  owner: ObjectDefinition,
  field: FieldDefinition,
): boolean {
  const { type } = field;
  const selective =
    type === 'id' ||
    type === 'reference' ||
    field.unique ||
    field.externalId ||
    field.idLookup ||
    field.nameField ||
    field.name === 'DeveloperName';
  if (!selective || owner.virtual) return false;
  return session.org.rules
    .for(owner.name)
    .every(({ derived }) => !derived || !Object.hasOwn(derived, field.name));
}

function virtualRows(
  session: QuerySession,
  { object, where, selected }: RowSelection,
): Iterable<Row> {
  const equalities = new Map<string, readonly FieldValue[]>();
  for (const { expression, values } of where?.requirements ?? []) {
    if (expression.field) equalities.set(expression.field.path, values);
  }
  return session.virtualRows(object, { equalities, selected });
}

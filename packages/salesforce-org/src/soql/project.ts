import type { ChildRecords, QueryRecord, Row } from '../core/types';
import type { ObjectDefinition } from '../schema/definitions';
import { attributesOf } from './attributes';
import type { Column } from './columns';
import type { QuerySession } from './QuerySession';

export type ProjectRow = (row: Row) => QueryRecord;

type WriteColumn = (record: QueryRecord, row: Row) => void;

/** Makes the function that turns a row into a record of the answer. */
export function projection(
  session: QuerySession,
  object: ObjectDefinition,
  columns: readonly Column[],
  type = object.name,
): ProjectRow {
  const writers = columns.map(column => writer(session, column));
  const attributes = attributesOf(session.ctx, object, type);
  return row => {
    const record: QueryRecord = { attributes: attributes(row) };
    for (const write of writers) write(record, row);
    return record;
  };
}

function writer(session: QuerySession, column: Column): WriteColumn {
  const { key } = column;
  switch (column.kind) {
    case 'value': {
      const { read } = column;
      return (record, row) => {
        record[key] = read(row);
      };
    }
    case 'parent':
      return parentWriter(session, column);
    case 'typeof':
      return typeofWriter(session, column);
    default: {
      const { query } = column;
      const project = projection(session, query.object, query.columns);
      return (record, row) => {
        record[key] = children(query.rowsOf(row).map(project));
      };
    }
  }
}

/** No children are null, not an empty list. */
function children(records: QueryRecord[]): ChildRecords | null {
  return records.length === 0
    ? null
    : { totalSize: records.length, done: true, records };
}

function parentWriter(
  session: QuerySession,
  { key, step, columns }: Extract<Column, { kind: 'parent' }>,
): WriteColumn {
  const projections = new Map<string, ProjectRow>();
  return (record, row) => {
    const parent = step.follow(row);
    if (!parent) {
      record[key] = null;
      return;
    }
    const { name } = parent.object;
    let project = projections.get(name);
    if (!project) {
      const type = step.polymorphic ? 'Name' : name;
      project = projection(session, parent.object, columns, type);
      projections.set(name, project);
    }
    record[key] = project(parent.row);
  };
}

function typeofWriter(
  session: QuerySession,
  { key, step, branches, otherwise }: Extract<Column, { kind: 'typeof' }>,
): WriteColumn {
  const projections = new Map<string, ProjectRow>(
    branches.map(({ object, columns }) => [
      object.name,
      projection(session, object, columns),
    ]),
  );
  return (record, row) => {
    const parent = step.follow(row);
    const project = parent && projections.get(parent.object.name);
    if (project) record[key] = project(parent.row);
    else if (parent && otherwise) {
      const other = projection(session, parent.object, otherwise, 'Name');
      projections.set(parent.object.name, other);
      record[key] = other(parent.row);
    } else record[key] = null;
  };
}

import type { ColumnMetadata, QueryRecord, QueryResult } from '../core/types';

/** Records of a query as CSV: parents by their path, null as nothing. */
export function queryCsv(
  result: QueryResult,
  records: readonly QueryRecord[],
  options: { delimiter: string; lineEnding: string },
): string {
  const columns = columnPaths(result.columns().columnMetadata);
  return joinLines(
    [
      columns.map(({ path }) => path.join('.')),
      ...records.map(record => columns.map(column => cell(record, column))),
    ],
    options,
  );
}

function joinLines(
  lines: readonly (readonly string[])[],
  options: { delimiter: string; lineEnding: string },
): string {
  const { delimiter, lineEnding } = options;
  const quoted = (text: string) =>
    `"${text.includes('"') ? text.replaceAll('"', '""') : text}"`;
  return lines
    .map(line => line.map(quoted).join(delimiter) + lineEnding)
    .join('');
}

interface ColumnPath {
  readonly path: readonly string[];
}

function columnPaths(
  columns: readonly ColumnMetadata[],
  prefix: readonly string[] = [],
): ColumnPath[] {
  return columns.flatMap(column => {
    const path = [...prefix, column.columnName];
    return column.joinColumns.length > 0
      ? columnPaths(column.joinColumns, path)
      : [{ path }];
  });
}

const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/;

/** Texts all of them; null is empty; datetimes end in Z here. */
function cell(record: QueryRecord, column: ColumnPath): string {
  let value: unknown = record;
  for (const step of column.path) {
    value =
      typeof value === 'object' && value !== null
        ? Reflect.get(value, step)
        : undefined;
  }
  if (value === null || value === undefined) {
    return '';
  }
  const text = String(value);
  return TIMESTAMP.test(text) ? text.replace('+0000', 'Z') : text;
}

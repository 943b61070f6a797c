import { SalesforceError } from '../core/SalesforceError';

/** How much of a long line is shown before and after the place. */
const before = 40;
const after = 40;

/**
 * An error that points at its place as the real API does: an excerpt of the
 * query, a caret under the place, and the row and column, counted from 1.
 */
export function queryErrorAt(options: {
  soql: string;
  offset: number;
  errorCode: string;
  message: string;
}): SalesforceError {
  const { soql, errorCode, message } = options;
  const offset = Math.min(options.offset, soql.length);
  const lineStart = soql.lastIndexOf('\n', offset - 1) + 1;
  const row = soql.slice(0, lineStart).split('\n').length;
  const column = offset - lineStart + 1;
  const lineEnd = soql.indexOf('\n', offset);
  const line = soql.slice(lineStart, lineEnd < 0 ? undefined : lineEnd);
  const start = excerptStart(line, column - 1);
  const excerpt = line.slice(start, column - 1 + after);
  const caret = `${' '.repeat(column - 1 - start)}^`;
  return new SalesforceError({
    errorCode,
    message: `\n${excerpt}\n${caret}\nERROR at Row:${row}:Column:${column}\n${message}`,
  });
}

/** Begins at a word, so that the excerpt can be read. */
function excerptStart(line: string, position: number): number {
  if (position <= before) return 0;
  const space = line.indexOf(' ', position - before);
  return space >= 0 && space < position ? space + 1 : position - before;
}

/** An error without a place. */
export function queryError(
  errorCode: string,
  message: string,
): SalesforceError {
  return new SalesforceError({ errorCode, message });
}

export function malformedQuery(message: string): SalesforceError {
  return queryError('MALFORMED_QUERY', message);
}

/**
 * V8 puts what it parses of longer texts where it cleans up last: of a sync
 * that reads hundreds of pages, all of them would be in memory at once.
 */
const longestPart = 48_000;

const rowsBegin = '"records":[';
/** Between two rows. Within a text its quotes would be escaped. */
const rowEnds = '},{"attributes"';

/** Whether the text is better parsed in parts. */
export function isLongAnswer(text: string): boolean {
  return text.length > 2 * longestPart;
}

/**
 * What `JSON.parse` answers. The rows of a query's answer are parsed some at a
 * time; where that does not work out, the text is no such answer, or its rows
 * hold rows of their own, and all of it is parsed at once. Throws SyntaxError.
 */
export function parseRows(text: string): unknown {
  return inParts(text) ?? JSON.parse(text);
}

function inParts(text: string): unknown {
  const begin = text.indexOf(rowsBegin);
  const end = text.lastIndexOf(']');
  if (begin < 0 || end < begin) return undefined;
  try {
    const answer: { records: unknown[] } = JSON.parse(
      `${text.slice(0, begin)}${rowsBegin}${text.slice(end)}`,
    );
    for (let from = begin + rowsBegin.length; from < end; ) {
      const split = text.indexOf(rowEnds, from + longestPart);
      const to = split < 0 ? end : split + 1;
      for (const row of JSON.parse(`[${text.slice(from, to)}]`)) {
        answer.records.push(row);
      }
      from = to + 1;
    }
    return answer;
  } catch {
    return undefined;
  }
}

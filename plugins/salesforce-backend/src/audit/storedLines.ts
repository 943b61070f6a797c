import type { ExportedEntry } from '@salesdesk/audit-verify';
import type { Knex } from 'knex';
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  readEntriesFrom,
  type AuditEntryRow,
} from '../database/operations/audit/readEntries';
import { readSegments } from '../database/operations/audit/segments';

const rowsPerRead = 1_000;

/** One line of an export, with its row where it is not in a sealed segment. */
export interface StoredLine {
  sequence: number;
  line: string;
  row?: AuditEntryRow;
}

/**
 * The log as lines of an export, oldest first, in constant memory: sealed
 * segments that still have their content, then the entries. What is sealed while
 * the lines are read, which may take long where they are sent to somebody, is
 * read from its segment then: nothing is missing in between.
 */
export async function* storedLines(options: {
  knex: Knex;
  from: number;
  to?: number;
}): AsyncIterable<StoredLine> {
  const { knex, to } = options;
  let next = options.from;
  for (;;) {
    const [segment] = await readSegments({
      knex,
      fromSequence: next,
      toSequence: to,
      limit: 1,
    });
    if (segment) {
      for (const line of unpackLines(segment.content)) {
        const { sequence } = JSON.parse(line) as ExportedEntry;
        if (sequence >= next && (to === undefined || sequence <= to)) {
          yield { sequence, line };
        }
      }
      next = segment.lastSequence + 1;
      continue;
    }
    for (;;) {
      const rows = await readEntriesFrom({
        knex,
        fromSequence: next,
        toSequence: to,
        limit: rowsPerRead,
      });
      if (rows[0]?.sequence !== next && (await isSealed(options, next))) break;
      for (const row of rows) {
        yield { sequence: row.sequence, line: exportLine(row), row };
      }
      if (rows.length < rowsPerRead) return;
      next = rows[rows.length - 1].sequence + 1;
    }
  }
}

async function isSealed(
  { knex, to }: { knex: Knex; to?: number },
  sequence: number,
): Promise<boolean> {
  const segments = await readSegments({
    knex,
    fromSequence: sequence,
    toSequence: to,
    limit: 1,
  });
  return segments.length > 0;
}

/** Lines as a segment keeps them. */
export function packLines(lines: string[]): Buffer {
  return gzipSync(lines.join('\n'));
}

function unpackLines(content: Buffer | undefined): string[] {
  return content ? gunzipSync(content).toString('utf8').split('\n') : [];
}

// The stored body is canonical and has no `hash`. In canonical order `hash`
// stands right before `log`; the members behind `log` are plain strings, in
// which the text searched for could only stand with its quotes escaped.
function exportLine(row: AuditEntryRow): string {
  const at = row.body.lastIndexOf(',"log":"');
  return at < 0
    ? row.body
    : `${row.body.slice(0, at)},"hash":"${row.hash}"${row.body.slice(at)}`;
}

/**
 * An entry whose columns say something else than its body can be hidden from a
 * search although the chain is whole.
 */
export function columnsDisagree(row: AuditEntryRow): boolean {
  const body = JSON.parse(row.body) as Omit<ExportedEntry, 'hash'>;
  return (
    body.sequence !== row.sequence ||
    body.at !== row.at ||
    body.type !== row.type ||
    body.actor !== row.actor ||
    body.org !== row.org_id ||
    body.action !== row.action_id ||
    body.request !== row.request_id ||
    body.summary !== row.summary ||
    body.previousHash !== row.previous_hash
  );
}

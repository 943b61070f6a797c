import type { ActionAnswer } from '@salesdesk/backstage-plugin-salesforce-common';
import type {
  InterpretedPart,
  InterpreterContext,
  ObjectDescription,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { valueAtPath } from '../../../data/valueAtPath';
import type { Grouping } from '../../dataQuestions/groupPath';
import type { Measure } from '../../dataQuestions/ranking';
import { isPart } from './blocks';

/** One group with what is compared. */
export interface Group {
  label: string;
  value: number;
  /** How many records it is made of. */
  records: number;
}

export interface GroupsRead {
  groups: Group[];
  query: string;
  restrictedTo?: string;
}

/** SOQL answers no more groups than this at once. */
const mostGroups = 2_000;

/** Rows that are looked at one by one, where SOQL cannot calculate. */
const mostRows = 20_000;

const millisecondsPerDay = 86_400_000;

/** Reads what is compared, of every group. */
export async function groupsOf(options: {
  context: InterpreterContext;
  object: ObjectDescription;
  /** With the word WHERE; empty for all records. */
  where: string;
  measure: Measure & { field?: string };
  by: Grouping | undefined;
  from: string;
  until: string;
  query(
    context: InterpreterContext,
    text: string,
  ): Promise<ActionAnswer | InterpretedPart>;
}): Promise<GroupsRead | InterpretedPart> {
  const { measure } = options;
  if (measure.kind === 'duration') return byDuration(options);
  const { context, object, where, by } = options;
  const selected = (by?.expressions ?? []).map((expression, at) =>
    expression.includes('(') ? `${expression} part${at}` : expression,
  );
  const outcome = measure.kind === 'rate' ? outcomeOf(object.name) : undefined;
  const closedOnly =
    outcome === 'IsWon' ? narrowed(where, 'IsClosed = TRUE') : where;
  const groupBy = [...(by?.expressions ?? []), ...(outcome ? [outcome] : [])];
  const text = [
    `SELECT ${[
      ...selected,
      ...(outcome ? [outcome] : []),
      'COUNT(Id) records',
      ...(measure.field
        ? [`${measure.kind === 'sum' ? 'SUM' : 'AVG'}(${measure.field}) total`]
        : []),
    ].join(', ')}`,
    `FROM ${object.name}`,
    closedOnly,
    ...(groupBy.length > 0 ? [`GROUP BY ${groupBy.join(', ')}`] : []),
    ...(groupBy.length > 0 ? [`LIMIT ${mostGroups}`] : []),
  ]
    .filter(Boolean)
    .join(' ');
  const answer = await options.query(context, text);
  if (isPart(answer)) return answer;
  const groups = new Map<string, Group & { good: number }>();
  for (const row of answer.rows ?? []) {
    if (!isUser(row, by)) continue;
    const label = labelOf(row, by);
    const key = keyOf(row, by) ?? label;
    const group = groups.get(key) ?? { label, value: 0, records: 0, good: 0 };
    const records = Number(row.records ?? 0);
    group.records += records;
    if (outcome && row[outcome] === true) group.good += records;
    group.value = group.records;
    if (measure.field) group.value = Number(row.total ?? 0);
    if (outcome) group.value = (100 * group.good) / group.records;
    groups.set(key, group);
  }
  return {
    groups: [...groups.values()].map(({ good: _good, ...group }) => group),
    query: text,
    ...(answer.restrictedTo ? { restrictedTo: answer.restrictedTo } : {}),
  };
}

function outcomeOf(object: string): string {
  return object === 'Lead' ? 'IsConverted' : 'IsWon';
}

/** A further condition in front of those of a WHERE clause. */
function narrowed(where: string, condition: string): string {
  return where
    ? `${where.replace(/^WHERE /, `WHERE ${condition} AND (`)})`
    : `WHERE ${condition}`;
}

/** What says that a record has come to its end. */
const endedBy: Record<string, string> = {
  Opportunity: 'IsWon = TRUE',
  Lead: 'IsConverted = TRUE',
};

/** Days from beginning to end: SOQL has no arithmetic, so rows are read. */
async function byDuration(
  options: Parameters<typeof groupsOf>[0],
): Promise<GroupsRead | InterpretedPart> {
  const { context, object, where, by, from, until } = options;
  const expressions = by?.expressions ?? [];
  const [expression] = expressions;
  const plain =
    expression && !expression.includes('(') ? expression : undefined;
  const ended = endedBy[object.name] ?? 'IsClosed = TRUE';
  const text = [
    `SELECT ${[...(plain ? expressions : []), from, until].join(', ')}`,
    `FROM ${object.name}`,
    narrowed(where, ended),
    `LIMIT ${mostRows}`,
  ].join(' ');
  const sums = new Map<
    string,
    { label: string; days: number; records: number }
  >();
  let restrictedTo: string | undefined;
  let answer = await options.query(context, text);
  for (;;) {
    if (isPart(answer)) return answer;
    restrictedTo = answer.restrictedTo;
    for (const row of answer.rows ?? []) {
      const days =
        (Date.parse(String(row[until])) - Date.parse(String(row[from]))) /
        millisecondsPerDay;
      if (!Number.isFinite(days)) continue;
      if (!isUser(row, by)) continue;
      const label = plain ? labelOf(row, by) : '';
      const key = keyOf(row, by) ?? label;
      const sum = sums.get(key) ?? { label, days: 0, records: 0 };
      sums.set(key, {
        label,
        days: sum.days + days,
        records: sum.records + 1,
      });
    }
    if (!answer.nextCursor) break;
    answer = await context.read({
      action: 'salesforce_run_soql',
      input: { query: text },
      cursor: answer.nextCursor,
    });
  }
  return {
    groups: [...sums.values()].map(({ label, days, records }) => ({
      label,
      value: days / records,
      records,
    })),
    query: text,
    ...(restrictedTo ? { restrictedTo } : {}),
  };
}

function keyOf(
  row: Record<string, unknown>,
  by: Grouping | undefined,
): string | undefined {
  const key = by?.key === undefined ? undefined : row[by.key];
  return typeof key === 'string' ? key : undefined;
}

function isUser(
  row: Record<string, unknown>,
  by: Grouping | undefined,
): boolean {
  const id = by?.usersBy === undefined ? undefined : row[by.usersBy];
  return typeof id !== 'string' || id.startsWith('005');
}

function labelOf(
  row: Record<string, unknown>,
  by: Grouping | undefined,
): string {
  if (!by) return '';
  const values = by.columns.map(column => {
    const [last] = column.split('.').slice(-1);
    return row[column] ?? row[last] ?? valueAtPath(row, column);
  });
  const known = values.filter(value => value !== null && value !== undefined);
  return known.length === 0
    ? '—'
    : known.map(value => String(value).padStart(2, '0')).join('-');
}

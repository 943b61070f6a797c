import {
  soql,
  type AnswerBlock,
  type InterpretedPart,
  type ObjectDescription,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { fieldsIn } from '../../dataQuestions/fieldWords';
import { groupingOf, type Grouping } from '../../dataQuestions/groupPath';
import {
  rankingIn,
  type Measure,
  type RankingQuestion,
} from '../../dataQuestions/ranking';
import { Unclear } from '../Reading';
import type { Answerer } from './answerQuestion';
import { blocksPart, query } from './blocks';
import { compiledFor } from './compiledFor';
import { groupsOf, type Group, type GroupsRead } from './groupsOf';

/** Groups that a chart shows. */
const mostBars = 20;

/** "which agent handled the most cases": groups, side by side or the first of them. */
export const rankingAnswer: Answerer = async ({ text, input }) => {
  const ranking = rankingIn(text);
  if (!ranking) return undefined;
  const { context } = input;
  const compiled = await compiledFor(ranking.rest, context);
  if (!compiled) return undefined;
  if (compiled.kind === 'unclear') {
    throw Unclear.among(compiled.text, compiled.options);
  }
  if (compiled.object.name === 'User') return undefined;
  const { object, explanation } = compiled;
  const [from, until] = datesOf(object);
  // whoever closed the most last quarter closed them last quarter
  const endsThen =
    /\b(?:closed?|closing|closes|resolved|won|wins?|lost|loses?|converted)\b/i.test(
      `${ranking.rest} ${text}`,
    ) && !/\b(?:opened|created|raised|filed|new|added)\b/i.test(text);
  const grouping =
    ranking.group === undefined
      ? undefined
      : groupingOf({
          words: ranking.group,
          object,
          // "won per month": when they ended, not when they began
          dateField: endsThen ? until : from,
        });
  if (ranking.group !== undefined && !grouping) {
    throw new Unclear(
      `By which field of ${object.label}? I know no “${ranking.group}”.`,
    );
  }
  input.progress(`Reading ${object.label}`);
  const { text: base } = soql.select({
    from: object.name,
    fields: ['Id'],
    where: compiled.select.where,
  });
  const condition = /\bWHERE\b[\s\S]*$/.exec(base)?.[0] ?? '';
  const where =
    endsThen && until === 'ClosedDate'
      ? condition.replace(/\bCreatedDate\b/g, 'ClosedDate')
      : condition;
  const read = (by: Grouping | undefined) =>
    groupsOf({
      context,
      object,
      where,
      measure: measureFor(ranking.measure, object),
      by,
      from,
      until,
      query,
    });
  let result = await read(grouping);
  let used = grouping;
  while (
    'groups' in result &&
    used?.otherwise &&
    result.groups.every(({ label }) => label === '—')
  ) {
    used = used.otherwise;
    result = await read(used);
  }
  if (!('groups' in result)) return [result];
  const what = [object.label, ...explanation]
    .join(', ')
    .replace(
      'Created Date',
      endsThen && until === 'ClosedDate' ? 'Closed Date' : 'Created Date',
    );
  return [answered({ ranking, result, what, grouping: used })];
};

/** Which dates say when a record began and when it ended. */
function datesOf({ name, fields }: ObjectDescription): [string, string] {
  const has = (field: string) => fields.some(each => each.name === field);
  if (name === 'Opportunity') return ['CreatedDate', 'CloseDate'];
  if (name === 'Lead' && has('ConvertedDate')) {
    return ['CreatedDate', 'ConvertedDate'];
  }
  return ['CreatedDate', has('ClosedDate') ? 'ClosedDate' : 'LastModifiedDate'];
}

function measureFor(
  measure: Measure,
  object: ObjectDescription,
): Measure & { field?: string } {
  if (measure.kind !== 'sum' && measure.kind !== 'average') return measure;
  const numeric = new Set(['currency', 'double', 'int', 'percent']);
  const field =
    fieldsIn(measure.words, object).find(each => numeric.has(each.field.type))
      ?.field ?? object.fields.find(({ name }) => name === 'Amount');
  if (!field) throw new Unclear(`${object.label} has no ${measure.words}.`);
  return { ...measure, field: field.name };
}

function answered(options: {
  ranking: RankingQuestion;
  result: GroupsRead;
  what: string;
  grouping: Grouping | undefined;
}): InterpretedPart {
  const { ranking, result, what, grouping } = options;
  const named = result.groups.filter(({ label }) => label !== '—');
  const sorted = [...(named.length > 0 ? named : result.groups)].sort(
    (left, right) =>
      (ranking.order === 'most'
        ? right.value - left.value
        : left.value - right.value) || left.label.localeCompare(right.label),
  );
  if (!grouping) {
    const [only] = result.groups;
    return blocksPart({
      kind: 'number',
      label: `${what}: ${unitOf(ranking.measure).label}`,
      value: only ? Math.round(only.value * 100) / 100 : 0,
      query: result.query,
    });
  }
  if (sorted.length === 0) {
    return blocksPart({ kind: 'text', text: `There are none: ${what}.` });
  }
  const [first] = sorted;
  const tied = sorted.filter(({ value }) => value === first.value);
  const unit = unitOf(ranking.measure);
  const ordered = ranking.one || !isCalendar(grouping) ? sorted : result.groups;
  const blocks: AnswerBlock[] = [];
  if (ranking.one) {
    blocks.push({
      kind: 'text',
      text: `${tied
        .slice(0, 5)
        .map(({ label }) => label)
        .join(', ')}: ${shown(first, ranking.measure)}${
        tied.length > 1 ? ' each' : ''
      } (${what}).`,
    });
  }
  blocks.push(
    {
      kind: 'chart',
      title: `${what}, ${unit.label} by ${grouping.label}`,
      form: 'bar',
      query: result.query,
      points: ordered.slice(0, mostBars).map(({ label, value }) => ({
        label,
        value: Math.round(value * 100) / 100,
      })),
      ...(result.restrictedTo ? { restrictedTo: result.restrictedTo } : {}),
    },
    {
      kind: 'table',
      title: `${what}, by ${grouping.label}`,
      columns: [
        { name: 'group', label: grouping.label, type: 'string' },
        { name: 'value', label: unit.label, type: 'double' },
        { name: 'records', label: 'Records', type: 'int' },
      ],
      rows: ordered.slice(0, 200).map(({ label, value, records }) => ({
        group: label,
        value: Math.round(value * 100) / 100,
        records,
      })),
      total: ordered.length,
      query: result.query,
      ...(result.restrictedTo ? { restrictedTo: result.restrictedTo } : {}),
    },
  );
  return blocksPart(...blocks);
}

function isCalendar({ columns }: Grouping): boolean {
  return columns[0] === 'part0';
}

function unitOf(measure: Measure): { label: string } {
  switch (measure.kind) {
    case 'duration':
      return { label: 'average days' };
    case 'rate':
      return { label: 'percent' };
    case 'sum':
      return { label: `sum of ${measure.words}` };
    case 'average':
      return { label: `average ${measure.words}` };
    default:
      return { label: 'records' };
  }
}

function shown({ value, records }: Group, measure: Measure): string {
  const number = (Math.round(value * 100) / 100).toLocaleString('en');
  switch (measure.kind) {
    case 'duration':
      return `${number} days on average, of ${records} records`;
    case 'rate':
      return `${number} % of ${records}`;
    case 'count':
      return number;
    default:
      return `${number}, of ${records} records`;
  }
}

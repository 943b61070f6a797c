import {
  soql,
  type AnswerBlock,
  type InterpreterContext,
  type ObjectDescription,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { valueAtPath } from '../../../data/valueAtPath';
import { groupingOf } from '../../dataQuestions/groupPath';
import {
  groupThreshold,
  type GroupThreshold,
} from '../../dataQuestions/groupThreshold';
import { objectsIn } from '../../dataQuestions/objectWords';
import { Unclear } from '../Reading';
import { objectsOf } from '../records/spokenRecord';
import type { Answerer } from './answerQuestion';
import { blocksPart, isPart, query } from './blocks';
import { compiledFor } from './compiledFor';

const mostGroups = 2_000;

const inWords: Record<GroupThreshold['operator'], string> = {
  '>': 'more than',
  '>=': 'at least',
  '<': 'fewer than',
  '<=': 'at most',
  '=': 'exactly',
};

const people =
  /^(?:who|whose|(?:case |lead |account |opportunity )?owners?|people|users?|agents?|(?:sales )?reps?|sellers?|somebody|anyone|anybody|colleagues?)$/i;

/** What says that something is asked, and not what. */
const asking =
  /^(?:(?:show|list|find|give|get|tell|display|me|us|please|which|what|how many|are|the|all|any|of|our|there|count|number)\s+)+/i;

/** What the records are grouped by. */
interface Groups {
  label: string;
  /** The object of the record that a group is, where it is one. */
  object?: string;
  /** What stands in GROUP BY; where the group is a record, its id first. */
  fields: string[];
  /** What is said of the groups themselves. */
  narrowed?: string;
}

/** "accounts with more than 3 open opportunities", "who owns over 20 cases". */
export const thresholdAnswer: Answerer = async ({ text, input }) => {
  const asked = groupThreshold(text);
  if (!asked) return undefined;
  const { context } = input;
  const objects = await objectsOf(context);
  const [counted] = objectsIn(asked.counted, objects);
  // "accounts with over 100 employees" compares a field
  if (!counted || counted.at > 40 || counted.name === 'User') return undefined;
  const description = await context.describe(counted.name);
  const words = asked.group.replace(asking, '').trim() || asked.group.trim();
  const [parent] = objectsIn(words, objects);
  const groups = groupsFor({ words, parent, description });
  if (!groups) return undefined;
  const compiled = await compiledFor(
    groups.narrowed ? `${asked.counted} of ${groups.narrowed}` : asked.counted,
    context,
  );
  if (!compiled) return undefined;
  if (compiled.kind === 'unclear') {
    throw Unclear.among(compiled.text, compiled.options);
  }
  const [key] = groups.fields;
  const { where } = compiled.select;
  const { text: soqlText } = soql.select({
    from: compiled.object.name,
    fields: [
      ...groups.fields,
      { aggregate: 'COUNT', field: 'Id', as: 'records' },
    ],
    where: where ? soql.and(soql.isNotNull(key), where) : soql.isNotNull(key),
    groupBy: groups.fields,
    having: {
      aggregate: 'COUNT',
      field: 'Id',
      operator: asked.operator,
      value: asked.count,
    },
    orderBy: [{ aggregate: 'COUNT', field: 'Id', direction: 'DESC' }],
    limit: mostGroups,
  });
  input.progress(`Reading ${compiled.object.label}`);
  const answer = await query(context, soqlText);
  if (isPart(answer)) return [answer];
  const rows = (answer.rows ?? []).map(row => ({
    ...(groups.object ? { Id: String(row[key]) } : {}),
    group: labelOf(row, groups),
    records: Number(row.records ?? 0),
  }));
  const title = `${
    parent
      ? words.charAt(0).toLocaleUpperCase('en-US') + words.slice(1)
      : groups.label
  } with ${inWords[asked.operator]} ${asked.count} ${asked.counted.trim()}`;
  const blocks: AnswerBlock[] = [];
  if (/\bhow many\b|\bnumber of\b/i.test(asked.group)) {
    blocks.push({
      kind: 'number',
      label: title,
      value: rows.length,
      query: soqlText,
    });
  }
  blocks.push({
    kind: 'table',
    title,
    columns: [
      { name: 'group', label: groups.label, type: 'string' },
      { name: 'records', label: compiled.object.label, type: 'int' },
    ],
    rows,
    total: rows.length,
    query: soqlText,
    ...(groups.object ? { links: linksOf(rows, groups.object, context) } : {}),
    ...(answer.restrictedTo ? { restrictedTo: answer.restrictedTo } : {}),
  });
  const none = await withNone({ asked, groups, words, context });
  if (none) blocks.push(none);
  return [blocksPart(...blocks)];
};

function groupsFor(options: {
  words: string;
  parent: { name: string; words: string } | undefined;
  description: ObjectDescription;
}): Groups | undefined {
  const { words, parent, description } = options;
  if (people.test(words)) {
    const isOwned = description.fields.some(({ name }) => name === 'OwnerId');
    return isOwned
      ? { label: 'Owner', fields: ['OwnerId', 'Owner.Name'] }
      : undefined;
  }
  if (parent?.name === description.name) return undefined;
  const lookup =
    parent &&
    description.fields.find(
      ({ type, referenceTo, relationshipName }) =>
        type === 'reference' &&
        referenceTo.length === 1 &&
        referenceTo[0] === parent.name &&
        relationshipName,
    );
  if (parent && lookup?.relationshipName) {
    return {
      label: lookup.label.replace(/ ID$/, ''),
      object: parent.name,
      fields: [lookup.name, `${lookup.relationshipName}.Name`],
      ...(words.toLowerCase() === parent.words ? {} : { narrowed: words }),
    };
  }
  const by = groupingOf({ words, object: description, dateField: '' });
  return by && by.expressions.every(each => !each.includes('('))
    ? { label: by.label, fields: by.expressions }
    : undefined;
}

function labelOf(row: Record<string, unknown>, { fields }: Groups): string {
  const path = fields[fields.length - 1];
  const last = path.split('.').pop() ?? path;
  return String(row[path] ?? row[last] ?? valueAtPath(row, path) ?? '—');
}

function linksOf(
  rows: Array<{ Id?: string }>,
  object: string,
  context: InterpreterContext,
): Record<string, string> {
  return Object.fromEntries(
    rows.flatMap(({ Id }) => (Id ? [[Id, context.recordUrl(object, Id)]] : [])),
  );
}

/** Groups without any record are none to SOQL; "fewer than 3" means them too. */
async function withNone(options: {
  asked: GroupThreshold;
  groups: Groups;
  words: string;
  context: InterpreterContext;
}): Promise<AnswerBlock | undefined> {
  const { asked, groups, words, context } = options;
  if (!/^<|^=/.test(asked.operator) || (asked.operator === '=' && asked.count))
    return undefined;
  const without = groups.object
    ? await compiledFor(`how many ${words} without ${asked.counted}`, context)
    : undefined;
  const answer =
    without?.kind === 'query' && without.shows === 'count'
      ? await query(context, soql.select(without.select).text)
      : undefined;
  return {
    kind: 'text',
    text:
      answer && !isPart(answer)
        ? `Not in the table: ${Number(
            answer.rows?.[0]?.records ?? 0,
          ).toLocaleString('en')} have none at all.`
        : 'Who or what has none at all is not in the table.',
  };
}

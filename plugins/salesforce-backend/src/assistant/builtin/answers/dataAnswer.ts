import {
  soql,
  type AnswerBlock,
  type InterpretedPart,
  type InterpreterInput,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { Unclear } from '../Reading';
import type { Answerer } from './answerQuestion';
import { compiledFor } from './compiledFor';
import { blocksPart, isPart, query, tableOf } from './blocks';

/** "Run SOQL: SELECT …": the query as it was written, by the action that judges it. */
export async function soqlAnswer(
  text: string,
  input: InterpreterInput,
): Promise<InterpretedPart[] | undefined> {
  const found = /\bselect\b[\s\S]+/i.exec(text);
  if (!found) return undefined;
  const soqlText = found[0]
    .trim()
    .replace(/[.]\s*$/, '')
    // a quote around the whole, and not the end of a text inside of it
    .replace(/[`"]$/, '');
  input.progress('Running the query');
  const answer = await query(input.context, soqlText);
  if (isPart(answer)) return [answer];
  const [column] = answer.columns ?? [];
  if (column?.name === 'count' && answer.columns?.length === 1) {
    return [
      blocksPart({
        kind: 'number',
        label: answer.title ?? 'Count',
        value: Number(answer.rows?.[0]?.count ?? 0),
        query: answer.query ?? soqlText,
      }),
    ];
  }
  return [
    blocksPart(
      tableOf(answer, {
        more: { action: 'salesforce_run_soql', input: { query: soqlText } },
      }),
    ),
  ];
}

/** Questions about records, turned into a query. */
export const dataAnswer: Answerer = async ({ text, input, memory }) => {
  const { context } = input;
  const compiled = await compiledFor(
    text,
    context,
    memory.asked,
    memory.record,
  );
  if (!compiled) return undefined;
  if (compiled.kind === 'unclear') {
    throw Unclear.among(compiled.text, compiled.options);
  }
  const { text: soqlText } = soql.select(compiled.select);
  input.progress(`Reading ${compiled.object.label}`);
  const answer = await query(context, soqlText);
  if (isPart(answer)) return [answer];
  const rows = answer.rows ?? [];
  const what = [compiled.object.label, ...compiled.explanation].join(', ');
  const isNone =
    rows.length === 0 ||
    (compiled.shows === 'count' && !Number(rows[0]?.records ?? 0));
  if (isNone && compiled.guesses.length > 0) {
    throw new Unclear(
      `I found no ${compiled.object.label} ${compiled.guesses.join(
        ', ',
      )}. Could you say it in other words, or write names as they are written in Salesforce?`,
    );
  }
  memory.asked = compiled.asked;
  if (compiled.shows === 'count') {
    const value = Number(rows[0]?.records ?? 0);
    return [
      blocksPart({
        kind: 'number',
        label: what,
        value,
        query: soqlText,
        ...(answer.restrictedTo ? { restrictedTo: answer.restrictedTo } : {}),
      }),
    ];
  }
  const blocks: AnswerBlock[] = [];
  if (compiled.shows === 'groups' && compiled.group) {
    const { group } = compiled;
    blocks.push({
      kind: 'chart',
      title: what,
      form: 'bar',
      query: soqlText,
      points: rows.map(row => ({
        label: String(row[group.name] ?? '—'),
        value: Number(row.records ?? 0),
      })),
      ...(answer.restrictedTo ? { restrictedTo: answer.restrictedTo } : {}),
    });
  }
  blocks.push(
    tableOf(answer, {
      title: what,
      more: { action: 'salesforce_run_soql', input: { query: soqlText } },
    }),
  );
  return [blocksPart(...blocks)];
};

import type { ObjectDescription } from '@salesdesk/backstage-plugin-salesforce-node';
import type { SoqlSelect } from '@salesdesk/backstage-plugin-salesforce-node';
import type { DataSchema } from './DataSchema';
import { followUpIn } from './followUpIn';
import { objectsIn } from './objectWords';
import { questionParts, type QuestionParts } from './questionParts';
import { queryOf } from './queryOf';
import type { Rewording } from '../Rewording';

/** A query with what it says in words. */
export type CompiledQuestion =
  | {
      kind: 'query';
      shows: 'rows' | 'count' | 'groups';
      select: SoqlSelect;
      object: ObjectDescription;
      /** For groups: label of the group and path in a row. */
      group?: { label: string; name: string };
      explanation: string[];
      /** What was guessed, in the words for it: true only if there are such records. */
      guesses: string[];
      /** The questions that lead to it, for the one that comes next. */
      asked: string[];
    }
  | { kind: 'unclear'; text: string; options: Rewording[] };

/** "neither phone nor website", "half a million or more", in plain words. */
function plainly(text: string): string {
  return text
    .replace(
      /\b(?:have|has|having|with) neither (?:an? )?(.+?) nor (?:an? )?/gi,
      'with no $1 and no ',
    )
    .replace(/\bneither (.+?) nor /gi, 'not $1 or ')
    .replace(/\bhalf a million\b/gi, '500000')
    .replace(/\ba (million|billion)\b/gi, '1 $1')
    .replace(
      /((?:[$€£]\s*)?\d[\d,.]*\s*(?:k|thousand|mn|mio|m|million|bn|billion)?) or (?:more|above|higher|greater|over|bigger)\b/gi,
      'at least $1',
    )
    .replace(
      /((?:[$€£]\s*)?\d[\d,.]*\s*(?:k|thousand|mn|mio|m|million|bn|billion)?) or (?:less|below|lower|fewer|under)\b/gi,
      'at most $1',
    );
}

/** Questions that follow one another, before the first of them is forgotten. */
const mostFollowing = 6;

/**
 * Turns a question about records into a query, or says what is not clear. With
 * what was asked before, "only those closing this month" narrows it.
 */
export async function compileQuestion(
  text: string,
  schema: DataSchema,
  before: readonly string[] = [],
): Promise<CompiledQuestion | undefined> {
  const following = followUpIn(text, objectsIn(text, schema.objects));
  const asked =
    following && before.length > 0
      ? [...before.slice(0, 1), ...before.slice(1), text].slice(-mostFollowing)
      : [plainly(text)];
  let parts: QuestionParts | undefined;
  for (const [position, question] of asked.entries()) {
    const read =
      position === 0
        ? await questionParts(question, schema)
        : await questionParts(
            followUpIn(question, [])?.rest ?? question,
            schema,
            parts,
          );
    if (!read || read.kind === 'unclear') return read;
    parts = read.parts;
  }
  if (!parts) return undefined;
  return {
    kind: 'query',
    ...queryOf(parts),
    guesses: parts.filters.flatMap(({ guessed, words }) =>
      guessed ? [words] : [],
    ),
    asked,
  };
}

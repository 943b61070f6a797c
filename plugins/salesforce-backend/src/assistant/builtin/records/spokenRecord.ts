import { SalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';
import type {
  InterpreterContext,
  ObjectDescription,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { objectIn, type ObjectWords } from '../../dataQuestions/objectWords';
import type { Memory } from '../Memory';
import { Refused, Unclear } from '../Reading';

const mostOffered = 10;

/** A record that is spoken of. */
export interface SpokenRecord {
  object: string;
  id: string;
  label: string;
}

/** The objects that can be asked about. */
export async function objectsOf(
  context: InterpreterContext,
): Promise<ObjectWords[]> {
  return (await context.objects()).filter(({ queryable }) => queryable);
}

/** The record of the page, by id, by name, or the one spoken of last. */
export async function recordSpokenOf(
  text: string,
  memory: Memory,
  context: InterpreterContext,
  objects: ObjectWords[],
): Promise<
  (SpokenRecord & { description: ObjectDescription }) | undefined | 'none'
> {
  const id = /\b(?=[A-Za-z0-9]*\d)[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?\b/.exec(
    text,
  )?.[0];
  if (id) {
    const object = objects.find(
      ({ keyPrefix }) => keyPrefix === id.slice(0, 3),
    );
    return (
      object && {
        object: object.name,
        id,
        label: `this ${object.label}`,
        description: await context.describe(object.name),
      }
    );
  }
  const named = objectIn(text, objects);
  const quoted = /"([^"]+)"/.exec(text.split(/\sto\s/i)[0])?.[1];
  const byName =
    named &&
    (quoted ?? nameBefore(text, named.words) ?? plainName(text, named.words));
  if (
    named &&
    byName &&
    !/^(?:this|that|the|an?|my|update|change|set)$/i.test(byName)
  ) {
    const found = await findByName(named.name, byName, context);
    if (found)
      return { ...found, description: await context.describe(named.name) };
  }
  const { page } = context;
  const here =
    page?.kind === 'record'
      ? { object: page.object, id: page.id, label: `this ${page.object}` }
      : memory.record;
  if (
    here &&
    (!named || named.name === here.object || /\bfor this\b/i.test(text))
  ) {
    return { ...here, description: await context.describe(here.object) };
  }
  return named ? undefined : 'none';
}

/** "the Acme Renewal opportunity", "opportunity Acme Renewal". */
function nameBefore(text: string, words: string): string | undefined {
  const before = new RegExp(
    `(?:the|of|for|update|change|set|on|open|get|find|show)\\s+((?:(?:[\\p{Lu}\\p{N}][\\p{L}\\p{N}&.'-]*|-)\\s+)+)${words}\\b`,
    'u',
  ).exec(text)?.[1];
  const after = new RegExp(
    `\\b${words}\\s+((?:(?:[\\p{Lu}\\p{N}][\\p{L}\\p{N}&.'-]*|-)(?:\\s+|$|,))+)`,
    'iu',
  ).exec(text)?.[1];
  return (
    (before ?? (after && /^\p{Lu}/u.test(after) ? after : undefined))
      ?.replace(/[,\s]+$/, '')
      .replace(/^(?:Update|Change|Set|Open|Get|Find|Show)\s+/i, '')
      .trim() || undefined
  );
}

/** "the account acme industries": a name without capitals, at the end. */
function plainName(text: string, words: string): string | undefined {
  const name = new RegExp(
    `\\b(?:the|this|show|find|open|get|account|me)\\s+${words}\\s+(?:named\\s+|called\\s+)?([\\p{L}\\p{N}][^?!",;:]{2,60}?)\\s*[?.!]*$`,
    'iu',
  ).exec(text)?.[1];
  return name &&
    !/\b(?:with|and|or|that|which|who|in|on|for|from|of|by|to|is|has|have|where|whose|including|please|owner|record|page)\b/i.test(
      name,
    )
    ? name
    : undefined;
}

async function findByName(
  object: string,
  name: string,
  context: InterpreterContext,
): Promise<SpokenRecord | undefined> {
  const nameField = ['Case', 'Task', 'Event'].includes(object)
    ? 'Subject'
    : 'Name';
  const text = name.replace(/\\/g, '\\\\').replace(/'/g, "\\'");
  const answer = await context
    .read({
      action: 'salesforce_run_soql',
      input: {
        query: `SELECT Id, ${nameField} FROM ${object} WHERE ${nameField} LIKE '%${text.replace(
          /[%_]/g,
          '\\$&',
        )}%' ORDER BY ${nameField} LIMIT 11`,
      },
    })
    .catch(error => {
      if (error instanceof SalesdeskError || error?.name === 'NotAllowedError')
        throw new Refused(error.message);
      throw error;
    });
  const rows = answer.rows ?? [];
  const exact = rows.filter(
    row => String(row[nameField]).toLowerCase() === name.toLowerCase(),
  );
  const fitting = exact.length > 0 ? exact : rows;
  if (fitting.length === 0) return undefined;
  if (fitting.length > 1) {
    throw Unclear.among(
      `“${name}” could be more than one ${object}. Which one?${
        fitting.length > mostOffered ? ' There are more than these.' : ''
      }`,
      fitting.slice(0, mostOffered).map(row => ({
        label: String(row[nameField]),
        detail: String(row.Id),
        said: name,
        words: String(row.Id),
      })),
    );
  }
  return {
    object,
    id: String(fitting[0].Id),
    label: String(fitting[0][nameField]),
  };
}

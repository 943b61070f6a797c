import type { InterpreterContext } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Memory } from '../Memory';
import type { Proposal } from '../Proposal';
import { Unclear, type Reading } from '../Reading';
import { wallClock } from '../wallClock';
import { clauseText, recordHere, settle } from './clauseText';
import { namedRecord } from './namedRecord';
import { saidValues } from './saidValues';
import { objectsOf } from './spokenRecord';
import { withoutState } from './stateSaid';
import { demandAllUsed } from './unsaid';

/** Verbs that say the value too. */
const closing: Record<string, { field: string; value: string }> = {
  Task: { field: 'Status', value: 'Completed' },
  Case: { field: 'Status', value: 'Closed' },
};

/** Changes fields of one record. */
export async function updateCommand(
  reading: Reading,
  memory: Memory,
  context: InterpreterContext,
): Promise<Proposal | undefined> {
  // "clear the next step" sets it to nothing
  const text = withoutState(clauseText(reading))
    .replace(
      /^\s*((?:please\s+)?)(?:clear|empty|blank(?: out)?)\s+(.+)$/i,
      '$1set $2 to empty',
    )
    .replace(
      /^\s*((?:please\s+)?)(?:make|set|put)\s+(.+?)\s+(?:as\s+)?(?:the\s+)?(?:new\s+)?owner\s+of\s+(.+)$/i,
      '$1set the owner of $3 to $2',
    );
  const objects = await objectsOf(context);
  const here = recordHere(context, memory.record);
  const named = namedRecord({ text, objects, here });
  if (!named) return undefined;
  if (named.kind === 'unnamed') {
    throw new Unclear(
      'Which record do you mean? Open its page, or give its name or id.',
    );
  }
  const { object } = named;
  const description = await context.describe(object);
  const { record: written } = named;
  const { record, field } = withoutFieldWords(written, description);
  const rest = named.rest.replace(
    /^[\s:,]*(?:please\s+|can you\s+|could you\s+|i (?:want|need) to\s+)*(?:set|change|update|make|edit|modify|mark|move|put|assign|reassign|switch|adjust|correct|fix|push|bump|rename|give|hand(?: over)?)\b(?:\s+(?:of|on|for)\b)?/i,
    ' ',
  );
  const renamed = /\brename\b/i.test(text)
    ? /\bto\s+"?([^"]+?)"?\s*$/i.exec(rest)?.[1]
    : undefined;
  if (renamed && description.fields.some(({ name }) => name === 'Name')) {
    settle(reading);
    return draftOf(object, record, { Name: renamed });
  }
  const said = saidValues({
    text: withOwner(
      field
        ? `${field} ${withoutField(rest, description).replace(
            /^\s*the\s+/i,
            '',
          )}`
        : withoutField(rest, description),
      text,
      /^\s*(?:please\s+)?(?:move|give|hand|put)\b/i.test(text) &&
        reading.named('user', 'person').length > 0,
    ),
    description,
    right: 'edit',
    now: wallClock(context),
  });
  const values = { ...said.values };
  if (Object.keys(values).length === 0) {
    const plainly = saidPlainly({ text, rest, object, description });
    if (!plainly) {
      throw new Unclear(
        /\b(?:to|as|=)\b/i.test(rest)
          ? `Which field of ${record} should be changed?`
          : 'To what should it be set?',
      );
    }
    values[plainly.field] = plainly.value;
  } else {
    demandAllUsed(said.rest);
  }
  settle(reading);
  return draftOf(object, record, values);
}

function draftOf(
  object: string,
  record: string,
  values: Record<string, unknown>,
): Proposal {
  return {
    people: [],
    drafts: [
      { action: 'salesforce_update_record', input: { object, record, values } },
    ],
  };
}

/** "the account Acme industry to Banking": a field may follow the name. */
function withoutFieldWords(
  written: string,
  description: { fields: Array<{ label: string; updateable: boolean }> },
): { record: string; field: string } {
  for (const { label, updateable } of description.fields) {
    const words = label.toLowerCase();
    if (
      updateable &&
      written.length > words.length + 1 &&
      written.toLowerCase().endsWith(` ${words}`)
    ) {
      return {
        record: written.slice(0, -words.length).trim(),
        field: words,
      };
    }
  }
  return { record: written, field: '' };
}

/** "assign the case 123 to Ann Lee": the owner is the field that is not said. */
function withOwner(rest: string, text: string, isGivenAway: boolean): string {
  return (/\b(?:re)?assign\b/i.test(text) || isGivenAway) &&
    !/\bowner\b/i.test(rest)
    ? rest.replace(/^\s*(?:the\s+)?(?:over\s+)?to\b/i, ' owner to ')
    : rest;
}

/** "change the name of …": a name is a field only where it is set. */
function withoutField(
  rest: string,
  description: { fields: Array<{ name: string; updateable: boolean }> },
): string {
  const hasName = description.fields.some(
    ({ name, updateable }) => name === 'Name' && updateable,
  );
  return hasName ? rest.replace(/\b(?:the\s+)?name\s+to\b/i, ' Name = ') : rest;
}

/** "mark … as Closed Won", "close case …": a value that only one field has. */
function saidPlainly(options: {
  text: string;
  rest: string;
  object: string;
  description: {
    fields: Array<{
      name: string;
      updateable: boolean;
      picklistValues: Array<{ value: string; label: string; active: boolean }>;
    }>;
  };
}): { field: string; value: string } | undefined {
  const { text, rest, object, description } = options;
  const value = /\b(?:as|to|=|is)\s+(?:an?\s+)?"?([^"]+?)"?\s*$/i
    .exec(rest)?.[1]
    ?.trim();
  if (!value) {
    return /^\s*(?:please\s+)?close\b/i.test(text) &&
      !rest.replace(/\bclose\b|\bplease\b|[^\p{L}]/giu, '')
      ? closing[object]
      : undefined;
  }
  const ending = /^(?:closed[ -]?)?(won|lost)$/i.exec(value)?.[1];
  if (ending && object === 'Opportunity') {
    return {
      field: 'StageName',
      value: /won/i.test(ending) ? 'Closed Won' : 'Closed Lost',
    };
  }
  const fitting = description.fields.flatMap(field => {
    if (!field.updateable) return [];
    const option = field.picklistValues.find(
      each =>
        each.active &&
        [each.value, each.label].some(
          words => words.toLowerCase() === value.toLowerCase(),
        ),
    );
    return option ? [{ field: field.name, value: option.value }] : [];
  });
  const usual = ['StageName', 'Status', 'Priority'];
  const main = fitting.filter(({ field }) => usual.includes(field));
  const chosen = main.length > 0 ? main : fitting;
  return chosen.length === 1 ? chosen[0] : undefined;
}

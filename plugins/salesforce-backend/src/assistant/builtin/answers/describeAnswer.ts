import { fieldAt } from '../../dataQuestions/fieldWords';
import { objectIn } from '../../dataQuestions/objectWords';
import { Unclear } from '../Reading';
import { objectsOf } from '../records/spokenRecord';
import type { Answerer } from './answerQuestion';
import { blocksPart } from './blocks';

const asks =
  /\b(?:what|which|list|show|all)?\s*(?:the |all |custom )*(?:fields?)\b.*\b(?:exist|exists|on|of|does|do|in|has|for|are there)\b|\bpicklists?\b|\bdescribe\b|\b(?:allowed|possible|valid|available) values\b|\bvalues (?:of|for|in)\b|\bvalues\b.*\b(?:allowed|valid|possible|available)\b|\b(?:schema|metadata|structure) (?:of|for)\b|\bstages are there\b|\bfields\b|^(?:(?:what|which|show|list|me|all|the|possible|available|are|our) )*\w+ (?:statuses|stages|priorities|ratings|industries|origins|sources|types)(?: (?:are there|exist|do we have|can i use))?$/;

/** "What type is ARR on Account?" */
const oneField =
  /\b(?:what|which) (?:field |data ?)?type (?:is|does|has)\b|\b(?:field |data ?)type of\b|\bapi name of\b/i;

/** "What fields exist on Opportunity?", "Show picklist values for StageName". */
export const describeAnswer: Answerer = async ({ plain, text, input }) => {
  if (!asks.test(plain) && !oneField.test(plain)) return undefined;
  const { context } = input;
  const objects = await objectsOf(context);
  let found = objectIn(text.replace(/\bobject\b/gi, ' '), objects);
  const wantsValues =
    /\bpicklist|values\b|\b(?:statuses|stages|priorities|ratings|industries|origins|sources|types)\b/.test(
      plain,
    );
  if (!found && wantsValues) {
    const page =
      context.page?.kind === 'record' ? context.page.object : undefined;
    for (const name of [
      page,
      'Opportunity',
      'Account',
      'Lead',
      'Case',
      'Contact',
      'Task',
    ].filter(each => each !== undefined)) {
      const description = await context.describe(name);
      const field = fieldAt(fieldWords(text), description);
      if (field && field.picklistValues.length > 0) {
        found = { name, words: '', at: 0 };
        break;
      }
    }
  }
  if (!found) return undefined;
  const description = await context.describe(found.name);
  if (wantsValues) {
    const field = fieldAt(
      fieldWords(text.replace(new RegExp(`\\b${found.words}\\b`, 'i'), ' ')),
      description,
    );
    if (!field) throw new Unclear(`Which field of ${description.label}?`);
    return [
      blocksPart({
        kind: 'table',
        title: `Values of ${field.label} (${description.name}.${field.name})`,
        columns: [
          { name: 'value', label: 'Value', type: 'string' },
          { name: 'label', label: 'Label', type: 'string' },
          { name: 'active', label: 'Active', type: 'boolean' },
        ],
        rows: field.picklistValues.map(each => ({ ...each })),
        total: field.picklistValues.length,
      }),
    ];
  }
  const custom = /\bcustom fields?\b/.test(plain);
  const required = /\b(?:required|mandatory) fields?\b/.test(plain);
  const one = oneField.test(plain)
    ? fieldAt(
        text
          .replace(oneField, ' ')
          .replace(new RegExp(`\\b${found.words}\\b`, 'i'), ' '),
        description,
      )
    : undefined;
  const fields = description.fields.filter(
    field =>
      (!custom || field.custom) &&
      (!required ||
        (!field.nillable && field.createable && field.type !== 'boolean')) &&
      (!one || field.name === one.name),
  );
  return [
    blocksPart(
      {
        kind: 'text',
        text: `${description.label} (${description.name}) has ${
          description.fields.length
        } fields, ${
          description.fields.filter(field => field.custom).length
        } of them custom.`,
      },
      {
        kind: 'table',
        title: `Fields of ${description.label}`,
        columns: [
          { name: 'label', label: 'Field', type: 'string' },
          { name: 'name', label: 'API name', type: 'string' },
          { name: 'type', label: 'Type', type: 'string' },
          { name: 'required', label: 'Required', type: 'boolean' },
          { name: 'refersTo', label: 'Refers to', type: 'string' },
        ],
        rows: fields.map(field => ({
          label: field.label,
          name: field.name,
          type: field.type,
          required: !field.nillable && field.createable,
          refersTo: field.referenceTo.join(', '),
        })),
        total: fields.length,
      },
    ),
  ];
};

function fieldWords(text: string): string {
  return text
    .replace(/\bindustries\b/i, 'industry')
    .replace(/\bpriorities\b/i, 'priority')
    .replace(/\bstatuses\b/i, 'status')
    .replace(/\b(stage|rating|origin|source|type)s\b/i, '$1')
    .replace(
      /\b(?:picklist|values?|show|list|what|are|the|for|of|on|allowed|possible|available|valid|me|field|in)\b/gi,
      ' ',
    );
}

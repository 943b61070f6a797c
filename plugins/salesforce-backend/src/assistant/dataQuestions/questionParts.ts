import {
  soql,
  type ObjectDescription,
  type SoqlField,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { keyOf } from '../names/words';
import { arrangementOf, type Arrangement } from './arrangement';
import type { DataSchema } from './DataSchema';
import { fieldsIn, type FieldMention } from './fieldWords';
import type { Filter } from './Filter';
import { filtersIn } from './filtersIn';
import { objectsIn } from './objectWords';
import { relatedFilters } from './relatedFilters';
import { Said } from './Said';
import type { Rewording } from '../Rewording';

/** What a question asks, part by part. */
export interface QuestionParts {
  object: ObjectDescription;
  filters: Filter[];
  arrangement: Arrangement;
  mentions: FieldMention[];
  /** Lists below each record. */
  children: SoqlField[];
}

type PartsRead =
  | { kind: 'parts'; parts: QuestionParts }
  | { kind: 'unclear'; text: string; options: Rewording[] };

/**
 * Reads a question; with the parts of the one before, one that goes on about
 * it. Every word must be accounted for. Undefined where no object is named.
 */
export async function questionParts(
  text: string,
  schema: DataSchema,
  before?: QuestionParts,
): Promise<PartsRead | undefined> {
  const [first, ...others] = objectsIn(text, schema.objects);
  const implied = impliedObject(text);
  const name = first?.name ?? implied;
  if (!name && !before) return undefined;
  const object = before?.object ?? (await schema.describe(name ?? ''));
  const said = new Said(text);
  if (first && !before) said.take(first.words);
  if (name === 'User') {
    said.takePattern(/\b(?:people|persons|employees|colleagues|folks)\b/);
  }
  const own = before ? keyOf(object.label) : first?.words ?? '';
  const mentionsOf = () =>
    fieldsIn(said.unused, object).filter(
      ({ words }) => !own.includes(words) && words !== keyOf(object.label),
    );
  const related = before
    ? []
    : await relatedFilters({ said, object, others, schema });
  const mentions = mentionsOf();
  const children = childLists({ said, object, others });
  let arranged: ReturnType<typeof arrangementOf> | undefined;
  const read = filtersIn({
    said,
    object,
    mentions,
    schema,
    own,
    between: () => {
      arranged = arrangementOf({
        said,
        object,
        mentions,
        isOne: !before && !/s\b/.test(own.slice(-1)),
      });
    },
  });
  if (read.kind === 'unclear') return read;
  if (!arranged) return undefined;
  const spokenOf = filterOfSpoken({ said, object, schema });
  if (arranged.kind === 'unclear') {
    return { kind: 'unclear', text: arranged.text, options: [] };
  }
  for (const mention of mentions) said.take(mention.words);
  const left = said.left();
  if (left.length > 0) {
    return {
      kind: 'unclear',
      text: `I did not understand “${left.join(' ')}” in that question about ${
        object.label
      }. Could you say it in other words?`,
      options: [],
    };
  }
  const parts = {
    object,
    filters: [...related, ...spokenOf, ...read.filters],
    arrangement: arranged.arrangement,
    mentions,
    children,
  };
  return { kind: 'parts', parts: before ? continued(before, parts) : parts };
}

/** What a question is about that names no object. */
function impliedObject(text: string): string | undefined {
  // who logs in is a user
  if (
    /\b(?:logged|logs?|signed|signs?) (?:in|on|into)\b|\blogins?\b/i.test(text)
  ) {
    return 'User';
  }
  // only opportunities are won and lost
  return /\b(?:win|won|lose|lost|closing|closes?)\b/i.test(text)
    ? 'Opportunity'
    : undefined;
}

/** "its open cases": of the record that was spoken of last. */
function filterOfSpoken(options: {
  said: Said;
  object: ObjectDescription;
  schema: DataSchema;
}): Filter[] {
  const { said, object, schema } = options;
  const { spokenOf } = schema;
  const lookup =
    spokenOf &&
    object.fields.find(
      ({ type, referenceTo }) =>
        type === 'reference' &&
        referenceTo.length === 1 &&
        referenceTo[0] === spokenOf.object,
    );
  if (!lookup || !/\b(?:its|it's|their)\b/i.test(said.text)) return [];
  return [
    {
      about: [lookup.name],
      words: `of ${spokenOf.label}`,
      condition: at => soql.eq(at(lookup.name), spokenOf.id),
    },
  ];
}

/** What was said last of a field holds; the rest stays as it was. */
function continued(before: QuestionParts, next: QuestionParts): QuestionParts {
  const said = new Set(next.filters.flatMap(({ about }) => about));
  const { arrangement } = next;
  const asksAnew =
    arrangement.counts || arrangement.totals || arrangement.group !== undefined;
  return {
    object: before.object,
    filters: [
      ...before.filters.filter(
        ({ about }) => !about.some(field => said.has(field)),
      ),
      ...next.filters,
    ],
    arrangement: {
      ...before.arrangement,
      ...(asksAnew ? { group: undefined, counts: false, totals: false } : {}),
      ...Object.fromEntries(
        Object.entries(arrangement).filter(
          ([, value]) =>
            value !== undefined && value !== false && value !== 'SUM',
        ),
      ),
    },
    mentions: [...before.mentions, ...next.mentions],
    children: before.children,
  };
}

/** "with their contacts": a list below each record. */
function childLists(options: {
  said: Said;
  object: ObjectDescription;
  others: Array<{ name: string; words: string }>;
}): SoqlField[] {
  const { said, object, others } = options;
  return others.flatMap(({ name, words }) => {
    const child = object.childRelationships.find(
      ({ childSObject, relationshipName }) =>
        childSObject === name && relationshipName,
    );
    if (!child?.relationshipName || !said.has(words)) return [];
    said.take(words);
    const nameField =
      name === 'Case' || name === 'Task' || name === 'Event'
        ? 'Subject'
        : 'Name';
    return [
      {
        relationship: child.relationshipName,
        fields: ['Id', nameField],
        limit: 50,
      },
    ];
  });
}

import {
  startCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
} from '@codemirror/autocomplete';
import type {
  DataField,
  DataObject,
  DataObjectSummary,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { dateLiterals, functions } from './soqlWords';
import { wantedAt, type FieldSource, type Wanted } from './wantedAt';

/** What the org is made of, as far as the person may see it. */
export interface SchemaLookup {
  objects(): Promise<DataObjectSummary[]>;
  /** Undefined for an object that there is not, or that one may not see. */
  object(name: string): Promise<DataObject | undefined>;
}

/** Offers what can be written at the cursor, from the org's own description. */
export function soqlCompletions(schema: SchemaLookup): CompletionSource {
  return async (context: CompletionContext) => {
    const text = context.state.doc.toString();
    const wanted = wantedAt(text, context.pos);
    if (!wanted) return null;
    const isBegun = wanted.from < context.pos;
    const isAfterDot = text[wanted.from - 1] === '.';
    const isQuoted = wanted.kind === 'value' && wanted.quoted;
    if (!context.explicit && !isBegun && !isAfterDot && !isQuoted) return null;
    const options = await optionsFor(wanted, schema);
    return options.length === 0
      ? null
      : ({
          from: wanted.from,
          options,
          validFor: isQuoted ? /^[^']*$/ : /^[\w:]*$/,
        } satisfies CompletionResult);
  };
}

/** The completions for a place, best first. */
export async function optionsFor(
  wanted: Wanted,
  schema: SchemaLookup,
): Promise<Completion[]> {
  switch (wanted.kind) {
    case 'object':
      return (await schema.objects()).map(({ name, label }) => ({
        label: name,
        detail: label === name ? undefined : label,
        type: 'class',
      }));
    case 'relationship': {
      const parent = await objectOf(wanted.of, schema);
      return (parent?.childRelationships ?? []).map(({ name, object }) => ({
        label: name,
        detail: object,
        type: 'class',
      }));
    }
    case 'field':
      return fieldsFor(wanted, schema);
    case 'value':
      return valuesFor(wanted, schema);
    default:
      return wanted.words.map(word => ({ label: word, type: 'keyword' }));
  }
}

async function fieldsFor(
  wanted: Wanted & { kind: 'field' },
  schema: SchemaLookup,
): Promise<Completion[]> {
  const start = await objectOf(wanted.source, schema);
  const object = start && (await follow(start, wanted.path, schema));
  if (!object) return [];
  const fits = (field: DataField) => {
    if (wanted.clause === 'WHERE') return field.filterable;
    if (wanted.clause === 'ORDER BY') return field.sortable;
    return wanted.clause !== 'GROUP BY' || field.groupable;
  };
  const fields = object.fields.filter(fits).map(
    (field): Completion => ({
      label: field.name,
      detail: `${field.label} · ${field.type}`,
      type: 'property',
      boost: 1,
    }),
  );
  const parents = object.fields.flatMap(
    ({ relationshipName, referenceTo }): Completion[] =>
      relationshipName
        ? [
            {
              label: `${relationshipName}.`,
              detail: referenceTo.slice(0, 3).join(', '),
              type: 'namespace',
              apply: (view, completion, from, to) => {
                view.dispatch({
                  changes: { from, to, insert: completion.label },
                  selection: { anchor: from + completion.label.length },
                });
                startCompletion(view);
              },
            },
          ]
        : [],
  );
  const isSelected = wanted.clause === 'SELECT' && wanted.path.length === 0;
  return [
    ...fields,
    ...parents,
    ...(isSelected
      ? functions.map(label => ({ label, type: 'function', boost: -1 }))
      : []),
  ];
}

async function valuesFor(
  wanted: Wanted & { kind: 'value' },
  schema: SchemaLookup,
): Promise<Completion[]> {
  const start = await objectOf(wanted.source, schema);
  const object =
    start && (await follow(start, wanted.field.slice(0, -1), schema));
  const field = object && fieldNamed(object, wanted.field.at(-1));
  if (!field) return [];
  const values = (field.picklistValues ?? []).map(
    ({ value, label }): Completion => {
      const escaped = value.replace(/[\\']/g, '\\$&');
      return {
        label: wanted.quoted ? escaped : `'${escaped}'`,
        detail: label === value ? undefined : label,
        type: 'constant',
      };
    },
  );
  if (wanted.quoted) return values;
  const words = (list: readonly string[], type: string) =>
    list.map((label): Completion => ({ label, type }));
  return [
    ...values,
    ...(field.type === 'boolean' ? words(['TRUE', 'FALSE'], 'constant') : []),
    ...(field.type === 'date' || field.type === 'datetime'
      ? words(dateLiterals, 'constant')
      : []),
    ...words(['NULL'], 'keyword'),
  ];
}

async function objectOf(
  source: FieldSource,
  schema: SchemaLookup,
): Promise<DataObject | undefined> {
  if (source.kind === 'object') return schema.object(source.name);
  const parent = await objectOf(source.of, schema);
  const child = parent?.childRelationships.find(
    ({ name }) => name.toLowerCase() === source.relationship.toLowerCase(),
  );
  return child && schema.object(child.object);
}

/** Along the names of parents; where there are several kinds, the first. */
async function follow(
  start: DataObject,
  path: string[],
  schema: SchemaLookup,
): Promise<DataObject | undefined> {
  let object: DataObject | undefined = start;
  for (const step of path) {
    const field: DataField | undefined = object?.fields.find(
      ({ relationshipName }) =>
        relationshipName?.toLowerCase() === step.toLowerCase(),
    );
    const target: string | undefined = field?.referenceTo[0];
    object = target === undefined ? undefined : await schema.object(target);
  }
  return object;
}

function fieldNamed(
  object: DataObject,
  name: string | undefined,
): DataField | undefined {
  return object.fields.find(
    field => field.name.toLowerCase() === name?.toLowerCase(),
  );
}

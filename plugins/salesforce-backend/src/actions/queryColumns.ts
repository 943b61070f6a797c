import type { ActionAnswer } from '@salesdesk/backstage-plugin-salesforce-common';
import type { SoqlTree } from '@salesdesk/backstage-plugin-salesforce-node';
import { labelOf, pathOf, type QueryDictionary } from './QueryDictionary';

/** A column of a table: `name` is the path of its value in a row. */
export type Column = NonNullable<ActionAnswer['columns']>[number];

type Selected = NonNullable<SoqlTree['fields']>[number];

/** `COUNT()`, which answers no rows but how many there are. */
export function isCount(selected: Selected): boolean {
  return (
    selected.type === 'FieldFunctionExpression' &&
    selected.functionName.toUpperCase() === 'COUNT' &&
    (selected.parameters ?? []).length === 0
  );
}

/**
 * The columns of a query in the order of its SELECT: named as the rows name
 * them, labelled as the org labels the fields.
 */
export async function queryColumns(options: {
  tree: SoqlTree;
  dictionary: QueryDictionary;
  /** For FIELDS(): what the first row holds. */
  firstRow: Record<string, unknown> | undefined;
}): Promise<Column[]> {
  const { tree, dictionary, firstRow } = options;
  const columns: Column[] = [];
  let unnamed = 0;
  for (const selected of tree.fields ?? []) {
    switch (selected.type) {
      case 'FieldSubquery': {
        const { relationshipName } = selected.subquery;
        columns.push({
          name: nameInRow(relationshipName, firstRow),
          label: relationshipName,
          type: 'records',
        });
        break;
      }
      case 'FieldTypeof':
        columns.push({
          name: nameInRow(selected.field, firstRow),
          label: selected.field,
          type: 'record',
        });
        break;
      case 'FieldFunctionExpression':
        if (selected.functionName === 'FIELDS') {
          columns.push(...(await wholeColumns(tree, dictionary, firstRow)));
        } else if (!isCount(selected)) {
          // functions that only show a value answer under the field's name
          const shown = shownField(selected);
          columns.push({
            name:
              selected.alias ??
              (shown && firstRow && nameInRow(shown, firstRow) in firstRow
                ? nameInRow(shown, firstRow)
                : `expr${unnamed++}`),
            label: selected.alias ?? selected.rawValue ?? 'Value',
            type: selected.isAggregateFn ? 'double' : 'string',
          });
        }
        break;
      default:
        columns.push(await fieldColumn({ selected, tree, dictionary }));
    }
  }
  return columns;
}

function shownField(
  selected: Extract<Selected, { type: 'FieldFunctionExpression' }>,
): string | undefined {
  const [parameter] = selected.parameters;
  return ['toLabel', 'FORMAT', 'convertCurrency'].some(
    name => name.toLowerCase() === selected.functionName.toLowerCase(),
  ) && typeof parameter === 'string'
    ? parameter
    : undefined;
}

async function fieldColumn(options: {
  selected: Extract<Selected, { type: 'Field' | 'FieldRelationship' }>;
  tree: SoqlTree;
  dictionary: QueryDictionary;
}): Promise<Column> {
  const { selected, tree, dictionary } = options;
  const path =
    selected.type === 'FieldRelationship'
      ? [...selected.relationships, selected.field]
      : [selected.field];
  const prefixes = [tree.sObject, tree.sObjectAlias].map(name =>
    name?.toLowerCase(),
  );
  if (path.length > 1 && prefixes.includes(path[0].toLowerCase())) path.shift();
  const [found] = await dictionary.fields(
    { kind: 'object', name: tree.sObject ?? '' },
    path,
  );
  const isGrouped = tree.groupBy !== undefined;
  if (!found) {
    const name = 'alias' in selected && selected.alias ? selected.alias : path;
    return {
      name: [name].flat().join('.'),
      label: path.join(' '),
      type: 'string',
    };
  }
  const alias = 'alias' in selected && isGrouped ? selected.alias : undefined;
  return {
    // grouped rows are flat and carry the last name alone
    name: alias ?? (isGrouped ? found.field.name : pathOf(found)),
    label: labelOf(found),
    type: found.field.type,
  };
}

async function wholeColumns(
  tree: SoqlTree,
  dictionary: QueryDictionary,
  firstRow: Record<string, unknown> | undefined,
): Promise<Column[]> {
  const object = await dictionary.object({
    kind: 'object',
    name: tree.sObject ?? '',
  });
  const names = Object.entries(firstRow ?? {})
    .filter(([, value]) => value !== undefined)
    .map(([name]) => name);
  return names.map(name => {
    const field = object?.fields.find(known => known.name === name);
    return {
      name,
      label: field?.label ?? name,
      type: field?.type ?? 'string',
    };
  });
}

/** Rows name things as the org does, whatever casing the query used. */
function nameInRow(
  name: string,
  firstRow: Record<string, unknown> | undefined,
): string {
  return (
    Object.keys(firstRow ?? {}).find(
      key => key.toLowerCase() === name.toLowerCase(),
    ) ?? name
  );
}

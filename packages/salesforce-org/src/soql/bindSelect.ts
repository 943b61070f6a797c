import type { FieldValue, Row } from '../core/types';
import type { ObjectDefinition } from '../schema/definitions';
import { bindChildQuery } from './bindChildQuery';
import { bindPath, bindStep, type BoundField, type Scope } from './bindPath';
import type { Column } from './columns';
import { expandFields } from './expandFields';
import { labelReader } from './expressions';
import { formatReader } from './formatValue';
import type { QuerySession } from './QuerySession';
import type {
  FunctionCall,
  Path,
  QueryTree,
  SelectItem,
  Word,
} from './syntaxTree';

type ReadColumn = Extract<Column, { kind: 'value' }>['read'];

/** How deep a query stands in others: 0 for the query itself. */
export interface SelectOptions {
  readonly session: QuerySession;
  readonly scope: Scope;
  readonly query: QueryTree;
  readonly depth: number;
}

/** Binds the select list of a query without aggregates. */
export function bindSelect(options: SelectOptions): Column[] {
  const { session, scope, query } = options;
  const columns: Column[] = [];
  const taken = new Set<string>();
  for (const item of query.select) {
    switch (item.kind) {
      case 'field':
        if (item.alias) throw aliasNotAllowed(session, item.path[0]);
        addField(columns, taken, session, bindPath(session, scope, item.path));
        break;
      case 'function':
        addFunction({ ...options, columns, taken, item });
        break;
      case 'typeof':
        columns.push(bindTypeof(session, scope, item));
        break;
      default: {
        const child = bindChildQuery({ ...options, query: item.query });
        const key = child.relationshipName;
        take(session, taken, `(${key})`, key, item.query.offset);
        columns.push({ kind: 'children', key, query: child });
      }
    }
  }
  return columns;
}

/** Adds a column under the parents that its path leads through. */
function addField(
  columns: Column[],
  taken: Set<string>,
  session: QuerySession,
  field: BoundField,
  options: { functionName?: string; read?: ReadColumn } = {},
): void {
  take(session, taken, field.path, field.path, field.offset);
  let list = columns;
  for (const step of field.steps) {
    const known = list.find(
      (column): column is Extract<Column, { kind: 'parent' }> =>
        column.kind === 'parent' && column.key === step.name,
    );
    if (known) {
      list = known.columns;
    } else {
      const inner: Column[] = [];
      list.push({ kind: 'parent', key: step.name, step, columns: inner });
      list = inner;
    }
  }
  list.push({
    kind: 'value',
    key: field.field.name,
    field,
    functionName: options.functionName,
    read: options.read ?? field.read,
  });
}

function take(
  session: QuerySession,
  taken: Set<string>,
  identity: string,
  shown: string,
  offset: number,
): void {
  const key = identity.toLowerCase();
  if (taken.has(key)) {
    throw session.errorAt(
      offset,
      'INVALID_FIELD',
      `duplicate field selected: ${shown}`,
    );
  }
  taken.add(key);
}

interface FunctionOptions extends SelectOptions {
  readonly columns: Column[];
  readonly taken: Set<string>;
  readonly item: Extract<SelectItem, { kind: 'function' }>;
}

/** FIELDS(), toLabel(), FORMAT() and convertCurrency() in a select list. */
function addFunction(options: FunctionOptions): void {
  const { session, scope, columns, taken, item } = options;
  const { call, alias } = item;
  const name = call.name.text.toUpperCase();
  if (name === 'FIELDS') {
    for (const field of expandFields({ ...options, call })) {
      addField(columns, taken, session, field);
    }
    return;
  }
  const field = innerField(session, scope, call);
  const functionName = call.name.text;
  if (alias) {
    take(session, taken, alias.text, alias.text, alias.offset);
    const read = functionReader(session, call, field, field.scalar);
    columns.push({ kind: 'value', key: alias.text, field, functionName, read });
  } else {
    const read = functionReader(session, call, field, field.read);
    addField(columns, taken, session, field, { functionName, read });
  }
}

const selectFunctions = new Set(['TOLABEL', 'FORMAT', 'CONVERTCURRENCY']);

/** The field inside; `FORMAT(convertCurrency(Amount))` nests once. */
function innerField(
  session: QuerySession,
  scope: Scope,
  call: FunctionCall,
): BoundField {
  const name = call.name.text.toUpperCase();
  const [argument] = call.parameters;
  const known = selectFunctions.has(name) && call.parameters.length === 1;
  if (known && argument.kind === 'path') {
    return bindPath(session, scope, argument.path);
  }
  if (known && name === 'FORMAT' && argument.kind === 'function') {
    return innerField(session, scope, argument);
  }
  throw session.errorAt(
    call.name.offset,
    'MALFORMED_QUERY',
    `unexpected token: '${call.name.text}'`,
  );
}

/** Wraps what reads the field, of the row itself or of its parent. */
function functionReader(
  session: QuerySession,
  call: FunctionCall,
  field: BoundField,
  source: ReadColumn,
): ReadColumn {
  const scalar = (row: Row): FieldValue => {
    const value = source(row);
    return typeof value === 'object' ? null : value;
  };
  switch (call.name.text.toUpperCase()) {
    case 'TOLABEL': {
      const labelOf = labelReader(field.field);
      return row => labelOf(scalar(row));
    }
    case 'FORMAT': {
      const format = formatReader(field.field, session.calendar);
      return row => format(scalar(row));
    }
    default:
      return source;
  }
}

function bindTypeof(
  session: QuerySession,
  scope: Scope,
  item: Extract<SelectItem, { kind: 'typeof' }>,
): Column {
  const step = bindStep(session, scope.object, item.relationship);
  if (!step.polymorphic) {
    throw session.errorAt(
      item.relationship.offset,
      'MALFORMED_QUERY',
      `TYPEOF is only supported on polymorphic relationships: ${step.name}`,
    );
  }
  const branches = item.branches.map(branch => {
    const object = session.visibleObject(branch.object.text);
    if (!object || !step.reference.referenceTo.includes(object.name)) {
      throw session.errorAt(
        branch.object.offset,
        'INVALID_FIELD',
        `invalid type '${branch.object.text}' in TYPEOF expression for relationship '${step.name}'`,
      );
    }
    return { object, columns: columnsOf(session, object, branch.fields) };
  });
  const otherwise = item.otherwise
    ? columnsOf(session, step.target, item.otherwise)
    : undefined;
  return { kind: 'typeof', key: step.name, step, branches, otherwise };
}

function columnsOf(
  session: QuerySession,
  object: ObjectDefinition,
  paths: readonly Path[],
): readonly Column[] {
  const columns: Column[] = [];
  const taken = new Set<string>();
  const scope: Scope = { object, aliases: new Map() };
  for (const path of paths) {
    addField(columns, taken, session, bindPath(session, scope, path));
  }
  return columns;
}

function aliasNotAllowed(session: QuerySession, word: Word) {
  return session.errorAt(
    word.offset,
    'MALFORMED_QUERY',
    'only aggregate expressions use field aliasing',
  );
}

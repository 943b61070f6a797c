import type {
  FieldFunctionExpression,
  FieldType,
  FunctionExp,
  Query,
  QueryBase,
  Subquery,
} from '@jetstreamapp/soql-parser-js';
import { narrowFunction, pathIn } from './narrowFunctions';
import { narrowConditions, withGuard } from './narrowConditions';
import { refuseSoql } from './refuseSoql';
import type { SoqlNarrowing, SoqlSource, SoqlUse } from './SoqlNarrowing';
import type { SoqlTree } from './tree';

/** Clauses that are understood here; a query with any other is refused. */
const knownClauses = new Set([
  'fields',
  'sObject',
  'sObjectAlias',
  'relationshipName',
  'sObjectPrefix',
  'usingScope',
  'where',
  'limit',
  'offset',
  'groupBy',
  'having',
  'orderBy',
]);

const aggregates = new Set([
  'count',
  'count_distinct',
  'sum',
  'avg',
  'min',
  'max',
  'grouping',
]);

/**
 * Narrows a query to what `narrowing` lets it read: each source of rows (the
 * object after FROM, child records, the inner queries of semi-joins) gets a
 * condition that none of the query's own conditions can widen, and each name of
 * a field, wherever it stands, is replaced by the name that was checked.
 * Aliases of objects are resolved and gone. What is not understood is refused.
 *
 * @public
 */
export async function narrow(
  tree: SoqlTree,
  narrowing: SoqlNarrowing,
): Promise<SoqlTree> {
  if (!tree.sObject) return refuseSoql('The query names no object');
  const source: SoqlSource = { kind: 'object', name: tree.sObject };
  return narrowObject({ query: tree, source, narrowing, inner: false });
}

/** One level of a query while it is narrowed. */
export interface Level {
  source: SoqlSource;
  /** Names that stand for the source in a path: its alias and its own name. */
  names: string[];
  narrowing: SoqlNarrowing;
}

async function narrowObject(options: {
  query: Query;
  source: SoqlSource;
  narrowing: SoqlNarrowing;
  inner: boolean;
}): Promise<Query> {
  const { query, source, narrowing, inner } = options;
  const base = await narrowLevel({
    query,
    level: {
      source,
      narrowing,
      names: [query.sObjectAlias ?? '', query.sObject ?? ''],
    },
    inner,
  });
  return { ...base, sObject: query.sObject };
}

async function narrowChildren(
  query: Subquery,
  outer: Level,
): Promise<Subquery> {
  const { relationshipName, sObjectPrefix } = query;
  const known = outer.names.map(name => name.toLowerCase());
  if (sObjectPrefix?.some(prefix => !known.includes(prefix.toLowerCase()))) {
    refuseSoql(`'${sObjectPrefix.join('.')}' is no part of this query`);
  }
  const base = await narrowLevel({
    query,
    level: {
      source: {
        kind: 'children',
        relationship: relationshipName,
        of: outer.source,
      },
      narrowing: outer.narrowing,
      names: [query.sObjectAlias ?? ''],
    },
    inner: false,
  });
  return { ...base, relationshipName };
}

async function narrowLevel(options: {
  query: Query | Subquery;
  level: Level;
  /** The query of a semi-join, whose one field is never shown. */
  inner: boolean;
}): Promise<QueryBase> {
  const { query, level, inner } = options;
  refuseUnknownClauses(query);
  const { source, narrowing } = level;
  const isGrouped =
    query.groupBy !== undefined || (query.fields ?? []).some(isAggregate);
  const use: SoqlUse = inner || isGrouped ? 'judged' : 'shown';

  const fields: FieldType[] = [];
  for (const field of query.fields ?? []) {
    fields.push(...(await narrowField({ field, level, use })));
  }
  const where =
    query.where &&
    (await narrowConditions(query.where, level, innerQuery =>
      narrowObject({
        query: innerQuery,
        source: { kind: 'object', name: innerQuery.sObject ?? '' },
        narrowing,
        inner: true,
      }),
    ));
  const groupBy = await narrowEach(query.groupBy, level);
  const having = query.having && (await narrowConditions(query.having, level));
  const orderBy = await narrowEach(query.orderBy, level);
  // after everything that a condition may depend on
  const guard = await narrowing.condition({ source, use });
  if (use === 'shown') {
    addMissing(fields, await narrowing.alsoShow(source));
  }
  return {
    fields,
    where: withGuard(guard, where),
    ...(groupBy ? { groupBy } : {}),
    ...(having ? { having: having as QueryBase['having'] } : {}),
    ...(orderBy ? { orderBy } : {}),
    ...(query.limit === undefined ? {} : { limit: query.limit }),
    ...(query.offset === undefined ? {} : { offset: query.offset }),
  };
}

function refuseUnknownClauses(query: Query | Subquery): void {
  for (const [clause, value] of Object.entries(query)) {
    if (value !== undefined && !knownClauses.has(clause)) {
      refuseSoql(`A query over your own records takes no clause '${clause}'`);
    }
  }
  const scope = query.usingScope?.toLowerCase();
  if (scope !== undefined && scope !== 'mine' && scope !== 'everything') {
    refuseSoql(
      `A query over your own records takes no scope '${query.usingScope}'`,
    );
  }
}

function isAggregate(field: FieldType): boolean {
  const holds = (fn: FieldFunctionExpression | FunctionExp): boolean =>
    aggregates.has((fn.functionName ?? '').toLowerCase()) ||
    (fn.parameters ?? []).some(
      parameter => typeof parameter === 'object' && holds(parameter),
    );
  return field.type === 'FieldFunctionExpression' && holds(field);
}

function fieldOf(path: readonly string[], alias?: string): FieldType {
  const named = alias === undefined ? {} : { alias };
  const field = path[path.length - 1];
  return path.length === 1
    ? { type: 'Field', field, ...named }
    : {
        type: 'FieldRelationship',
        field,
        relationships: path.slice(0, -1),
        rawValue: path.join('.'),
        ...named,
      };
}

async function narrowField(options: {
  field: FieldType;
  level: Level;
  use: SoqlUse;
}): Promise<FieldType[]> {
  const { field, level, use } = options;
  const { source, narrowing } = level;
  switch (field.type) {
    case 'Field':
    case 'FieldRelationship': {
      const written = [
        ...('objectPrefix' in field ? [field.objectPrefix] : []),
        ...('relationships' in field ? field.relationships : []),
        field.field,
      ];
      const path = await narrowing.field({
        source,
        path: pathIn(written.join('.'), level),
        use,
      });
      return [fieldOf(path, 'alias' in field ? field.alias : undefined)];
    }
    case 'FieldFunctionExpression': {
      if (field.functionName.toLowerCase() !== 'fields') {
        const fn = await narrowFunction(field, level);
        return [{ ...fn, type: 'FieldFunctionExpression' }];
      }
      const kind = String(field.parameters[0]).toUpperCase();
      if (kind !== 'ALL' && kind !== 'STANDARD' && kind !== 'CUSTOM') {
        return refuseSoql(`There is no FIELDS(${kind})`);
      }
      const names = await narrowing.fieldsOf({ source, kind });
      return names.map(name => fieldOf([name]));
    }
    case 'FieldSubquery':
      return [
        {
          type: 'FieldSubquery',
          subquery: await narrowChildren(field.subquery, level),
        },
      ];
    case 'FieldTypeof':
      return [await narrowTypeof(field, level)];
    default:
      return refuseSoql('The query selects something that is no field');
  }
}

async function narrowTypeof(
  field: Extract<FieldType, { type: 'FieldTypeof' }>,
  level: Level,
): Promise<FieldType> {
  const { source, narrowing } = level;
  const [reference, ...rest] = pathIn(field.field, level);
  if (rest.length > 0) {
    refuseSoql('TYPEOF looks at a reference of the record itself');
  }
  const nameOf = async (of: SoqlSource, prefix: string[], name: string) => {
    const path = [...prefix, name];
    const found = await narrowing.field({ source: of, path, use: 'shown' });
    return found;
  };
  const [relationship] = await nameOf(source, [reference], 'Id');
  const conditions = [];
  for (const condition of field.conditions) {
    const fieldList: string[] = [];
    for (const name of condition.fieldList) {
      if (name.includes('.')) {
        refuseSoql(`TYPEOF shows plain fields, not '${name}'`);
      }
      const found = condition.objectType
        ? await nameOf({ kind: 'object', name: condition.objectType }, [], name)
        : await nameOf(source, [reference], name);
      fieldList.push(found[found.length - 1]);
    }
    conditions.push({ ...condition, fieldList });
  }
  return { type: 'FieldTypeof', field: relationship, conditions };
}

async function narrowEach<
  TClause extends { field: string } | { fn: FunctionExp },
>(
  clauses: TClause | TClause[] | undefined,
  level: Level,
): Promise<TClause[] | undefined> {
  if (clauses === undefined) return undefined;
  const narrowed: TClause[] = [];
  for (const clause of [clauses].flat() as TClause[]) {
    if ('fn' in clause) {
      narrowed.push({ ...clause, fn: await narrowFunction(clause.fn, level) });
    } else {
      const path = await level.narrowing.field({
        source: level.source,
        path: pathIn(clause.field, level),
        use: 'judged',
      });
      narrowed.push({ ...clause, field: path.join('.') });
    }
  }
  return narrowed;
}

function addMissing(
  fields: FieldType[],
  paths: ReadonlyArray<readonly string[]>,
): void {
  const present = new Set(
    fields.flatMap(field => {
      if (field.type === 'Field') return field.field;
      return field.type === 'FieldRelationship' ? field.rawValue ?? [] : [];
    }),
  );
  for (const path of paths) {
    if (!present.has(path.join('.'))) fields.push(fieldOf(path));
    present.add(path.join('.'));
  }
}

import {
  findInventoryObject,
  inventoryObject,
  type InventoryObject,
  type InventoryRelation,
} from '../model';
import {
  camelCase,
  derived,
  labelOf,
  ownFields,
  personColumns,
  type QueryField,
} from './fieldLists';

/** A table that a field needs beside the object's own. */
export interface Join {
  alias: string;
  table: string;
  /** SQL between `on` and the next join; names are ours. */
  on: string;
}

/** A field as SQL. */
export interface ResolvedField extends QueryField {
  joins: Join[];
  sql: string;
  bindings: Array<string | number>;
}

/** What fields may need besides the tables. */
export interface FieldContext {
  now: Date;
  /** Moments are counted with in another way than on SQLite. */
  isPostgres: boolean;
  /** Price of a seat a month, by the licence's name. */
  licenseCosts: Record<string, number>;
}

const deepest = 4;

/**
 * A field as SQL, or undefined where there is none of that name. Names of
 * tables and columns come from the model only; everything else is bound.
 */
export function resolveField(options: {
  object: InventoryObject;
  id: string;
  context: FieldContext;
}): ResolvedField | undefined {
  const { id, context } = options;
  const annotation = /^((?:\w+\.)*)person\.annotation:(.{1,255})$/.exec(id);
  const steps = annotation
    ? annotation[1].split('.').filter(Boolean)
    : id.split('.');
  const joins: Join[] = [];
  let object = options.object;
  let alias = 'base';
  const labels: string[] = [];
  const last = annotation ? undefined : steps.pop();
  if (steps.length > deepest) return undefined;
  for (const [index, step] of steps.entries()) {
    if (step === 'person' && object.name === 'User') {
      if (index !== steps.length - 1) return undefined;
      return personField({ id, last, alias, joins, labels });
    }
    const relation = object.relations.find(({ name }) => name === step);
    const target = relation && findInventoryObject(relation.object);
    if (!relation || !target) return undefined;
    if (relation.many) {
      return last === 'count' && index === steps.length - 1
        ? countField({ id, alias, relation, joins, labels })
        : undefined;
    }
    const next = `${alias}_${step}`.toLowerCase();
    joins.push({
      alias: next,
      table: target.table,
      on: `${next}.org_id = ${alias}.org_id and ${next}.${relation.foreign} = ${alias}.${relation.column}`,
    });
    labels.push(relation.label);
    object = target;
    alias = next;
  }
  if (annotation) {
    if (object.name !== 'User') return undefined;
    return {
      id,
      label: [...labels, annotation[2]].join(': '),
      type: 'text',
      joins,
      sql: `(select fact.value from salesforce_inventory_person_facts fact where fact.person_ref = ${alias}.person_ref and fact.name = ?)`,
      bindings: [annotation[2]],
    };
  }
  return ownField({
    id,
    last: last ?? '',
    object,
    alias,
    joins,
    labels,
    context,
  });
}

function ownField(options: {
  id: string;
  last: string;
  object: InventoryObject;
  alias: string;
  joins: Join[];
  labels: string[];
  context: FieldContext;
}): ResolvedField | undefined {
  const { id, last, object, alias, joins, labels, context } = options;
  const own = ownFields(object).find(field => field.id === last);
  if (!own) return undefined;
  const field = { ...own, id, label: labelOf(labels, own), joins };
  if (last === 'cost') return costField(field, object, alias, context);
  if (last === 'daysSinceLogin') return daysField(field, alias, context);
  const column =
    last === 'id'
      ? 'id'
      : object.columns.find(item => camelCase(item.column) === last)?.column ??
        derived[object.name]?.find(item => item.id === last)?.column;
  return column
    ? { ...field, sql: `${alias}."${column}"`, bindings: [] }
    : undefined;
}

function costField(
  field: QueryField & { joins: Join[] },
  object: InventoryObject,
  alias: string,
  context: FieldContext,
): ResolvedField {
  const costs = Object.entries(context.licenseCosts);
  const joins = [...field.joins];
  let license = alias;
  if (object.name === 'User') {
    license = `${alias}_license`;
    joins.push({
      alias: license,
      table: 'salesforce_inventory_user_licenses',
      on: `${license}.org_id = ${alias}.org_id and ${license}.id = ${alias}.license_id`,
    });
  }
  if (costs.length === 0) {
    return {
      ...field,
      joins,
      sql: 'cast(null as double precision)',
      bindings: [],
    };
  }
  return {
    ...field,
    joins,
    sql: `(case ${license}.name ${costs
      .map(() => 'when ? then cast(? as double precision)')
      .join(' ')} end)`,
    bindings: costs.flat(),
  };
}

/** Whole days; times are stored as text. */
function daysField(
  field: QueryField & { joins: Join[] },
  alias: string,
  context: FieldContext,
): ResolvedField {
  const column = `${alias}.last_login_at`;
  return {
    ...field,
    sql: context.isPostgres
      ? `floor(extract(epoch from (cast(? as timestamptz) - cast(${column} as timestamptz))) / 86400)`
      : `cast(julianday(?) - julianday(${column}) as integer)`,
    bindings: [context.now.toISOString()],
  };
}

function countField(options: {
  id: string;
  alias: string;
  relation: InventoryRelation;
  joins: Join[];
  labels: string[];
}): ResolvedField {
  const { id, alias, relation, joins, labels } = options;
  const { table } = inventoryObject(relation.object);
  // what a profile gives is an assignment too, which nobody made
  const except =
    relation.object === 'PermissionSetAssignment'
      ? ` and not exists (select 1 from salesforce_inventory_permission_sets own where own.org_id = child.org_id and own.id = child.permission_set_id and own.is_owned_by_profile = true)`
      : '';
  return {
    id,
    label: [...labels, relation.label].join(': '),
    type: 'number',
    joins,
    sql: `(select count(*) from ${table} child where child.org_id = ${alias}.org_id and child.${relation.foreign} = ${alias}.${relation.column}${except})`,
    bindings: [],
  };
}

function personField(options: {
  id: string;
  last: string | undefined;
  alias: string;
  joins: Join[];
  labels: string[];
}): ResolvedField | undefined {
  const { id, last, alias, joins, labels } = options;
  const column = personColumns.find(field => field.id === last);
  if (!column) return undefined;
  const person = `${alias}_person`;
  return {
    id,
    label: labelOf([...labels, 'Person'], column),
    type: column.type,
    joins: [
      ...joins,
      {
        alias: person,
        table: 'salesforce_inventory_people',
        on: `${person}.person_ref = ${alias}.person_ref`,
      },
    ],
    sql: `${person}."${column.column}"`,
    bindings: [],
  };
}

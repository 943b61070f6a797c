import { fieldPath, objectName } from './identifiers';
import { refuseSoql } from './refuseSoql';
import type { SoqlCondition } from './SoqlCondition';
import { SoqlQuery } from './SoqlQuery';

/** Child records to read with each record. @public */
export interface SoqlChildren {
  /** Name of the child relationship, e.g. `PermissionSetAssignments`. */
  relationship: string;
  fields: readonly string[];
  where?: SoqlCondition;
  orderBy?: readonly SoqlOrder[];
  limit?: number;
}

/** An aggregate, e.g. `COUNT(Id) users`. @public */
export interface SoqlAggregate {
  aggregate: 'COUNT' | 'COUNT_DISTINCT' | 'SUM' | 'MIN' | 'MAX' | 'AVG';
  field: string;
  as: string;
}

/** A field, a path such as `Owner.Name`, children, or an aggregate. @public */
export type SoqlField = string | SoqlChildren | SoqlAggregate;

/** A condition on groups, e.g. `HAVING COUNT(Id) > 3`. @public */
export interface SoqlHaving {
  aggregate: SoqlAggregate['aggregate'];
  field: string;
  operator: '=' | '>' | '>=' | '<' | '<=';
  /** A whole number. */
  value: number;
}

/** A field, or what is calculated of a group, and which comes first. @public */
export interface SoqlOrder {
  field: string;
  /** Sorts groups by what is calculated of the field. */
  aggregate?: SoqlAggregate['aggregate'];
  direction?: 'ASC' | 'DESC';
  nulls?: 'FIRST' | 'LAST';
}

/** @public */
export interface SoqlSelect {
  from: string;
  fields: readonly SoqlField[];
  where?: SoqlCondition;
  groupBy?: readonly string[];
  /** Which groups; only with `groupBy`. */
  having?: SoqlHaving;
  orderBy?: readonly SoqlOrder[];
  limit?: number;
  offset?: number;
}

function renderField(field: SoqlField): string {
  if (typeof field === 'string') return fieldPath(field);
  if ('aggregate' in field) {
    return `${field.aggregate}(${fieldPath(field.field)}) ${objectName(
      field.as,
    )}`;
  }
  return `(${renderSelect({
    ...field,
    from: field.relationship,
  })})`;
}

function whole(clause: string, value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) {
    refuseSoql(`${clause} '${value}' is not a whole number`);
  }
  return `${clause} ${value}`;
}

function renderOrder(order: SoqlOrder): string {
  const { field, aggregate, direction, nulls } = order;
  return [
    aggregate ? `${aggregate}(${fieldPath(field)})` : fieldPath(field),
    direction === 'DESC' ? 'DESC' : 'ASC',
    ...(nulls ? [`NULLS ${nulls === 'FIRST' ? 'FIRST' : 'LAST'}`] : []),
  ].join(' ');
}

function renderHaving({
  aggregate,
  field,
  operator,
  value,
}: SoqlHaving): string {
  return whole(`HAVING ${aggregate}(${fieldPath(field)}) ${operator}`, value);
}

function renderSelect(query: SoqlSelect): string {
  if (query.fields.length === 0) {
    refuseSoql('A query selects no fields');
  }
  return [
    `SELECT ${query.fields.map(renderField).join(', ')}`,
    `FROM ${objectName(query.from)}`,
    ...(query.where ? [`WHERE ${query.where}`] : []),
    ...(query.groupBy?.length
      ? [`GROUP BY ${query.groupBy.map(fieldPath).join(', ')}`]
      : []),
    ...(query.having && query.groupBy?.length
      ? [renderHaving(query.having)]
      : []),
    ...(query.orderBy?.length
      ? [`ORDER BY ${query.orderBy.map(renderOrder).join(', ')}`]
      : []),
    ...(query.limit === undefined ? [] : [whole('LIMIT', query.limit)]),
    ...(query.offset === undefined ? [] : [whole('OFFSET', query.offset)]),
  ].join(' ');
}

/**
 * Builds a query. Names are checked, values are escaped; anything else is an
 * InputError with code `invalid_query`.
 *
 * @public
 */
export function select(query: SoqlSelect): SoqlQuery {
  return new SoqlQuery({ text: renderSelect(query), object: query.from });
}

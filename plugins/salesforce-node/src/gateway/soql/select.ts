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

/** @public */
export interface SoqlOrder {
  field: string;
  direction?: 'ASC' | 'DESC';
  nulls?: 'FIRST' | 'LAST';
}

/** @public */
export interface SoqlSelect {
  from: string;
  fields: readonly SoqlField[];
  where?: SoqlCondition;
  groupBy?: readonly string[];
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

function renderOrder({ field, direction, nulls }: SoqlOrder): string {
  return [
    fieldPath(field),
    direction === 'DESC' ? 'DESC' : 'ASC',
    ...(nulls ? [`NULLS ${nulls === 'FIRST' ? 'FIRST' : 'LAST'}`] : []),
  ].join(' ');
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

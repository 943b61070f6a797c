import type { SalesforceRecord } from '@salesdesk/backstage-plugin-salesforce-node';
import { createHash } from 'node:crypto';
import { plain } from '../closest';
import type { ColumnType, InventoryObject, InventoryRow } from '../model';

type Value = string | number | boolean | null;

/** A record as the inventory keeps it. Pure. */
export function toInventoryRow(
  object: InventoryObject,
  record: SalesforceRecord,
): InventoryRow {
  const row: InventoryRow = { id: record.Id ?? '' };
  for (const { column, path, type } of object.columns) {
    row[column] = toValue(type, valueAt(record, path));
  }
  if (object.permissions) row.permissions = grantedOf(record);
  if (object.names.length > 0) {
    const names = object.names
      .map(column => row[column])
      .filter(name => typeof name === 'string');
    row.sort_name = plain(names[0] ?? '');
    row.search_text = ` ${[...new Set(names.map(plain))].join(' ')}`;
  }
  return row;
}

/**
 * An id for a record that Salesforce gives none: the same as long as what
 * identifies the record is.
 */
export function identityOf(
  object: InventoryObject,
  record: SalesforceRecord,
): string {
  const row = toInventoryRow(object, record);
  const identity = (object.identity ?? []).map(column => row[column]);
  return createHash('sha256')
    .update(JSON.stringify(identity))
    .digest('hex')
    .slice(0, 40);
}

/** The later of two moments, either of which may be missing. */
export function laterOf(
  one: string | null,
  other: string | null,
): string | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}

/** When a record changed, by the field that says so. */
export function changedAt(
  record: SalesforceRecord,
  path: string | undefined,
): string | null {
  const moment = path && toValue('time', record[path]);
  return typeof moment === 'string' ? moment : null;
}

/** ` ApiEnabled ManageUsers `: with spaces around each, to be found whole. */
function grantedOf(record: SalesforceRecord): string {
  const granted = Object.keys(record)
    .filter(key => key.startsWith('Permissions') && record[key] === true)
    .map(key => key.slice('Permissions'.length))
    .sort();
  return granted.length > 0 ? ` ${granted.join(' ')} ` : '';
}

function valueAt(record: SalesforceRecord, path: string): unknown {
  if (!path.includes('.')) return record[path];
  let value: unknown = record;
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null) return null;
    value = Reflect.get(value, step);
  }
  return value;
}

function toValue(type: ColumnType, value: unknown): Value {
  if (value === null || value === undefined) return null;
  switch (type) {
    case 'boolean':
      return value === true;
    case 'number':
      return Number(value);
    case 'time':
      return toMoment(String(value));
    default:
      // PostgreSQL keeps no NUL in its texts
      return withoutNul(String(value));
  }
}

function withoutNul(text: string): string {
  return text.includes('\u0000') ? text.replaceAll('\u0000', '') : text;
}

/** As Salesforce writes moments; nothing has to be reckoned. */
const usualMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/;

/** Always in UTC with milliseconds, so that texts compare as times. */
function toMoment(value: string): string | null {
  if (usualMoment.test(value)) return `${value.slice(0, -5)}Z`;
  const text = value.endsWith('+0000') ? `${value.slice(0, -5)}Z` : value;
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}

import { isCalendarDay } from '../core/calendarDay';
import { normalizeId } from '../core/ids';
import { formatTimestamp, parseTimestamp } from '../core/OrgClock';
import type { FieldValue, JsonValue } from '../core/types';
import type { FieldDefinition } from '../schema/definitions';
import { cannotDeserialize, numberOutOfRange } from './errors';

const dateForm = /^\d{4}-\d{2}-\d{2}$/;
const datetimeForm =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?$/;
const timeForm = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?Z?$/;
const numberForm = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

/**
 * Turns a value of a body into a value of a row. Texts are accepted for every
 * type, because CSV and forms know nothing else; what cannot be read as the
 * field's type is refused as the real API's JSON parser refuses it.
 */
export function coerceValue(
  field: FieldDefinition,
  value: JsonValue,
): FieldValue {
  if (field.type === 'boolean') return coerceBoolean(value);
  if (value === null || value === '') return null;
  switch (field.type) {
    case 'int':
    case 'long':
      return coerceInteger(field, value);
    case 'double':
    case 'currency':
    case 'percent':
      return coerceDecimal(field, value);
    case 'date':
      return coerceDate(value);
    case 'datetime':
      return coerceDatetime(value);
    case 'time':
      return coerceTime(value);
    case 'reference':
      return coerceReference(value);
    default:
      return coerceText(value);
  }
}

function coerceBoolean(value: JsonValue): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') {
    const text = value.trim().toLowerCase();
    if (text === 'true' || text === '1') return true;
    if (text === 'false' || text === '0' || text === '') return false;
  }
  throw cannotDeserialize({ type: 'boolean', value });
}

function coerceNumber(value: JsonValue, type: string): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string' && numberForm.test(value.trim())) {
    return Number(value);
  }
  throw cannotDeserialize({ type, value });
}

function coerceInteger(field: FieldDefinition, value: JsonValue): number {
  const number = coerceNumber(value, 'int');
  if (!Number.isInteger(number)) {
    throw cannotDeserialize({ type: 'int', value });
  }
  const digits = field.digits || 9;
  if (Math.abs(number) >= 10 ** digits) throw numberOutOfRange(field, number);
  return number;
}

function coerceDecimal(field: FieldDefinition, value: JsonValue): number {
  const number = coerceNumber(value, 'double');
  const rounded = round(number, field.scale);
  const integerDigits = field.precision - field.scale;
  if (field.precision > 0 && Math.abs(rounded) >= 10 ** integerDigits) {
    throw numberOutOfRange(field, number);
  }
  return rounded;
}

/** Half up, as the database does, without the noise of binary fractions. */
function round(number: number, scale: number): number {
  if (Number.isInteger(number)) return number;
  const sign = Math.sign(number);
  const shifted = Math.round(Number(`${Math.abs(number)}e${scale}`));
  return Number.isNaN(shifted) ? 0 : sign * Number(`${shifted}e-${scale}`);
}

function coerceText(value: JsonValue): FieldValue {
  if (typeof value !== 'string') {
    throw cannotDeserialize({ type: 'string', value });
  }
  return value.trim() || null;
}

/** Rules see ids with 18 characters; what is no id is refused later. */
function coerceReference(value: JsonValue): FieldValue {
  const text = coerceText(value);
  return typeof text === 'string' ? normalizeId(text) ?? text : null;
}

function coerceDate(value: JsonValue): string {
  const text = typeof value === 'string' ? value.trim() : '';
  const day = datetimeForm.test(text) ? text.slice(0, 10) : text;
  if (!isCalendarDay(day)) throw cannotDeserialize({ type: 'date', value });
  return day;
}

function coerceDatetime(value: JsonValue): string {
  const text = typeof value === 'string' ? value.trim() : '';
  const complete = dateForm.test(text) ? `${text}T00:00:00Z` : text;
  if (!datetimeForm.test(complete) || !isCalendarDay(complete.slice(0, 10))) {
    throw cannotDeserialize({ type: 'datetime', value });
  }
  const zoned = /(Z|[+-]\d{2}:?\d{2})$/.test(complete)
    ? complete
    : `${complete}Z`;
  const milliseconds = parseTimestamp(zoned);
  if (Number.isNaN(milliseconds)) {
    throw cannotDeserialize({ type: 'datetime', value });
  }
  return formatTimestamp(milliseconds);
}

function coerceTime(value: JsonValue): string {
  const match =
    typeof value === 'string' ? timeForm.exec(value.trim()) : undefined;
  const [, hour, minute, second = '00', fraction = ''] = match ?? [];
  if (!match || Number(hour) > 23 || Number(minute) > 59 || +second > 59) {
    throw cannotDeserialize({ type: 'time', value });
  }
  return `${hour}:${minute}:${second}.${fraction.padEnd(3, '0')}Z`;
}

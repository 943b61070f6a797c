import { DateTime } from 'luxon';
import type { Translate } from '../../hooks/useTranslation';

const NUMBERS = new Set(['double', 'currency', 'percent', 'int', 'long']);

/** Whether a column's values line up at the right. */
export function isNumeric(type: string | undefined): boolean {
  return type !== undefined && NUMBERS.has(type);
}

/**
 * The value at a path such as `Owner.Name`: rows carry it under the whole path
 * or as nested objects.
 */
export function valueAt(row: Record<string, unknown>, path: string): unknown {
  if (path in row) return row[path];
  let value: unknown = row;
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}

/** A value as people read it; empty for none. */
export function cellInWords(options: {
  value: unknown;
  type?: string;
  language: string;
  t: Translate;
}): string {
  const { value, type, language, t } = options;
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') {
    return value ? t('assistant.table.yes') : t('assistant.table.no');
  }
  if (typeof value === 'number') {
    return numbersIn(language).format(value);
  }
  if (typeof value === 'string') return textInWords({ value, type, language });
  if (Array.isArray(value)) return String(value.length);
  return addressInWords(value as Record<string, unknown>);
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** Making a format takes far longer than using it, and tables have many numbers. */
function numbersIn(language: string): Intl.NumberFormat {
  const known = numberFormats.get(language);
  if (known) return known;
  const made = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  numberFormats.set(language, made);
  return made;
}

function textInWords(options: {
  value: string;
  type?: string;
  language: string;
}): string {
  const { value, type, language } = options;
  if (type === 'date') {
    const day = DateTime.fromISO(value, { zone: 'utc' });
    return day.isValid
      ? day.setLocale(language).toLocaleString(DateTime.DATE_MED)
      : value;
  }
  if (type === 'datetime') {
    const moment = DateTime.fromISO(value);
    return moment.isValid
      ? moment.setLocale(language).toLocaleString(DateTime.DATETIME_MED)
      : value;
  }
  return value;
}

/** Compound fields such as an address: their parts in a row. */
function addressInWords(value: Record<string, unknown>): string {
  return Object.entries(value)
    .filter(([name]) => name !== 'attributes')
    .map(([, part]) => part)
    .filter(part => typeof part === 'string' || typeof part === 'number')
    .join(', ');
}

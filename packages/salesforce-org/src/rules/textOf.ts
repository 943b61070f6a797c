import type { FieldValue } from '../core/types';

/** A text, or the empty text for null and anything that is not a text. */
export function textOf(value: FieldValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** A number, or undefined for null and anything that is not a number. */
export function numberOf(value: FieldValue | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** An id or any other non-empty text; undefined for nothing. */
export function idOf(value: FieldValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

import type { DraftRow, FieldValue } from '../../core/types';
import { textOf } from '../textOf';

/** The compound name of a contact or lead: `Ms. Ada Lovelace`. */
export function personNameOf(row: DraftRow): FieldValue {
  return [row.FirstName, row.LastName].map(textOf).filter(Boolean).join(' ');
}

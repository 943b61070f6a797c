import type { InventoryRecord } from '@salesdesk/backstage-plugin-salesforce-common';
import { wordsOf } from './useRecord';

/** Whether a user can log in. */
export function userStateOf(
  record: InventoryRecord,
): 'active' | 'frozen' | 'inactive' | 'unknown' {
  const state = wordsOf(record, 'state');
  return state === 'active' || state === 'frozen' || state === 'inactive'
    ? state
    : 'unknown';
}

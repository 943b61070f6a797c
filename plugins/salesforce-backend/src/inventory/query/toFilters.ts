import {
  SalesdeskError,
  type InventoryCondition,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { FieldFilter } from './filters';

/** Conditions as they come over HTTP: a filter, or several of which one holds. */
export function toFilters(
  conditions: InventoryCondition[],
): Array<FieldFilter | { anyOf: FieldFilter[] }> {
  return conditions.map(({ anyOf, field, operator, value, values }) => {
    if (anyOf) return { anyOf };
    if (!field || !operator) {
      throw new SalesdeskError(
        'InputError',
        'A filter names a field and how it is compared',
        { code: 'invalid_input' },
      );
    }
    return { field, operator, value, values };
  });
}

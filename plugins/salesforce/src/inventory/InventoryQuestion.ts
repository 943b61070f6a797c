import type {
  InventoryCondition,
  InventoryQueryBody,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { linkFieldsOf } from './recordLinks';

export type InventorySort = NonNullable<InventoryQueryBody['sort']>;

/** What a list asks of the inventory. */
export interface InventoryQuestion {
  object: string;
  columns: string[];
  filters: InventoryCondition[];
  search?: string;
  sort?: InventorySort;
}

/** As many fields as one query may name. */
const MOST_FIELDS = 40;

/** The question with the ids that links and requests need besides what is shown. */
export function toQueryBody(question: InventoryQuestion): InventoryQueryBody {
  const { object, columns, filters, search, sort } = question;
  const fields = [
    ...new Set([...columns, ...linkFieldsOf(object, columns)]),
  ].slice(0, MOST_FIELDS);
  return {
    object,
    fields,
    filters,
    ...(search ? { search } : {}),
    ...(sort ? { sort } : {}),
  };
}

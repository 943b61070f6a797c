import { z } from 'zod';
import type { DraftRow, FieldValue } from '../../core/types';

/** One comparison of a field; what custom rules are made of. */
export const conditionSchema = z
  .object({
    field: z.string().min(1),
    operator: z.enum([
      'equals',
      'notEquals',
      'lessThan',
      'greaterThan',
      'startsWith',
      'contains',
      'isBlank',
      'isNotBlank',
      'changed',
    ]),
    value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  })
  .strict();

export type Condition = z.infer<typeof conditionSchema>;

/** Whether a row, about to be stored, meets a condition. */
export function meets(options: {
  condition: Condition;
  row: DraftRow;
  /** Null for a row that is new: then every field counts as changed. */
  before: DraftRow | null;
}): boolean {
  const { condition, row, before } = options;
  const value = row[condition.field] ?? null;
  const blank = value === null || value === '';
  const wanted = condition.value ?? null;
  switch (condition.operator) {
    case 'equals':
      return same(value, wanted);
    case 'notEquals':
      return !same(value, wanted);
    case 'lessThan':
      return !blank && wanted !== null && value < wanted;
    case 'greaterThan':
      return !blank && wanted !== null && value > wanted;
    case 'startsWith':
      return lower(value).startsWith(lower(wanted));
    case 'contains':
      return lower(value).includes(lower(wanted));
    case 'isBlank':
      return blank;
    case 'isNotBlank':
      return !blank;
    case 'changed':
      return before === null || !same(value, before[condition.field] ?? null);
    default:
      return false;
  }
}

function same(left: FieldValue, right: FieldValue): boolean {
  return typeof left === 'string' && typeof right === 'string'
    ? lower(left) === lower(right)
    : left === right;
}

function lower(value: FieldValue): string {
  return value === null ? '' : String(value).toLowerCase();
}

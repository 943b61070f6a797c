import type {
  InventoryCondition,
  InventoryField,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { Translate } from '../hooks/useTranslation';
import { permissionInWords } from '../inventory/permissionInWords';

/** One filter of a condition. */
export interface SingleFilter {
  field: string;
  operator: NonNullable<InventoryCondition['operator']>;
  value?: string;
  values?: string[];
}

export function isSingle(
  condition: InventoryCondition,
): condition is SingleFilter {
  return condition.field !== undefined && condition.operator !== undefined;
}

/** A condition as a sentence: "Last login is older than 90 days". */
export function conditionInWords(
  condition: InventoryCondition,
  fields: Pick<InventoryField, 'id' | 'label'>[],
  t: Translate,
): string {
  if (!isSingle(condition)) {
    return (condition.anyOf ?? [])
      .map(each => conditionInWords(each, fields, t))
      .join(` ${t('boards.or')} `);
  }
  const { field, operator, value, values } = condition;
  const label = fields.find(({ id }) => id === field)?.label ?? field;
  const named =
    operator === 'grantsAnyOf'
      ? (values ?? []).map(permissionInWords)
      : values ?? [];
  return t(`boards.operator.${operator}`, {
    field: label,
    value: values ? shortList(named, t) : value ?? '',
  });
}

/** So many values are named in a sentence. */
const NAMED = 3;

function shortList(values: string[], t: Translate): string {
  const more = values.length - NAMED;
  return [
    values.slice(0, NAMED).join(', '),
    ...(more > 0 ? [t('inventory.more', { count: more })] : []),
  ].join(' ');
}

import type {
  FieldChange,
  FieldValue,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { Translate } from '../hooks/useTranslation';

/** A value of a Salesforce field in words. */
export function fieldValueInWords(
  value: FieldValue | undefined,
  label: string | undefined,
  t: Translate,
): string {
  if (label) return label;
  if (value === null || value === undefined || value === '') {
    return t('changes.empty');
  }
  if (typeof value === 'boolean') {
    return value ? t('changes.yes') : t('changes.no');
  }
  return String(value);
}

/** Both sides of a field that changes, in words. */
export function beforeAndAfter(
  field: FieldChange,
  t: Translate,
): { before: string; after: string } {
  return {
    before: fieldValueInWords(field.before, field.beforeLabel, t),
    after: fieldValueInWords(field.after, field.afterLabel, t),
  };
}

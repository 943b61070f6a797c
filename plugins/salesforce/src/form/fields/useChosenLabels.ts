import type { Option } from '@salesdesk/backstage-plugin-salesforce-common';
import { useState } from 'react';
import { useTranslation } from '../../hooks/useTranslation';

/** Names for values that were chosen from options; others are shown as they are. */
export function useChosenLabels() {
  const { t } = useTranslation();
  const [labels, setLabels] = useState<ReadonlyMap<string, string>>(new Map());
  return {
    labelOf: (value: string): string =>
      value === 'me' ? t('form.me') : labels.get(value) ?? value,
    remember: ({ value, label }: Pick<Option, 'value' | 'label'>) =>
      setLabels(before => new Map(before).set(value, label)),
  };
}

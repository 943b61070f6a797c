import type { ActionDescription } from '@salesdesk/backstage-plugin-salesforce-common';
import { useTranslation } from '../hooks/useTranslation';
import { RefName } from '../people/RefName';
import type { FilterChip } from './auditFilters';
import { entryTypeInWords } from './entryTypes';

/** A filter as people say it. */
export function FilterChipName(props: {
  chip: FilterChip;
  kind: string;
  actions: ActionDescription[];
}) {
  const { t } = useTranslation();
  const { chip, kind, actions } = props;
  switch (chip.field) {
    case 'person':
    case 'target':
      return (
        <>
          {kind}:{' '}
          {/^(user|group):/.test(chip.value) ? (
            <RefName entityRef={chip.value} />
          ) : (
            chip.value
          )}
        </>
      );
    case 'action':
      return (
        <>
          {kind}:{' '}
          {actions.find(({ id }) => id === chip.value)?.title ?? chip.value}
        </>
      );
    case 'type':
      return (
        <>
          {kind}: {entryTypeInWords(chip.value, t)}
        </>
      );
    case 'time':
      return (
        <>
          {[
            chip.from && t('audit.from', { day: chip.from }),
            chip.to && t('audit.to', { day: chip.to }),
          ]
            .filter(Boolean)
            .join(' ')}
        </>
      );
    case 'request':
    default:
      return (
        <>
          {kind}: {chip.value}
        </>
      );
  }
}

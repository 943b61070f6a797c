import { Select } from '@backstage/ui';
import type { Person } from '@salesdesk/backstage-plugin-salesforce-common';
import { useTranslation } from '../hooks/useTranslation';

const ONESELF = 'oneself';

/** In whose name a delegate decides. Nothing is asked of those who stand for nobody. */
export function ReviewerName(props: {
  people: Person[];
  value: string | undefined;
  onChange(ref: string | undefined): void;
}) {
  const { t } = useTranslation();
  const { people, value, onChange } = props;
  if (people.length === 0) return null;
  return (
    <Select
      label={t('request.dialog.inTheNameOf')}
      options={[
        { id: ONESELF, label: t('request.dialog.bestName') },
        ...people.map(({ ref, displayName }) => ({
          id: ref,
          label: displayName,
        })),
      ]}
      value={value ?? ONESELF}
      onChange={chosen =>
        onChange(
          chosen === ONESELF || chosen === null ? undefined : String(chosen),
        )
      }
    />
  );
}

import { Text } from '@backstage/ui';
import type { Person } from '@salesdesk/backstage-plugin-salesforce-common';
import { PersonChip } from '../../components/PersonChip';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './OrgsList.module.css';

/** Who looks after an org. */
export function OrgOwners(props: { owners: Person[] }) {
  const { t } = useTranslation();
  const { owners } = props;
  if (owners.length === 0) {
    return (
      <Text as="p" variant="body-small" color="secondary">
        {t('orgs.noOwners')}
      </Text>
    );
  }
  return (
    <div className={styles.owners} role="group" aria-label={t('orgs.owners')}>
      {owners.map(owner => (
        <PersonChip key={owner.ref} person={owner} />
      ))}
    </div>
  );
}

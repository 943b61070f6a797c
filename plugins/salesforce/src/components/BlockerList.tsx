import { Link, Text } from '@backstage/ui';
import { RiCheckboxBlankCircleLine } from '@remixicon/react';
import type { Blocker } from '@salesdesk/backstage-plugin-salesforce-common';
import { useTranslation } from '../hooks/useTranslation';
import styles from './BlockerList.module.css';
import { Details } from './Details';
import { TargetName } from './TargetName';

/** What stands in the way, what would clear it, and where in Salesforce. */
export function BlockerList(props: { blockers: Blocker[] }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.list}>
      {props.blockers.map((blocker, index) => (
        <li key={`${blocker.code}-${index}`} className={styles.blocker}>
          <RiCheckboxBlankCircleLine size={18} aria-hidden />
          <div className={styles.words}>
            {blocker.target && <TargetName target={blocker.target} />}
            <Text as="p" weight="bold">
              {blocker.message}
            </Text>
            <Text as="p">{blocker.remedy}</Text>
            {blocker.url && (
              <Link
                href={blocker.url}
                target="_blank"
                rel="noopener noreferrer"
                variant="body-medium"
              >
                {t('blockers.openInSalesforce')}
              </Link>
            )}
            {blocker.details && (
              <Details summary={t('blockers.salesforceWords')}>
                <Text as="p">{blocker.details}</Text>
              </Details>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

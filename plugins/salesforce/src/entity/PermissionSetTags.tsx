import { Badge, Button, Text } from '@backstage/ui';
import type { AssignedAccess } from '@salesdesk/backstage-plugin-salesforce-common';
import { useState } from 'react';
import { useLanguage } from '../hooks/useLanguage';
import { useTranslation } from '../hooks/useTranslation';
import { dayInWords } from './dayInWords';
import styles from './SalesforceUser.module.css';

const SHOWN = 3;

/** Permission sets as tags: three, and how many more there are. */
export function PermissionSetTags(props: { access: AssignedAccess[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { access } = props;
  const [all, setAll] = useState(false);
  const shown = all ? access : access.slice(0, SHOWN);
  const hidden = access.length - shown.length;
  if (access.length === 0) {
    return (
      <Text as="span" color="secondary">
        {t('entity.noPermissionSets')}
      </Text>
    );
  }
  return (
    <ul className={styles.tags}>
      {shown.map(({ id, label, expiresAt }) => (
        <li key={id}>
          <Badge>
            {expiresAt
              ? t('entity.until', {
                  label,
                  day: dayInWords(expiresAt, language),
                })
              : label}
          </Badge>
        </li>
      ))}
      {hidden > 0 && (
        <li>
          <Button
            variant="tertiary"
            size="small"
            aria-label={t('entity.showMoreSets', { count: hidden })}
            onPress={() => setAll(true)}
          >
            {t('entity.moreSets', { count: hidden })}
          </Button>
        </li>
      )}
    </ul>
  );
}

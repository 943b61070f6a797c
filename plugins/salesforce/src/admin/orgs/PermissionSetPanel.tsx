import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../api/answerOf';
import { salesforceApiRef } from '../../api/SalesforceApi';
import { downloadFile } from '../../audit/downloadFile';
import { Details } from '../../components/Details';
import { ErrorPanel } from '../../components/ErrorPanel';
import { SkeletonLines } from '../../components/SkeletonLines';
import { screenStateOf } from '../../hooks/ScreenState';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './OrgForm.module.css';

/** What the integration user needs, instead of System Administrator. */
export function PermissionSetPanel() {
  const { t } = useTranslation();
  const { client } = useApi(salesforceApiRef);
  const query = useQuery({
    queryKey: ['salesforce', 'permission-set'],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/orgs/permission-set', { signal })),
  });
  const set = screenStateOf(query, described => described);
  if (set.state === 'error') {
    return <ErrorPanel error={set.error} retry={set.retry} />;
  }
  if (set.state !== 'ready') return <SkeletonLines count={4} />;
  return (
    <div
      className={styles.fields}
      role="group"
      aria-label={t('orgs.permissions.title')}
    >
      <Text as="p">{t('orgs.permissions.intro', { label: set.label })}</Text>
      <Details
        summary={t('orgs.permissions.count', { count: set.permissions.length })}
      >
        <ul className={styles.clicks}>
          {set.permissions.map(({ name, label, needed }) => (
            <li key={name}>
              <strong>{label}</strong>: {needed.join('; ')}
            </li>
          ))}
        </ul>
      </Details>
      <div className={styles.buttons}>
        {set.files.map(({ path, content }) => (
          <Button
            key={path}
            variant="secondary"
            iconStart={<RiDownloadLine aria-hidden />}
            onPress={() =>
              downloadFile({
                name: path.split('/').at(-1) ?? path,
                content: new Blob([content], { type: 'application/xml' }),
              })
            }
          >
            {path.split('/').at(-1)}
          </Button>
        ))}
      </div>
      <Text as="p" variant="body-small" color="secondary">
        {t('orgs.permissions.deploy')}
      </Text>
    </div>
  );
}

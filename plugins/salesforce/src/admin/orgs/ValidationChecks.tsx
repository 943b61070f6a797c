import { Text } from '@backstage/ui';
import {
  RiAlertFill,
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiSubtractLine,
} from '@remixicon/react';
import type { OrgValidation } from '@salesdesk/backstage-plugin-salesforce-common';
import type { ReactElement } from 'react';
import { Details } from '../../components/Details';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './ValidationChecks.module.css';

type Check = OrgValidation['checks'][number];

const icons: Record<Check['state'], ReactElement> = {
  passed: <RiCheckboxCircleFill size={20} aria-hidden />,
  warning: <RiAlertFill size={20} aria-hidden />,
  failed: <RiCloseCircleFill size={20} aria-hidden />,
  skipped: <RiSubtractLine size={20} aria-hidden />,
};

/** What was checked of a connection: each with likely cause and what to do. */
export function ValidationChecks(props: { validation: OrgValidation }) {
  const { t } = useTranslation();
  const { ok, checks, runningAs } = props.validation;
  return (
    <div className={styles.checks}>
      <Text as="p" weight="bold" role="status">
        {ok ? t('orgs.form.checkOk') : t('orgs.form.checkNotOk')}
        {runningAs && ` · ${t('orgs.check.runningAs', { name: runningAs })}`}
      </Text>
      <ul className={styles.list}>
        {checks.map(check => (
          <li key={check.id} className={styles.check} data-state={check.state}>
            <span
              className={styles.icon}
              role="img"
              aria-label={t(`orgs.check.${check.state}`)}
            >
              {icons[check.state]}
            </span>
            <div className={styles.words}>
              <Text as="p" weight="bold">
                {check.title}
              </Text>
              {check.message && <Text as="p">{check.message}</Text>}
              {(check.cause || check.fix) && (
                <dl className={styles.remedy}>
                  {check.cause && (
                    <>
                      <dt>{t('orgs.check.cause')}</dt>
                      <dd>{check.cause}</dd>
                    </>
                  )}
                  {check.fix && (
                    <>
                      <dt>{t('orgs.check.fix')}</dt>
                      <dd>{check.fix}</dd>
                    </>
                  )}
                </dl>
              )}
              {check.details && (
                <Details summary={t('orgs.check.details')}>
                  <Text as="p">{check.details}</Text>
                </Details>
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

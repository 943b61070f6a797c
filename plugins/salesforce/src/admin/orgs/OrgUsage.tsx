import { Text } from '@backstage/ui';
import type { OrgDetail } from '@salesdesk/backstage-plugin-salesforce-common';
import { Details } from '../../components/Details';
import {
  toneOfPool,
  UsageBar,
  type UsageTone,
} from '../../components/UsageBar';
import { useLanguage } from '../../hooks/useLanguage';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './OrgUsage.module.css';

type Level = NonNullable<OrgDetail['limits']>['level'];

const tones: Record<Level, UsageTone> = {
  ok: 'ok',
  warning: 'warning',
  critical: 'danger',
  exhausted: 'danger',
};

const SHOWN = 4;

/** What an org has left: API calls, and seats of each licence. */
export function OrgUsage(props: {
  org: Pick<OrgDetail, 'limits' | 'licenses'>;
}) {
  const { t } = useTranslation();
  const { limits, licenses } = props.org;
  return (
    <div className={styles.usage}>
      {limits ? (
        <Limits limits={limits} />
      ) : (
        <Text as="p" variant="body-small" color="secondary">
          {t('orgs.limitsUnknown')}
        </Text>
      )}
      {licenses.length > 0 ? (
        <>
          <Licenses licenses={licenses.slice(0, SHOWN)} />
          {licenses.length > SHOWN && (
            <Details
              summary={t('orgs.moreLicenses', {
                count: licenses.length - SHOWN,
              })}
            >
              <Licenses licenses={licenses.slice(SHOWN)} />
            </Details>
          )}
        </>
      ) : (
        <Text as="p" variant="body-small" color="secondary">
          {t('orgs.noLicenses')}
        </Text>
      )}
    </div>
  );
}

function Limits(props: { limits: NonNullable<OrgDetail['limits']> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { used, max, level } = props.limits;
  const left = t('orgs.limitsLeft', {
    left: Math.max(max - used, 0).toLocaleString(language),
    max: max.toLocaleString(language),
  });
  return (
    <UsageBar
      label={t('orgs.limits')}
      words={
        level === 'ok' ? left : `${left} · ${t(`orgs.limitLevel.${level}`)}`
      }
      used={used}
      total={max}
      tone={tones[level]}
    />
  );
}

function Licenses(props: { licenses: OrgDetail['licenses'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <ul className={styles.licenses} aria-label={t('orgs.licenses')}>
      {props.licenses.map(({ name, used, total }) => {
        const words = t('orgs.licenseUsed', {
          used: used.toLocaleString(language),
          total: total.toLocaleString(language),
        });
        return (
          <li key={name}>
            <UsageBar
              label={name}
              words={
                total > 0 && used >= total
                  ? `${words} · ${t('orgs.licenseFull')}`
                  : words
              }
              used={used}
              total={total}
              tone={toneOfPool(used, total)}
            />
          </li>
        );
      })}
    </ul>
  );
}

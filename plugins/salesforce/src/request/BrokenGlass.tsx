import { Alert, Text } from '@backstage/ui';
import type { RequestDetail } from '@salesdesk/backstage-plugin-salesforce-common';
import { RelativeTime } from '../components/RelativeTime';
import { useTranslation } from '../hooks/useTranslation';
import styles from './RequestPage.module.css';

/** It ran without the approvals above; and what was said of that afterwards. */
export function BrokenGlass(props: { request: RequestDetail }) {
  const { t } = useTranslation();
  const { afterReview } = props.request;
  return (
    <Alert
      role="status"
      status={afterReview?.verdict === 'justified' ? 'info' : 'warning'}
      icon
      title={t('request.brokenGlass')}
      description={
        afterReview ? (
          <div className={styles.stack}>
            <Text as="p">
              {afterReview.reviewer.displayName}:{' '}
              {t(`request.afterReview.${afterReview.verdict}`)} ·{' '}
              <RelativeTime at={afterReview.at} />
            </Text>
            {afterReview.comment && <Text as="p">“{afterReview.comment}”</Text>}
          </div>
        ) : (
          t('request.brokenGlassWaits')
        )
      }
    />
  );
}

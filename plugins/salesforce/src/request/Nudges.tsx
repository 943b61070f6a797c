import { Text } from '@backstage/ui';
import type { RequestDetail } from '@salesdesk/backstage-plugin-salesforce-common';
import { RelativeTime } from '../components/RelativeTime';
import { useTranslation } from '../hooks/useTranslation';

/** When those who are asked are reminded, and to whom it goes next. */
export function Nudges(props: { nudges: RequestDetail['nudges'] }) {
  const { t } = useTranslation();
  const { nudges } = props;
  if (!nudges) return null;
  const { remindsAt, escalatesAt, escalatesTo, isEscalated } = nudges;
  return (
    <>
      {remindsAt && (
        <Text as="p" color="secondary">
          {t('request.remindsAt')} <RelativeTime at={remindsAt} />
        </Text>
      )}
      {isEscalated && escalatesTo && (
        <Text as="p">{t('request.escalated', { who: escalatesTo })}</Text>
      )}
      {escalatesAt && escalatesTo && (
        <Text as="p" color="secondary">
          {t('request.escalatesTo', { who: escalatesTo })}{' '}
          <RelativeTime at={escalatesAt} />
        </Text>
      )}
    </>
  );
}

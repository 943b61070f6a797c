import { Link, Text } from '@backstage/ui';
import type { RequestDetail } from '@salesdesk/backstage-plugin-salesforce-common';
import { PersonChip } from '../components/PersonChip';
import { RelativeTime } from '../components/RelativeTime';
import { RiskBadge } from '../components/RiskBadge';
import { ScreenHeader } from '../components/ScreenHeader';
import { StatusBadge } from '../components/StatusBadge';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import { RequestActions } from './RequestActions';
import styles from './RequestPage.module.css';

/** What is asked for, by whom, when, why and how it stands. */
export function RequestHeader(props: { request: RequestDetail }) {
  const { t } = useTranslation();
  const { request } = props;
  return (
    <ScreenHeader
      title={request.title}
      actions={<RequestActions request={request} />}
    >
      <div className={styles.facts}>
        <StatusBadge state={request.state} />
        <RiskBadge risk={request.risk} />
        <PersonChip person={request.requester} />
        <Text as="span" color="secondary">
          <RelativeTime at={request.createdAt} />
        </Text>
        <Text as="span" color="secondary">
          {request.orgTitle}
        </Text>
        {request.startsAt && request.state === 'scheduled' && (
          <Text as="span" color="secondary">
            {t('request.startsAt')} <RelativeTime at={request.startsAt} />
          </Text>
        )}
      </div>
      {request.reason && (
        <blockquote className={styles.reason} aria-label={t('request.reason')}>
          <Text as="p">{request.reason}</Text>
        </blockquote>
      )}
      {request.words && (
        <Text as="p" color="secondary">
          {t('request.words')}: “{request.words}”
        </Text>
      )}
      <RelatedRequests request={request} />
    </ScreenHeader>
  );
}

function RelatedRequests(props: { request: RequestDetail }) {
  const { t } = useTranslation();
  const links = useLinks();
  const related = (['undoOf', 'undoneBy', 'followUpOf'] as const).flatMap(
    relation => {
      const id = props.request[relation];
      return id ? [{ relation, id }] : [];
    },
  );
  if (related.length === 0) return null;
  return (
    <div className={styles.facts}>
      {related.map(({ relation, id }) => (
        <Link key={relation} href={links.request(id)} variant="body-medium">
          {t(`request.${relation}`)}
        </Link>
      ))}
    </div>
  );
}

import { ButtonLink, Text } from '@backstage/ui';
import type { RequestDetail } from '@salesdesk/backstage-plugin-salesforce-common';
import { StatusBadge } from '../../components/StatusBadge';
import { useLinks } from '../../hooks/useLinks';
import { useTranslation } from '../../hooks/useTranslation';
import { useRequest } from '../../request/useRequest';
import styles from './Blocks.module.css';

/** A draft that has become a request: how it stands, followed while it moves. */
export function SubmittedDraft(props: { request: RequestDetail }) {
  const { t } = useTranslation();
  const links = useLinks();
  const live = useRequest(props.request.id);
  const request = live.state === 'ready' ? live.request : props.request;
  return (
    <article
      className={styles.draft}
      aria-label={request.title}
      aria-live="polite"
    >
      <Text as="h4" variant="body-large" weight="bold">
        {request.title}
      </Text>
      <div className={styles.buttons}>
        <StatusBadge state={request.state} />
        {request.waitingFor && (
          <Text as="span" color="secondary">
            {t('requestRow.waitsFor', { who: request.waitingFor })}
          </Text>
        )}
        <ButtonLink
          variant="secondary"
          size="small"
          href={links.request(request.id)}
        >
          {t('assistant.draft.open')}
        </ButtonLink>
      </div>
    </article>
  );
}

import { Link, Text } from '@backstage/ui';
import type { RequestSummary } from '@salesdesk/backstage-plugin-salesforce-common';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import { PersonChip } from './PersonChip';
import { RelativeTime } from './RelativeTime';
import styles from './RequestRows.module.css';
import { StatusBadge } from './StatusBadge';

/** Requests as a compact list: what, how it stands, whom it waits for, since when. */
export function RequestRows(props: {
  requests: RequestSummary[];
  label: string;
  /** Show who asked, where that is not always the reader. */
  withRequester?: boolean;
  /** Where a row leads; the request's own page unless given. */
  hrefOf?: (request: RequestSummary) => string;
}) {
  const { t } = useTranslation();
  const links = useLinks();
  return (
    <ul className={styles.rows} aria-label={props.label}>
      {props.requests.map(request => (
        <li key={request.id} className={styles.row}>
          <div className={styles.words}>
            <Link
              href={props.hrefOf?.(request) ?? links.request(request.id)}
              variant="body-medium"
              weight="bold"
              standalone
            >
              {request.title}
            </Link>
            <span className={styles.facts}>
              {props.withRequester && <PersonChip person={request.requester} />}
              {request.waitingFor && (
                <Text as="span" variant="body-small" color="secondary">
                  {t('requestRow.waitsFor', { who: request.waitingFor })}
                </Text>
              )}
              <Text as="span" variant="body-small" color="secondary">
                <RelativeTime at={request.finishedAt ?? request.createdAt} />
              </Text>
            </span>
          </div>
          <StatusBadge state={request.state} />
        </li>
      ))}
    </ul>
  );
}

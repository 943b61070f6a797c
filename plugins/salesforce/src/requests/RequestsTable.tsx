import {
  Cell,
  Column,
  Link,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
  Text,
  useBreakpoint,
} from '@backstage/ui';
import type { RequestSummary } from '@salesdesk/backstage-plugin-salesforce-common';
import { PersonChip } from '../components/PersonChip';
import { RelativeTime } from '../components/RelativeTime';
import { RequestRows } from '../components/RequestRows';
import { StatusBadge } from '../components/StatusBadge';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import styles from './RequestsPage.module.css';

/** Requests as a table; on narrow screens as a list, which needs no sideways scrolling. */
export function RequestsTable(props: { requests: RequestSummary[] }) {
  const { t } = useTranslation();
  const { up } = useBreakpoint();
  if (!up('lg')) {
    return (
      <RequestRows
        requests={props.requests}
        label={t('requests.title')}
        withRequester
      />
    );
  }
  return (
    <TableRoot aria-label={t('requests.title')}>
      <TableHeader>
        <Column id="number">{t('requests.columns.number')}</Column>
        <Column id="request" isRowHeader>
          {t('requests.columns.request')}
        </Column>
        <Column id="requester">{t('requests.columns.requester')}</Column>
        <Column id="state">{t('requests.columns.state')}</Column>
        <Column id="waitsFor">{t('requests.columns.waitsFor')}</Column>
        <Column id="changes">{t('requests.columns.changes')}</Column>
        <Column id="updated">{t('requests.columns.updated')}</Column>
      </TableHeader>
      <TableBody items={props.requests}>
        {request => <RequestRow request={request} />}
      </TableBody>
    </TableRoot>
  );
}

function RequestRow(props: { request: RequestSummary }) {
  const links = useLinks();
  const { request } = props;
  return (
    <Row id={request.id}>
      <Cell>
        <Text as="p" color="secondary" className={styles.number}>
          {request.number}
        </Text>
      </Cell>
      <Cell className={styles.wide}>
        <span className={styles.request}>
          <Link
            href={links.request(request.id)}
            variant="body-medium"
            weight="bold"
            standalone
          >
            {request.title}
          </Link>
          <Text as="span" variant="body-small" color="secondary">
            {request.actionTitle}
          </Text>
        </span>
      </Cell>
      <Cell>
        <PersonChip person={request.requester} />
      </Cell>
      <Cell>
        <StatusBadge state={request.state} />
      </Cell>
      <Cell className={styles.wraps}>
        <Text as="p">{request.waitingFor}</Text>
      </Cell>
      <Cell>
        <Text as="p" className={styles.number}>
          {request.changeCount}
        </Text>
      </Cell>
      <Cell>
        <Text as="p" color="secondary">
          <RelativeTime at={request.updatedAt} />
        </Text>
      </Cell>
    </Row>
  );
}

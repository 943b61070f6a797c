import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { useParams } from 'react-router-dom';
import { ErrorPanel } from '../components/ErrorPanel';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import { RequestBody } from './RequestBody';
import { RequestSkeleton } from './RequestSkeleton';
import { useRequest } from './useRequest';

/** One request: what changes, who approves, what happened, what can be done. */
export function RequestPage() {
  const { requestId = '' } = useParams();
  const { t } = useTranslation();
  const links = useLinks();
  const screen = useRequest(requestId);
  const label =
    screen.state === 'ready'
      ? t('request.number', { number: String(screen.request.number) })
      : t('request.title');
  return (
    <BreadcrumbEntry entry={{ label, href: links.request(requestId) }}>
      <Container>
        {screen.state === 'loading' && <RequestSkeleton />}
        {screen.state === 'error' && (
          <ErrorPanel error={screen.error} retry={screen.retry} />
        )}
        {screen.state === 'ready' && <RequestBody request={screen.request} />}
      </Container>
    </BreadcrumbEntry>
  );
}

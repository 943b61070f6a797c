import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { ButtonLink, Container } from '@backstage/ui';
import { useParams } from 'react-router-dom';
import { EmptyPanel } from '../components/EmptyPanel';
import { ErrorPanel } from '../components/ErrorPanel';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import { FormSkeleton } from './FormSkeleton';
import { RequestFormBody } from './RequestFormBody';
import { useFormFrame } from './useRequestForm';

/** The form of one action, with what it would do beside it. */
export function RequestFormPage() {
  const { action: actionId = '' } = useParams();
  const { t } = useTranslation();
  const links = useLinks();
  const frame = useFormFrame(actionId);
  const label =
    frame.state === 'ready' ? frame.action.title : t('pages.request');
  return (
    <BreadcrumbEntry entry={{ label, href: links.form({ action: actionId }) }}>
      <Container>
        {frame.state === 'loading' && <FormSkeleton />}
        {frame.state === 'error' && (
          <ErrorPanel error={frame.error} retry={frame.retry} />
        )}
        {frame.state === 'empty' && (
          <EmptyPanel
            title={t('form.unavailableTitle')}
            description={t('form.unavailableDescription')}
            action={
              <ButtonLink href={links.home()} variant="primary">
                {t('form.seeOffer')}
              </ButtonLink>
            }
          />
        )}
        {frame.state === 'ready' && (
          <RequestFormBody
            // Another action is another form.
            key={frame.action.id}
            action={frame.action}
            orgs={frame.orgs}
          />
        )}
      </Container>
    </BreadcrumbEntry>
  );
}

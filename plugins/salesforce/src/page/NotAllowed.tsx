import { ButtonLink, Container } from '@backstage/ui';
import { EmptyPanel } from '../components/EmptyPanel';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';

/** Instead of a page that is not there for this person, with a way out. */
export function NotAllowed(props: { title?: string; description?: string }) {
  const { t } = useTranslation();
  const links = useLinks();
  return (
    <Container>
      <EmptyPanel
        title={props.title ?? t('pages.notAllowedTitle')}
        description={props.description ?? t('pages.notAllowedDescription')}
        action={
          <ButtonLink href={links.home()} variant="secondary">
            {t('pages.goHome')}
          </ButtonLink>
        }
      />
    </Container>
  );
}

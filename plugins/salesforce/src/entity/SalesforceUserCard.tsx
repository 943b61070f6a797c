import { Container } from '@backstage/ui';
import { ScreenHeader } from '../components/ScreenHeader';
import { useTranslation } from '../hooks/useTranslation';

export function SalesforceUserCard() {
  const { t } = useTranslation();
  return (
    <Container>
      <ScreenHeader title={t('entity.title')} />
    </Container>
  );
}

import { Container } from '@backstage/ui';
import { ScreenHeader } from '../components/ScreenHeader';
import { useTranslation } from '../hooks/useTranslation';

export function AuditPage() {
  const { t } = useTranslation();
  return (
    <Container>
      <ScreenHeader title={t('audit.title')} />
    </Container>
  );
}

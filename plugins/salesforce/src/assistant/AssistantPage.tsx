import { Card, CardBody, Container, Text } from '@backstage/ui';
import { useNavigate, useParams } from 'react-router-dom';
import { ErrorPanel } from '../components/ErrorPanel';
import { ScreenHeader } from '../components/ScreenHeader';
import { SkeletonLines } from '../components/SkeletonLines';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import { NotAllowed } from '../page/NotAllowed';
import styles from './Assistant.module.css';
import { AssistantPanel } from './AssistantPanel';
import { ConversationList } from './ConversationList';
import { useAssistantInfo } from './useAssistantInfo';

/** Conversations with the assistant: the earlier ones beside the one that is open. */
export function AssistantPage() {
  const { t } = useTranslation();
  const links = useLinks();
  const navigate = useNavigate();
  const assistant = useAssistantInfo();
  const { conversationId } = useParams();
  switch (assistant.state) {
    case 'not_allowed':
      return <NotAllowed />;
    case 'error':
      return (
        <Container>
          <ErrorPanel error={assistant.error} retry={assistant.retry} />
        </Container>
      );
    case 'ready':
      return (
        <Container>
          <ScreenHeader title={t('assistant.page.title')}>
            <Text as="p">{t('assistant.page.intro')}</Text>
          </ScreenHeader>
          <div className={styles.page}>
            <ConversationList openId={conversationId} />
            <Card>
              <CardBody>
                <AssistantPanel
                  key={conversationId ?? 'new'}
                  info={assistant.info}
                  conversationId={conversationId}
                  placeholder={t('assistant.placeholder')}
                  onAnswered={id => {
                    if (!conversationId) {
                      navigate(links.conversation(id), { replace: true });
                    }
                  }}
                />
              </CardBody>
            </Card>
          </div>
        </Container>
      );
    case 'loading':
    default:
      return (
        <Container>
          <SkeletonLines count={6} />
        </Container>
      );
  }
}

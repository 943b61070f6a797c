import {
  Button,
  ButtonIcon,
  ButtonLink,
  Card,
  CardBody,
  CardHeader,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Link,
  Text,
} from '@backstage/ui';
import { RiAddLine, RiDeleteBinLine } from '@remixicon/react';
import type { ConversationSummary } from '@salesdesk/backstage-plugin-salesforce-common';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { ErrorPanel } from '../components/ErrorPanel';
import { RelativeTime } from '../components/RelativeTime';
import { SkeletonLines } from '../components/SkeletonLines';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import styles from './Assistant.module.css';
import { useConversations, useDeleteConversation } from './useConversations';

/** Earlier conversations, to open and to delete. */
export function ConversationList(props: { openId: string | undefined }) {
  const { t } = useTranslation();
  const links = useLinks();
  const conversations = useConversations();
  return (
    <Card>
      <CardHeader>
        <Text as="h3" variant="body-large" weight="bold">
          {t('assistant.page.conversations')}
        </Text>
      </CardHeader>
      <CardBody>
        <ButtonLink
          href={links.assistant()}
          variant="secondary"
          size="small"
          iconStart={<RiAddLine aria-hidden />}
        >
          {t('assistant.page.fresh')}
        </ButtonLink>
        {conversations.state === 'loading' && <SkeletonLines count={4} />}
        {conversations.state === 'error' && (
          <ErrorPanel error={conversations.error} retry={conversations.retry} />
        )}
        {conversations.state === 'empty' && (
          <Text as="p" color="secondary">
            {t('assistant.page.none')}
          </Text>
        )}
        {conversations.state === 'ready' && (
          <>
            <ul
              className={styles.list}
              aria-label={t('assistant.page.conversations')}
            >
              {conversations.items.map(conversation => (
                <ConversationRow
                  key={conversation.id}
                  conversation={conversation}
                  isOpen={conversation.id === props.openId}
                />
              ))}
            </ul>
            {conversations.more && (
              <Button
                variant="tertiary"
                size="small"
                onPress={conversations.more}
              >
                {t('assistant.page.more')}
              </Button>
            )}
          </>
        )}
      </CardBody>
    </Card>
  );
}

function ConversationRow(props: {
  conversation: ConversationSummary;
  isOpen: boolean;
}) {
  const { t } = useTranslation();
  const links = useLinks();
  const navigate = useNavigate();
  const { conversation, isOpen } = props;
  const [asking, setAsking] = useState(false);
  const deletion = useDeleteConversation({
    onDeleted: () => {
      setAsking(false);
      if (isOpen) navigate(links.assistant());
    },
  });
  return (
    <li data-open={isOpen || undefined}>
      <span className={styles.words}>
        <Link
          href={links.conversation(conversation.id)}
          aria-current={isOpen ? 'page' : undefined}
          standalone
        >
          {conversation.title}
        </Link>
        <Text as="span" variant="body-small" color="secondary">
          <RelativeTime at={conversation.updatedAt} />
        </Text>
      </span>
      <ButtonIcon
        variant="tertiary"
        size="small"
        icon={<RiDeleteBinLine aria-hidden />}
        aria-label={`${t('assistant.page.delete')}: ${conversation.title}`}
        onPress={() => setAsking(true)}
      />
      <Dialog isOpen={asking} onOpenChange={setAsking}>
        <DialogHeader>{t('assistant.page.deleteTitle')}</DialogHeader>
        <DialogBody>
          <Text as="p">{t('assistant.page.deleteText')}</Text>
          {deletion.isError && <ErrorPanel error={deletion.error} />}
        </DialogBody>
        <DialogFooter>
          <Button
            variant="primary"
            isPending={deletion.isPending}
            onPress={() => deletion.mutate(conversation.id)}
          >
            {t('assistant.page.deleteConfirm')}
          </Button>
          <Button variant="secondary" onPress={() => setAsking(false)}>
            {t('assistant.page.keep')}
          </Button>
        </DialogFooter>
      </Dialog>
    </li>
  );
}

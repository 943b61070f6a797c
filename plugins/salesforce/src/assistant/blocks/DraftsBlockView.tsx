import { Text } from '@backstage/ui';
import type { AssistantDraft } from '@salesdesk/backstage-plugin-salesforce-common';
import { useTranslation } from '../../hooks/useTranslation';
import type { Saying } from '../useConversation';
import styles from './Blocks.module.css';
import { DraftCard } from './DraftCard';

/** Drafts in the order in which they should be submitted. */
export function DraftsBlockView(props: {
  drafts: AssistantDraft[];
  onSay: (saying: Saying) => void;
}) {
  const { t } = useTranslation();
  const { drafts } = props;
  return (
    <div className={styles.stack}>
      {drafts.length > 1 && (
        <Text as="p" color="secondary">
          {t('assistant.draft.several', { count: drafts.length })}
        </Text>
      )}
      <ol className={styles.drafts}>
        {drafts.map(draft => (
          <li key={draft.id}>
            <DraftCard draft={draft} onSay={props.onSay} />
          </li>
        ))}
      </ol>
    </div>
  );
}

import { Alert, Button } from '@backstage/ui';
import type { AssistantBlock } from '@salesdesk/backstage-plugin-salesforce-common';
import { useTranslation } from '../../hooks/useTranslation';
import type { Saying } from '../useConversation';
import styles from './Blocks.module.css';

/** What cannot be, why, and what the person may ask for instead. */
export function RefusalBlockView(props: {
  block: AssistantBlock & { kind: 'refusal' };
  canAnswer: boolean;
  onSay: (saying: Saying) => void;
}) {
  const { t } = useTranslation();
  const { block } = props;
  return (
    <div className={styles.stack}>
      <Alert
        role="status"
        status="warning"
        icon
        title={t('assistant.refusal.title')}
        description={block.reason}
      />
      {block.instead.length > 0 && (
        <ul
          className={styles.choices}
          aria-label={t('assistant.refusal.instead')}
        >
          {block.instead.map(sentence => (
            <li key={sentence}>
              <Button
                variant="secondary"
                isDisabled={!props.canAnswer}
                onPress={() => props.onSay({ text: sentence })}
              >
                {sentence}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

import { Button, Text } from '@backstage/ui';
import type { AssistantBlock } from '@salesdesk/backstage-plugin-salesforce-common';
import { useTranslation } from '../../hooks/useTranslation';
import type { Saying } from '../useConversation';
import styles from './Blocks.module.css';

/** A question back, with its candidates as buttons. */
export function QuestionBlockView(props: {
  block: AssistantBlock & { kind: 'question' };
  canAnswer: boolean;
  onSay: (saying: Saying) => void;
}) {
  const { t } = useTranslation();
  const { block } = props;
  return (
    <div>
      <Text as="p" weight="bold">
        {block.text}
      </Text>
      {block.choices.length > 0 && (
        <ul
          className={styles.choices}
          aria-label={t('assistant.question.choices')}
        >
          {block.choices.map(({ label, detail, status, text, payload }) => (
            <li key={payload}>
              <Button
                variant="secondary"
                isDisabled={!props.canAnswer}
                onPress={() => props.onSay({ text, choice: payload })}
              >
                {label}
              </Button>
              {(detail || status) && (
                <Text as="span" variant="body-small" color="secondary">
                  {[detail, status].filter(Boolean).join(' · ')}
                </Text>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

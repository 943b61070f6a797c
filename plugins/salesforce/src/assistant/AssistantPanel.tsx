import { Button, Select } from '@backstage/ui';
import type {
  AssistantInfo,
  InterpreterKind,
  PageContext,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useEffect, useRef, useState } from 'react';
import { ErrorPanel } from '../components/ErrorPanel';
import { SkeletonLines } from '../components/SkeletonLines';
import { useTranslation } from '../hooks/useTranslation';
import styles from './Assistant.module.css';
import { AskBox } from './AskBox';
import { TurnView } from './TurnView';
import { useConversation } from './useConversation';

/** So many sentences are offered to begin with. */
const SHOWN_EXAMPLES = 4;

/**
 * The assistant: a line to type, what was said and answered so far, and before
 * that, sentences to begin with.
 */
export function AssistantPanel(props: {
  info: AssistantInfo;
  placeholder: string;
  conversationId?: string;
  org?: string;
  /** What the panel stands on: "this" means it. */
  page?: PageContext;
  examples?: string[];
  /** Told once the first turn of a new conversation is answered. */
  onAnswered?: (conversationId: string) => void;
  /** Offers to leave the conversation for a new one. */
  onStartOver?: () => void;
}) {
  const { t } = useTranslation();
  const { info } = props;
  const [interpreter, setInterpreter] = useState<InterpreterKind>(
    info.defaultInterpreter,
  );
  const conversation = useConversation({
    conversationId: props.conversationId,
    org: props.org,
    page: props.page,
    interpreter: info.interpreters.length > 1 ? interpreter : undefined,
  });
  const { turns, pending, busy } = conversation;
  const begun = turns.length > 0 || pending !== undefined;
  const { conversationId } = conversation;
  const onAnswered = useRef(props.onAnswered);
  onAnswered.current = props.onAnswered;
  const answered = !busy && turns.length > 0;
  useEffect(() => {
    if (answered && conversationId) onAnswered.current?.(conversationId);
  }, [answered, conversationId]);
  const end = useRef<HTMLDivElement>(null);
  const lastSaid = pending?.text ?? turns.at(-1)?.id;
  useEffect(() => {
    // Not everywhere there is layout; in tests there is none.
    if (lastSaid) end.current?.scrollIntoView?.({ block: 'nearest' });
  }, [lastSaid]);
  const examples = (props.examples ?? info.examples).slice(0, SHOWN_EXAMPLES);

  return (
    <div className={styles.panel}>
      {conversation.loading && <SkeletonLines count={4} />}
      {conversation.loadError !== null && (
        <ErrorPanel
          error={conversation.loadError}
          retry={conversation.reload}
        />
      )}
      {begun && (
        <ol className={styles.turns} aria-label={t('assistant.conversation')}>
          {turns.map((turn, index) => (
            <TurnView
              key={turn.id}
              turn={turn}
              model={info.model}
              isLast={index === turns.length - 1 && !pending}
              busy={busy}
              onSay={conversation.ask}
            />
          ))}
          {pending && (
            <li className={styles.turn}>
              <p className={styles.said}>{pending.text}</p>
              <div role="status">{t('assistant.working')}</div>
            </li>
          )}
        </ol>
      )}
      {conversation.askError !== null && !pending && (
        <ErrorPanel error={conversation.askError} />
      )}
      <div ref={end} />
      <AskBox
        placeholder={props.placeholder}
        busy={busy}
        onAsk={text => conversation.ask({ text })}
        onStop={conversation.stop}
      />
      {!begun && !conversation.loading && examples.length > 0 && (
        <ul className={styles.chips} aria-label={t('assistant.examples')}>
          {examples.map(example => (
            <li key={example}>
              <Button
                variant="secondary"
                size="small"
                onPress={() => conversation.ask({ text: example })}
              >
                {example}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {(info.interpreters.length > 1 || (begun && props.onStartOver)) && (
        <div className={styles.below}>
          {info.interpreters.length > 1 && info.model && (
            <Select
              aria-label={t('assistant.interpreter')}
              size="small"
              options={[
                { id: 'builtin', label: t('assistant.builtin') },
                {
                  id: 'model',
                  label: t('assistant.model', {
                    name: info.model.name,
                    endpoint: info.model.endpoint,
                  }),
                },
              ]}
              value={interpreter}
              onChange={chosen => {
                if (chosen === 'builtin' || chosen === 'model') {
                  setInterpreter(chosen);
                }
              }}
            />
          )}
          {info.interpreters.length > 1 && info.model && (
            <span className={styles.hint}>
              {interpreter === 'model'
                ? t(`assistant.sharing.${info.model.dataSharing}`)
                : t('assistant.builtinHint')}
            </span>
          )}
          {begun && props.onStartOver && (
            <Button
              variant="tertiary"
              size="small"
              onPress={props.onStartOver}
              isDisabled={busy}
            >
              {t('assistant.startOver')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

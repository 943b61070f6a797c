import { Alert, Text } from '@backstage/ui';
import { RiLoader4Line } from '@remixicon/react';
import type {
  AssistantInfo,
  Turn,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { Details } from '../components/Details';
import { RelativeTime } from '../components/RelativeTime';
import { useTranslation } from '../hooks/useTranslation';
import styles from './Assistant.module.css';
import { BlockView } from './blocks/BlockView';
import type { Saying } from './useConversation';

/** What was said, what is being done about it, and the answer. */
export function TurnView(props: {
  turn: Turn;
  model: AssistantInfo['model'];
  /** Only the last turn's questions can be answered. */
  isLast: boolean;
  busy: boolean;
  onSay: (saying: Saying) => void;
}) {
  const { t } = useTranslation();
  const { turn } = props;
  return (
    <li className={styles.turn}>
      <p className={styles.said}>{turn.text}</p>
      <div className={styles.answer} aria-live="polite">
        {turn.notice && (
          <Alert status="info" icon role="status" title={turn.notice} />
        )}
        {turn.blocks.map((block, index) => (
          <BlockView
            // Blocks of a turn never change their places.
            key={index}
            block={block}
            canAnswer={props.isLast && !props.busy}
            onSay={props.onSay}
          />
        ))}
        {turn.state === 'running' && (
          <div role="status" className={styles.working}>
            <RiLoader4Line aria-hidden className={styles.spinner} />
            {turn.progress.at(-1) ?? t('assistant.working')}
          </div>
        )}
        {turn.state === 'cancelled' && (
          <Text as="p" color="secondary">
            {t('assistant.cancelled')}
          </Text>
        )}
        {turn.problem && (
          <Alert
            role="alert"
            status="danger"
            icon
            title={t('assistant.failed')}
            description={turn.problem.message}
          />
        )}
        {turn.state === 'done' && (
          <TurnFooter turn={turn} model={props.model} />
        )}
      </div>
    </li>
  );
}

/** Who answered, how long it took, and what left the house for it. */
function TurnFooter(props: { turn: Turn; model: AssistantInfo['model'] }) {
  const { t } = useTranslation();
  const { turn, model } = props;
  const byModel = turn.interpreter === 'model' && model;
  return (
    <div className={styles.footer}>
      <span>
        {byModel
          ? t('assistant.byModel', { model: model.name })
          : t('assistant.byBuiltin')}
      </span>
      {turn.durationMs !== undefined && (
        <span>
          {turn.durationMs < 1_000
            ? t('assistant.inMilliseconds', { count: turn.durationMs })
            : t('assistant.inSeconds', {
                count: Math.round(turn.durationMs / 100) / 10,
              })}
        </span>
      )}
      <RelativeTime at={turn.at} />
      {byModel && turn.leftTheHouse.length > 0 && (
        <Details
          summary={t('assistant.leftTheHouse', { endpoint: model.endpoint })}
        >
          <ul>
            {turn.leftTheHouse.map(words => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Details>
      )}
    </div>
  );
}

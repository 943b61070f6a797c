import { useState } from 'react';
import { useTranslation } from '../hooks/useTranslation';
import styles from './Assistant.module.css';
import { AssistantPanel } from './AssistantPanel';
import { useAssistantInfo } from './useAssistantInfo';

/**
 * The assistant on the home page: the first thing that stands there. Nothing
 * is drawn for those whom the host's roles do not give it.
 */
export function AssistantHome() {
  const { t } = useTranslation();
  const assistant = useAssistantInfo();
  const [round, setRound] = useState(0);
  if (assistant.state !== 'ready') return null;
  return (
    <div className={styles.home}>
      <AssistantPanel
        key={round}
        info={assistant.info}
        placeholder={t('assistant.placeholder')}
        onStartOver={() => setRound(round + 1)}
      />
    </div>
  );
}

import { Button, TextField } from '@backstage/ui';
import { RiSparklingLine, RiStopCircleLine } from '@remixicon/react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from '../hooks/useTranslation';
import styles from './Assistant.module.css';

/** The longest text that the API takes. */
const TEXT_LIMIT = 8_000;

/** One line to type in, and the button that asks; while it works, one that stops. */
export function AskBox(props: {
  placeholder: string;
  busy: boolean;
  onAsk: (text: string) => void;
  onStop: () => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const said = text.trim();
    if (!said || props.busy) return;
    setText('');
    props.onAsk(said);
  };
  return (
    <form className={styles.askBox} onSubmit={onSubmit} role="search">
      <TextField
        className={styles.askField}
        aria-label={t('assistant.askLabel')}
        placeholder={props.placeholder}
        icon={<RiSparklingLine aria-hidden />}
        value={text}
        onChange={setText}
        maxLength={TEXT_LIMIT}
        autoComplete="off"
        size="medium"
      />
      {props.busy ? (
        <Button
          variant="secondary"
          size="medium"
          iconStart={<RiStopCircleLine aria-hidden />}
          onPress={props.onStop}
        >
          {t('assistant.stop')}
        </Button>
      ) : (
        <Button
          type="submit"
          variant="primary"
          size="medium"
          isDisabled={text.trim() === ''}
        >
          {t('assistant.ask')}
        </Button>
      )}
    </form>
  );
}

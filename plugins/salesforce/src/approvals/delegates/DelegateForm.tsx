import { Button, DatePicker, Text, TextField } from '@backstage/ui';
import type { CreateDelegationBody } from '@salesdesk/backstage-plugin-salesforce-common';
import { useState } from 'react';
import { ErrorPanel } from '../../components/ErrorPanel';
import { dateValueOf, momentOf } from '../../form/fields/moments';
import { useTranslation } from '../../hooks/useTranslation';
import { PeopleField } from '../../people/PeopleField';
import styles from './Delegates.module.css';

/** Names a delegate for some days. */
export function DelegateForm(props: {
  send(body: CreateDelegationBody): Promise<unknown>;
  isPending: boolean;
  error: unknown;
}) {
  const { t } = useTranslation();
  const [delegate, setDelegate] = useState<string[]>([]);
  const [from, setFrom] = useState<string>();
  const [until, setUntil] = useState<string>();
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const isComplete = delegate.length > 0 && until !== undefined;

  const submit = async () => {
    setAsked(true);
    if (!isComplete) return;
    await props.send({
      delegate: delegate[0],
      ...(from ? { startsAt: startOf(from) } : {}),
      endsAt: endOf(until),
      ...(note.trim() ? { note: note.trim() } : {}),
    });
    setDelegate([]);
    setFrom(undefined);
    setUntil(undefined);
    setNote('');
    setAsked(false);
  };

  return (
    <section className={styles.stack} aria-label={t('delegates.add')}>
      <Text as="h3" weight="bold">
        {t('delegates.add')}
      </Text>
      <PeopleField
        single
        label={t('delegates.who')}
        kinds={['user']}
        value={delegate}
        onChange={setDelegate}
      />
      <div className={styles.dates}>
        <DatePicker
          label={t('delegates.from')}
          description={t('delegates.fromHint')}
          value={dateValueOf(from)}
          onChange={next => setFrom(next ? momentOf(next) : undefined)}
          granularity="day"
        />
        <DatePicker
          label={t('delegates.until')}
          value={dateValueOf(until)}
          onChange={next => setUntil(next ? momentOf(next) : undefined)}
          granularity="day"
        />
      </div>
      <TextField
        label={t('delegates.note')}
        maxLength={1000}
        value={note}
        onChange={setNote}
      />
      {asked && !isComplete && (
        <Text as="p" color="danger" role="alert">
          {t('delegates.incomplete')}
        </Text>
      )}
      {Boolean(props.error) && <ErrorPanel error={props.error} />}
      <div>
        <Button
          isPending={props.isPending}
          // What went wrong is shown above.
          onPress={() => void submit().catch(() => {})}
        >
          {t('delegates.submit')}
        </Button>
      </div>
    </section>
  );
}

/** The beginning of a day where the person is. */
function startOf(date: string): string {
  return new Date(`${date.slice(0, 10)}T00:00:00`).toISOString();
}

/** The end of a day where the person is. */
function endOf(date: string): string {
  return new Date(`${date.slice(0, 10)}T23:59:59`).toISOString();
}

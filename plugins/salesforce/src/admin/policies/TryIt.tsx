import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Text, TextField } from '@backstage/ui';
import type {
  Decision,
  Policy,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { answerOf } from '../../api/answerOf';
import { salesforceApiRef } from '../../api/SalesforceApi';
import { DecisionView } from '../../components/DecisionView';
import { ErrorPanel } from '../../components/ErrorPanel';
import { FieldWithErrors } from '../../components/FieldWithErrors';
import { useTranslation } from '../../hooks/useTranslation';
import { PeopleField } from '../../people/PeopleField';
import styles from './Policies.module.css';

/** Person, action, target, reason: and what would be decided, with reasons. */
export function TryIt(props: {
  /** The action that is tried; undefined while none is chosen. */
  action: string | undefined;
  /** A policy that is not saved yet, to be tried instead of the current one. */
  policy?: Policy;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const { client } = useApi(salesforceApiRef);
  const { action, policy, children } = props;
  const [person, setPerson] = useState<string[]>([]);
  const [targets, setTargets] = useState<string[]>([]);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const trial = useMutation({
    mutationFn: (who: { person: string; action: string }): Promise<Decision> =>
      answerOf(
        client.POST('/policies/evaluate', {
          body: {
            ...who,
            targetPersons: targets,
            ...(reason.trim() ? { reason: reason.trim() } : {}),
            ...(policy ? { policy } : {}),
          },
        }),
      ),
  });
  // An answer holds for what was asked, not for what is typed since.
  const { reset } = trial;
  useEffect(() => reset(), [reset, action, policy, person, targets, reason]);
  const decide = () => {
    setAsked(true);
    if (person[0] && action) trial.mutate({ person: person[0], action });
  };
  return (
    <div className={styles.form}>
      <Text as="p" color="secondary">
        {t('policies.tryIt.intro')}
      </Text>
      {policy && (
        <Text as="p" color="warning">
          {t('policies.tryIt.withDraft')}
        </Text>
      )}
      {children}
      {asked && !action && (
        <Text as="p" color="danger" role="alert">
          {t('policies.tryIt.actionMissing')}
        </Text>
      )}
      <FieldWithErrors
        messages={
          asked && person.length === 0
            ? [t('policies.tryIt.personMissing')]
            : []
        }
      >
        {() => (
          <PeopleField
            single
            label={t('policies.tryIt.person')}
            kinds={['user']}
            value={person}
            onChange={setPerson}
          />
        )}
      </FieldWithErrors>
      <PeopleField
        label={t('policies.tryIt.targets')}
        description={t('policies.tryIt.targetsHint')}
        kinds={['user']}
        value={targets}
        onChange={setTargets}
      />
      <TextField
        label={t('policies.tryIt.reason')}
        maxLength={4000}
        value={reason}
        onChange={setReason}
      />
      <div>
        <Button isPending={trial.isPending} onPress={decide}>
          {t('policies.tryIt.decide')}
        </Button>
      </div>
      {trial.isError && <ErrorPanel error={trial.error} />}
      {trial.data && !trial.isError && (
        <section aria-label={t('policies.tryIt.answer')} aria-live="polite">
          <DecisionView decision={trial.data} />
        </section>
      )}
    </div>
  );
}

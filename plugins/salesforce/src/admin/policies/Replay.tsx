import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import type {
  Policy,
  PolicyReplay,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answerOf } from '../../api/answerOf';
import { salesforceApiRef } from '../../api/SalesforceApi';
import { ErrorPanel } from '../../components/ErrorPanel';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './Policies.module.css';
import { ReplayDifference } from './ReplayDifference';

const DAYS = 90;

/** What the policy as it stands in the form would have decided differently. */
export function Replay(props: {
  action: string;
  policy: Policy;
  /** Whether it is not saved yet. */
  isDraft: boolean;
}) {
  const { t } = useTranslation();
  const { client } = useApi(salesforceApiRef);
  const { action, policy, isDraft } = props;
  const replay = useMutation({
    mutationFn: (): Promise<PolicyReplay> =>
      answerOf(
        client.POST('/policies/{action}/replay', {
          params: { path: { action } },
          body: { policy, days: DAYS },
        }),
      ),
  });
  // An answer holds for what was asked, not for what is edited since.
  const { reset } = replay;
  useEffect(() => reset(), [reset, action, policy]);
  return (
    <div className={styles.form}>
      <Text as="p" color="secondary">
        {t('policies.replay.intro', { days: String(DAYS) })}
      </Text>
      {isDraft && (
        <Text as="p" color="warning">
          {t('policies.replay.withDraft')}
        </Text>
      )}
      <div>
        <Button isPending={replay.isPending} onPress={() => replay.mutate()}>
          {t('policies.replay.start')}
        </Button>
      </div>
      {replay.isError && <ErrorPanel error={replay.error} />}
      {replay.data && <ReplayAnswer replay={replay.data} />}
    </div>
  );
}

function ReplayAnswer(props: { replay: PolicyReplay }) {
  const { t } = useTranslation();
  const { considered, unchanged, differences, truncated } = props.replay;
  const different = considered - unchanged;
  return (
    <section
      className={styles.form}
      aria-label={t('policies.replay.answer')}
      aria-live="polite"
    >
      <Text as="p" weight="bold">
        {different === 0
          ? t('policies.replay.same', { number: String(considered) })
          : t('policies.replay.different', {
              number: String(different),
              total: String(considered),
            })}
      </Text>
      {truncated && (
        <Text as="p" color="secondary">
          {t('policies.replay.truncated')}
        </Text>
      )}
      <ul className={styles.replay}>
        {differences.map(difference => (
          <ReplayDifference
            key={difference.requestId}
            difference={difference}
          />
        ))}
      </ul>
    </section>
  );
}

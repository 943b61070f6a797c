import { Alert, Button, Link, Text } from '@backstage/ui';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import type { DecisionResult } from './decision';
import styles from './DecisionResults.module.css';

/** What became of several decisions, one line each. */
export function DecisionResults(props: {
  results: DecisionResult[];
  dismiss(): void;
}) {
  const { t } = useTranslation();
  const links = useLinks();
  const { results, dismiss } = props;
  if (results.length === 0) return null;
  const done = results.filter(({ outcome }) => outcome.ok).length;

  const inWords = ({ decision, outcome }: DecisionResult) => {
    if (!outcome.ok) {
      return outcome.planChanged
        ? t('approvals.resultPlanChanged')
        : outcome.message ?? t('approvals.resultFailed');
    }
    const words = t(
      decision === 'approve'
        ? 'approvals.resultApproved'
        : 'approvals.resultRejected',
    );
    return outcome.state && decision === 'approve'
      ? `${words} · ${t(`requestState.${outcome.state}`)}`
      : words;
  };

  return (
    <Alert
      role="status"
      status={done === results.length ? 'success' : 'warning'}
      icon
      className={styles.results}
      title={`${t('approvals.resultsTitle')}: ${t('approvals.resultsSummary', {
        done: String(done),
        total: String(results.length),
      })}`}
      description={
        <ul className={styles.list}>
          {results.map(result => (
            <li key={result.requestId}>
              <Link
                href={
                  result.outcome.ok
                    ? links.request(result.requestId)
                    : links.approval(result.requestId)
                }
              >
                {result.title}
              </Link>{' '}
              <Text as="span">{inWords(result)}</Text>
            </li>
          ))}
        </ul>
      }
      customActions={
        <Button variant="secondary" onPress={dismiss}>
          {t('approvals.dismiss')}
        </Button>
      }
    />
  );
}

import { Alert, Text } from '@backstage/ui';
import { isApiError } from '../../api/ApiError';
import { Details } from '../../components/Details';
import { ErrorPanel } from '../../components/ErrorPanel';
import { useTranslation } from '../../hooks/useTranslation';
import type { QueryProblem } from '../editor/placeOfError';
import type { QueryRun } from './queryRun';
import styles from './QueryPage.module.css';

/** Why a query did not run: where it is wrong, if that is known. */
export function QueryError(props: {
  run: QueryRun;
  problem: QueryProblem | undefined;
}) {
  const { t } = useTranslation();
  const { run, problem } = props;
  if (!isApiError(run.error) || run.error.code !== 'invalid_query') {
    return <ErrorPanel error={run.error} />;
  }
  const { message, details } = run.error;
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={message}
      description={
        <>
          {problem && (
            <p className={styles.place}>
              {t('data.place', {
                line: String(problem.line),
                column: String(problem.column),
              })}
            </p>
          )}
          {problem?.words && <Text as="p">{problem.words}</Text>}
          {details && (
            <Details summary={t('data.salesforceWords')}>
              <pre className={styles.drawn}>{details.trim()}</pre>
            </Details>
          )}
        </>
      }
    />
  );
}

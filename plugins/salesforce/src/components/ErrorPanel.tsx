import { Alert, Button, Text } from '@backstage/ui';
import { useTranslation } from '../hooks/useTranslation';
import { describeError } from './describeError';
import { Details } from './Details';

/** What happened, why, what to do now, and a way to try again. */
export function ErrorPanel(props: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  const { title, message, next, details } = describeError(props.error, t);
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={title}
      description={
        <>
          {message && <Text as="p">{message}</Text>}
          {next && <Text as="p">{next}</Text>}
          {details && (
            <Details summary={t('error.details')}>
              <Text as="p">{details}</Text>
            </Details>
          )}
        </>
      }
      customActions={
        props.retry && (
          <Button variant="secondary" onPress={props.retry}>
            {t('error.retry')}
          </Button>
        )
      }
    />
  );
}

import { Alert, Button } from '@backstage/ui';
import type { AuditStatus } from '@salesdesk/backstage-plugin-salesforce-common';
import { describeError } from '../components/describeError';
import { exactTime } from '../components/relativeTime';
import { useLanguage } from '../hooks/useLanguage';
import { useTranslation, type Translate } from '../hooks/useTranslation';
import type { AuditFrame } from './useAudit';

type AlertStatus = 'info' | 'success' | 'warning' | 'danger';

/** Whether the log is whole, as far as anyone looked. */
export function AuditBanner(props: { log: AuditFrame['log'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { status, verify, verifying, verifyError } = props.log;
  const failure =
    verifyError ?? (status.state === 'error' ? status.error : undefined);
  let look: { status: AlertStatus; title: string; description?: string } = {
    status: 'info',
    title: t('audit.status.label'),
  };
  if (status.state === 'ready') {
    look = lookOf({ status: status.status, t, language });
  }
  if (failure) {
    const { title, message } = describeError(failure, t);
    look = {
      status: 'warning',
      title: t('audit.status.unknown'),
      description: message ?? title,
    };
  }
  return (
    <Alert
      role={look.status === 'danger' ? 'alert' : 'status'}
      aria-label={t('audit.status.label')}
      status={look.status}
      icon
      isPending={verifying || (status.state === 'loading' && !failure)}
      title={look.title}
      description={look.description}
      customActions={
        <Button
          variant="secondary"
          isPending={verifying}
          isDisabled={status.state === 'loading'}
          onPress={verify}
        >
          {verifying ? t('audit.verifying') : t('audit.verify')}
        </Button>
      }
    />
  );
}

function lookOf(options: {
  status: AuditStatus;
  t: Translate;
  language: string;
}): { status: AlertStatus; title: string; description?: string } {
  const { status, t, language } = options;
  const number = (value: number) => value.toLocaleString(language);
  switch (status.state) {
    case 'verified': {
      const upTo = status.verifiedUpTo ?? 0;
      const behind = status.lastSequence - upTo;
      const title = t('audit.status.verified', { sequence: number(upTo) });
      const at = status.verifiedAt
        ? t('audit.status.verifiedAt', {
            time: shortTime(status.verifiedAt, language),
          })
        : '';
      return {
        status: 'success',
        title: `${title} ${at}`.trim(),
        ...(behind > 0
          ? { description: t('audit.status.behind', { count: behind }) }
          : {}),
      };
    }
    case 'broken':
      return {
        status: 'danger',
        title: t('audit.status.broken', {
          sequence: number(status.firstBad?.sequence ?? 0),
        }),
        description: [
          status.firstBad ? `${status.firstBad.reason}.` : '',
          t('audit.status.brokenDescription'),
        ]
          .join(' ')
          .trim(),
      };
    case 'empty':
      return { status: 'info', title: t('audit.status.empty') };
    case 'unverified':
    default:
      return {
        status: 'warning',
        title: t('audit.status.unverified'),
        description: t('audit.status.unverifiedDescription', {
          total: number(status.lastSequence),
        }),
      };
  }
}

/** Today's time as "10:42", another day's with the day. */
function shortTime(at: string, language: string): string {
  const moment = new Date(at);
  const today = new Date().toDateString() === moment.toDateString();
  return today
    ? moment.toLocaleTimeString(language, { timeStyle: 'short' })
    : exactTime(moment.getTime(), language);
}

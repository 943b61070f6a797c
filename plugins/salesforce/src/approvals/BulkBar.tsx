import { Button, Text } from '@backstage/ui';
import type { RequestSummary } from '@salesdesk/backstage-plugin-salesforce-common';
import { useTranslation } from '../hooks/useTranslation';
import styles from './BulkBar.module.css';
import type { ApprovalsCommands } from './useApprovals';

/** What can be done with several at once. */
export function BulkBar(props: {
  selected: RequestSummary[];
  commands: ApprovalsCommands;
}) {
  const { t } = useTranslation();
  const { selected, commands } = props;
  if (selected.length === 0) return null;
  const count = selected.length;
  return (
    <div className={styles.bar} role="group" aria-label={t('approvals.bulk')}>
      <Text as="span" weight="bold" role="status">
        {t('approvals.selected', { count })}
      </Text>
      <div className={styles.actions}>
        <Button onPress={() => commands.decideSelected('approve')}>
          {t('approvals.approveCount', { count })}
        </Button>
        <Button
          variant="secondary"
          destructive
          onPress={() => commands.decideSelected('reject')}
        >
          {t('approvals.rejectCount', { count })}
        </Button>
        <Button variant="tertiary" onPress={commands.clearSelection}>
          {t('approvals.clearSelection')}
        </Button>
      </div>
    </div>
  );
}

import { Button } from '@backstage/ui';
import { RiKeyboardLine } from '@remixicon/react';
import { useState } from 'react';
import { ScreenHeader } from '../components/ScreenHeader';
import { useTranslation } from '../hooks/useTranslation';
import { ApprovalDetail } from './ApprovalDetail';
import { ApprovalList } from './ApprovalList';
import styles from './ApprovalsWorkspace.module.css';
import { BulkBar } from './BulkBar';
import { DelegatesButton } from './delegates/DelegatesButton';
import { DecisionDialog } from './DecisionDialog';
import { DecisionResults } from './DecisionResults';
import { ShortcutHelp } from './ShortcutHelp';
import type { ApprovalsReady } from './useApprovals';
import { useShortcuts } from './useShortcuts';
import { useShortcutsSetting } from './useShortcutsSetting';

/** List and detail side by side, workable without a mouse. */
export function ApprovalsWorkspace(props: ApprovalsReady) {
  const { t } = useTranslation();
  const { items, selected, openId, open, pending, commands } = props;
  const [helpOpen, setHelpOpen] = useState(false);
  const [enabled, setEnabled] = useShortcutsSetting();

  useShortcuts(
    {
      j: () => commands.move(1),
      k: () => commands.move(-1),
      a: () =>
        selected.length > 0
          ? commands.decideSelected('approve')
          : commands.decideOne('approve'),
      r: () =>
        selected.length > 0
          ? commands.decideSelected('reject')
          : commands.decideOne('reject'),
      x: () => commands.toggleSelected(),
      Enter: () => commands.open(),
      Escape: () => openId && commands.close(),
      '?': () => setHelpOpen(true),
    },
    { enabled: enabled && !pending && !helpOpen },
  );

  return (
    <>
      <ScreenHeader
        title={t('approvals.title')}
        actions={
          <>
            <DelegatesButton />
            <Button
              variant="tertiary"
              iconStart={<RiKeyboardLine />}
              onPress={() => setHelpOpen(true)}
            >
              {t('approvals.shortcutsHelp')}
            </Button>
          </>
        }
      />
      <DecisionResults
        results={props.results}
        dismiss={commands.dismissResults}
      />
      <div
        className={styles.workspace}
        data-open={openId ? '' : undefined}
        data-alone={items.length === 0 ? '' : undefined}
      >
        <div className={styles.list}>
          <ApprovalList {...props} />
          <BulkBar selected={selected} commands={commands} />
        </div>
        <section
          className={styles.detail}
          aria-label={t('approvals.detail')}
          key={openId}
        >
          <ApprovalDetail open={open} commands={commands} />
        </section>
      </div>
      {pending && <DecisionDialog pending={pending} commands={commands} />}
      <ShortcutHelp
        isOpen={helpOpen}
        onClose={() => setHelpOpen(false)}
        enabled={enabled}
        setEnabled={setEnabled}
      />
    </>
  );
}

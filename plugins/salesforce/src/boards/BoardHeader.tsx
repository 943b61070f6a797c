import { Button, Text } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import type {
  Board,
  OrgSummary,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useState } from 'react';
import { ErrorPanel } from '../components/ErrorPanel';
import { PersonChip } from '../components/PersonChip';
import { ScreenHeader } from '../components/ScreenHeader';
import { useTranslation } from '../hooks/useTranslation';
import { OrgSelect } from '../inventory/OrgSelect';
import { SyncState } from '../inventory/SyncState';
import type { InventorySyncing } from '../inventory/useInventoryStatus';
import { StartAccessReviewButton } from '../reviews/StartAccessReviewButton';
import styles from './Boards.module.css';
import { DeleteBoardDialog } from './DeleteBoardDialog';
import { SaveBoardDialog } from './SaveBoardDialog';
import type { BoardDraft } from './useBoard';
import { useBoardActions } from './useBoardActions';

/** What a board is called and asks, and what can be done with all of it. */
export function BoardHeader(props: {
  board: Board | undefined;
  draft: BoardDraft;
  syncing: InventorySyncing;
  org: OrgSummary | undefined;
  search: string;
}) {
  const { t } = useTranslation();
  const { board, draft, syncing, org, search } = props;
  const [dialog, setDialog] = useState<'saveAs' | 'edit' | 'delete'>();
  const { exportCsv } = useBoardActions({ board });
  const close = () => setDialog(undefined);
  return (
    <>
      <ScreenHeader
        title={board?.title ?? t('boards.newTitle')}
        actions={
          <>
            <OrgSelect />
            {board && org && (
              <StartAccessReviewButton boardId={board.id} org={org.id} />
            )}
            <Button
              variant="secondary"
              iconStart={<RiDownloadLine />}
              isPending={exportCsv.isPending}
              isDisabled={!org}
              onPress={() =>
                org &&
                exportCsv.mutate({
                  org: org.id,
                  definition: draft.definition,
                  search,
                })
              }
            >
              {t('boards.csv')}
            </Button>
            {board?.editable && (
              <>
                <Button variant="secondary" onPress={() => setDialog('delete')}>
                  {t('boards.delete')}
                </Button>
                <Button variant="secondary" onPress={() => setDialog('edit')}>
                  {draft.isChanged ? t('boards.save') : t('boards.share')}
                </Button>
              </>
            )}
            <Button variant="secondary" onPress={() => setDialog('saveAs')}>
              {t('boards.saveAs')}
            </Button>
          </>
        }
      >
        {board?.description && (
          <Text as="p" color="secondary">
            {board.description}
          </Text>
        )}
        {board?.owner && (
          <span className={styles.owner}>
            <Text as="span" variant="body-small" color="secondary">
              {t('boards.by')}
            </Text>
            <PersonChip person={board.owner} />
          </span>
        )}
        <SyncState syncing={syncing} org={org?.id} />
        {draft.isChanged && (
          <div className={styles.toolbar} role="status">
            <Text as="span" variant="body-small">
              {t('boards.changed')}
            </Text>
            <Button variant="tertiary" size="small" onPress={draft.reset}>
              {t('boards.reset')}
            </Button>
          </div>
        )}
      </ScreenHeader>
      {exportCsv.isError && <ErrorPanel error={exportCsv.error} />}
      {(dialog === 'saveAs' || dialog === 'edit') && (
        <SaveBoardDialog
          board={board}
          isCopy={dialog === 'saveAs'}
          definition={draft.definition}
          onClose={close}
        />
      )}
      {dialog === 'delete' && board && (
        <DeleteBoardDialog board={board} onClose={close} />
      )}
    </>
  );
}

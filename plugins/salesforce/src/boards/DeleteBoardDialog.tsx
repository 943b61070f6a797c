import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Text,
} from '@backstage/ui';
import type { Board } from '@salesdesk/backstage-plugin-salesforce-common';
import { ErrorPanel } from '../components/ErrorPanel';
import { useTranslation } from '../hooks/useTranslation';
import { useBoardActions } from './useBoardActions';

/** Asks once more before a board is gone. */
export function DeleteBoardDialog(props: { board: Board; onClose(): void }) {
  const { t } = useTranslation();
  const { board, onClose } = props;
  const { remove } = useBoardActions({ board });
  return (
    <Dialog
      isOpen
      onOpenChange={open => !open && onClose()}
      isDismissable={!remove.isPending}
    >
      <DialogHeader>
        {t('boards.deleteTitle', { title: board.title })}
      </DialogHeader>
      <DialogBody>
        <Text as="p">{t('boards.deleteDescription')}</Text>
        {remove.isError && <ErrorPanel error={remove.error} />}
      </DialogBody>
      <DialogFooter>
        <Button
          variant="primary"
          destructive
          isPending={remove.isPending}
          onPress={() => remove.mutate()}
        >
          {t('boards.delete')}
        </Button>
        <Button variant="secondary" onPress={onClose}>
          {t('boards.cancel')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

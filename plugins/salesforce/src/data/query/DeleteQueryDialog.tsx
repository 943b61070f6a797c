import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Text,
} from '@backstage/ui';
import { ErrorPanel } from '../../components/ErrorPanel';
import { useTranslation } from '../../hooks/useTranslation';
import type { SavedQueries, SavedQuery } from './useSavedQueries';

/** The last word before a kept query is gone. */
export function DeleteQueryDialog(props: {
  query: SavedQuery;
  saved: SavedQueries;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { query, saved, onClose } = props;
  return (
    <Dialog isOpen onOpenChange={open => !open && onClose()} width={480}>
      <DialogHeader>
        {t('data.saved.deleteTitle', { title: query.title })}
      </DialogHeader>
      <DialogBody>
        <Text as="p">
          {query.shared
            ? t('data.saved.deleteShared')
            : t('data.saved.deleteText')}
        </Text>
        {saved.remove.isError && <ErrorPanel error={saved.remove.error} />}
      </DialogBody>
      <DialogFooter>
        <Button
          destructive
          isPending={saved.remove.isPending}
          onPress={() => saved.remove.mutate(query.id, { onSuccess: onClose })}
        >
          {t('data.saved.delete')}
        </Button>
        <Button variant="secondary" onPress={onClose}>
          {t('data.cancel')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

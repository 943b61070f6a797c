import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  TextField,
} from '@backstage/ui';
import { useState } from 'react';
import { ErrorPanel } from '../../components/ErrorPanel';
import { useInitialFocus } from '../../hooks/useInitialFocus';
import { useTranslation } from '../../hooks/useTranslation';
import type { SavedQueries, SavedQuery } from './useSavedQueries';

/** Another title for a kept query. */
export function RenameQueryDialog(props: {
  query: SavedQuery;
  saved: SavedQueries;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { query, saved, onClose } = props;
  const [title, setTitle] = useState(query.title);
  const field = useInitialFocus<HTMLDivElement>();
  const isReady = title.trim().length > 0 && !saved.save.isPending;
  const rename = () =>
    saved.save.mutate(
      {
        id: query.id,
        body: {
          title: title.trim(),
          query: query.query,
          org: query.org,
          shared: query.shared,
        },
      },
      { onSuccess: onClose },
    );
  return (
    <Dialog isOpen onOpenChange={open => !open && onClose()} width={480}>
      <DialogHeader>{t('data.saved.renameTitle')}</DialogHeader>
      <DialogBody>
        <TextField
          ref={field}
          label={t('data.saved.name')}
          value={title}
          onChange={setTitle}
          maxLength={200}
          onKeyDown={event => {
            if (event.key === 'Enter' && isReady) rename();
          }}
        />
        {saved.save.isError && <ErrorPanel error={saved.save.error} />}
      </DialogBody>
      <DialogFooter>
        <Button
          isDisabled={!isReady}
          isPending={saved.save.isPending}
          onPress={rename}
        >
          {t('data.saved.rename')}
        </Button>
        <Button variant="secondary" onPress={onClose}>
          {t('data.cancel')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

import {
  Button,
  Checkbox,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  TextField,
} from '@backstage/ui';
import { useState } from 'react';
import { ErrorPanel } from '../../components/ErrorPanel';
import { useInitialFocus } from '../../hooks/useInitialFocus';
import { useTranslation } from '../../hooks/useTranslation';
import type { QueryScreen } from './useQueryScreen';

/** Keeps the query under a title, for oneself or for everybody. */
export function SaveQueryDialog(props: {
  screen: QueryScreen;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { screen, onClose } = props;
  const { saved, shownSaved } = screen;
  const own = shownSaved?.ownedByMe ? shownSaved : undefined;
  const [title, setTitle] = useState(shownSaved?.title ?? '');
  const [shared, setShared] = useState(own?.shared ?? false);
  const field = useInitialFocus<HTMLDivElement>();
  const save = (id: string | undefined) =>
    saved.save.mutate(
      {
        id,
        body: {
          title: title.trim(),
          query: screen.text,
          shared,
          org: screen.choice.org,
        },
      },
      {
        onSuccess: kept => {
          screen.markSaved(kept.id);
          onClose();
        },
      },
    );
  const isReady = title.trim().length > 0 && !saved.save.isPending;
  return (
    <Dialog isOpen onOpenChange={open => !open && onClose()} width={480}>
      <DialogHeader>{t('data.saved.saveTitle')}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          <TextField
            ref={field}
            label={t('data.saved.name')}
            value={title}
            onChange={setTitle}
            maxLength={200}
            onKeyDown={event => {
              if (event.key === 'Enter' && isReady) save(own?.id);
            }}
          />
          <Checkbox isSelected={shared} onChange={setShared}>
            {t('data.saved.share')}
          </Checkbox>
          {saved.save.isError && <ErrorPanel error={saved.save.error} />}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button
          isDisabled={!isReady}
          isPending={saved.save.isPending}
          onPress={() => save(own?.id)}
        >
          {own ? t('data.saved.saveChanges') : t('data.save')}
        </Button>
        {own && (
          <Button
            variant="secondary"
            isDisabled={!isReady}
            onPress={() => save(undefined)}
          >
            {t('data.saved.saveAsNew')}
          </Button>
        )}
        <Button variant="secondary" onPress={onClose}>
          {t('data.cancel')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

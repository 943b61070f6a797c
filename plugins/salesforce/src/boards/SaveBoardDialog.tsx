import {
  Button,
  Checkbox,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import type {
  Board,
  BoardDefinition,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useState } from 'react';
import { ErrorPanel } from '../components/ErrorPanel';
import { useTranslation } from '../hooks/useTranslation';
import { PeopleField } from '../people/PeopleField';
import styles from './Boards.module.css';
import { useBoardActions } from './useBoardActions';

const EVERYBODY = '*';
const LONGEST_TITLE = 100;
const LONGEST_DESCRIPTION = 500;

/** Keeps a board: its name, what it is for, and who sees it. */
export function SaveBoardDialog(props: {
  board: Board | undefined;
  /** As a new one of one's own. */
  isCopy: boolean;
  definition: BoardDefinition;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { board, isCopy, definition, onClose } = props;
  const [title, setTitle] = useState(
    isCopy && board
      ? t('boards.copyOf', { title: board.title })
      : board?.title ?? '',
  );
  const [description, setDescription] = useState(board?.description ?? '');
  const [sharedWith, setSharedWith] = useState<string[]>(
    isCopy ? [] : board?.sharedWith ?? [],
  );
  const { save, saveAs } = useBoardActions({ board, onSaved: onClose });
  const saving = isCopy ? saveAs : save;
  const withEverybody = sharedWith.includes(EVERYBODY);
  const submit = () =>
    saving.mutate({
      title: title.trim(),
      ...(description.trim() ? { description: description.trim() } : {}),
      definition,
      sharedWith,
    });
  return (
    <Dialog
      isOpen
      onOpenChange={open => !open && onClose()}
      isDismissable={!saving.isPending}
    >
      <DialogHeader>
        {isCopy ? t('boards.saveAsTitle') : t('boards.editTitle')}
      </DialogHeader>
      <DialogBody>
        <div className={styles.form}>
          <TextField
            label={t('boards.name')}
            isRequired
            maxLength={LONGEST_TITLE}
            value={title}
            onChange={setTitle}
          />
          <TextAreaField
            label={t('boards.description')}
            maxLength={LONGEST_DESCRIPTION}
            value={description}
            onChange={setDescription}
          />
          <Checkbox
            isSelected={withEverybody}
            onChange={chosen => setSharedWith(chosen ? [EVERYBODY] : [])}
          >
            {t('boards.everybody')}
          </Checkbox>
          {!withEverybody && (
            <PeopleField
              label={t('boards.shareWith')}
              kinds={['user', 'group']}
              value={sharedWith}
              onChange={setSharedWith}
            />
          )}
          {saving.isError && <ErrorPanel error={saving.error} />}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button
          variant="primary"
          isDisabled={title.trim() === ''}
          isPending={saving.isPending}
          onPress={submit}
        >
          {t('boards.save')}
        </Button>
        <Button variant="secondary" onPress={onClose}>
          {t('boards.cancel')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

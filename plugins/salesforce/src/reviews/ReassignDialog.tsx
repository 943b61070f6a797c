import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { useState } from 'react';
import { ErrorPanel } from '../components/ErrorPanel';
import { useTranslation } from '../hooks/useTranslation';
import { PeopleField } from '../people/PeopleField';
import styles from './Reviews.module.css';
import type { ReviewCommands } from './useReview';

/** Hands rows that nobody decided to another reviewer. */
export function ReassignDialog(props: {
  positions: number[];
  commands: ReviewCommands;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const { positions, commands, onClose, onDone } = props;
  const { reassign } = commands;
  const [who, setWho] = useState<string[]>([]);
  return (
    <Dialog isOpen onOpenChange={open => !open && onClose()}>
      <DialogHeader>{t('reviews.reassignDialog.title')}</DialogHeader>
      <DialogBody>
        <div className={styles.stack}>
          <PeopleField
            single
            label={t('reviews.reassignDialog.who')}
            kinds={['user', 'group']}
            value={who}
            onChange={setWho}
          />
          {reassign.isError && <ErrorPanel error={reassign.error} />}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('reviews.reassignDialog.cancel')}
        </Button>
        <Button
          isDisabled={who.length === 0}
          isPending={reassign.isPending}
          onPress={() =>
            reassign.mutate(
              { reviewer: who[0], positions },
              {
                onSuccess: () => {
                  onClose();
                  onDone();
                },
              },
            )
          }
        >
          {t('reviews.reassignDialog.submit')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

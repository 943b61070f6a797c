import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Text,
} from '@backstage/ui';
import { useState } from 'react';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './Policies.module.css';
import type { PolicyEditor } from './usePolicyEditor';

/** Saving, discarding, and the way back to the default. */
export function PolicyFormButtons(props: { editor: PolicyEditor }) {
  const { t } = useTranslation();
  const { editor } = props;
  const [asking, setAsking] = useState(false);
  return (
    <>
      <div className={styles.buttons}>
        <Button
          isDisabled={!editor.changed}
          isPending={editor.saving}
          onPress={editor.save}
        >
          {t('policies.form.save')}
        </Button>
        <Button
          variant="secondary"
          isDisabled={!editor.changed || editor.saving}
          onPress={editor.discard}
        >
          {t('policies.form.discard')}
        </Button>
        {editor.mayReset && (
          <Button
            variant="tertiary"
            isPending={editor.resetting}
            onPress={() => setAsking(true)}
          >
            {t('policies.form.reset')}
          </Button>
        )}
      </div>
      {!editor.changed && (
        <Text as="p" variant="body-small" color="secondary">
          {t('policies.form.unchanged')}
        </Text>
      )}
      {asking && (
        <Dialog
          isOpen
          onOpenChange={open => !open && setAsking(false)}
          width={440}
        >
          <DialogHeader>
            {t('policies.form.resetTitle', {
              action: editor.base.actionTitle,
            })}
          </DialogHeader>
          <DialogBody>
            <Text as="p">{t('policies.form.resetDescription')}</Text>
          </DialogBody>
          <DialogFooter>
            <Button
              destructive
              onPress={() => {
                setAsking(false);
                editor.reset();
              }}
            >
              {t('policies.form.reset')}
            </Button>
            <Button variant="secondary" onPress={() => setAsking(false)}>
              {t('policies.form.cancel')}
            </Button>
          </DialogFooter>
        </Dialog>
      )}
    </>
  );
}

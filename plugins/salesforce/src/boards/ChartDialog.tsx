import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  TextField,
} from '@backstage/ui';
import type {
  BoardDefinition,
  InventoryField,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useState } from 'react';
import { useTranslation } from '../hooks/useTranslation';
import styles from './Boards.module.css';
import { FieldPicker, useFieldsOf } from './FieldPicker';

type Chart = NonNullable<BoardDefinition['charts']>[number];

/** A chart: rows counted by a field, or a number of theirs added up. */
export function ChartDialog(props: {
  object: string;
  onAdd(chart: Chart): void;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { object, onAdd, onClose } = props;
  const fields = useFieldsOf(object);
  const [title, setTitle] = useState<string>();
  const [field, setField] = useState<InventoryField>();
  const [sum, setSum] = useState<InventoryField>();
  const shownTitle =
    title ?? (field ? t('boards.chartBy', { field: field.label }) : '');
  return (
    <Dialog isOpen onOpenChange={open => !open && onClose()} isDismissable>
      <DialogHeader>{t('boards.addChart')}</DialogHeader>
      <DialogBody>
        <div className={styles.form}>
          <FieldPicker
            label={t('boards.countBy')}
            fields={fields.filter(({ type }) => type !== 'time')}
            value={field?.id}
            onChange={setField}
          />
          <FieldPicker
            label={t('boards.addUp')}
            fields={fields.filter(({ type }) => type === 'number')}
            value={sum?.id}
            onChange={setSum}
          />
          <TextField
            label={t('boards.name')}
            maxLength={100}
            value={shownTitle}
            onChange={setTitle}
          />
        </div>
      </DialogBody>
      <DialogFooter>
        <Button
          variant="primary"
          isDisabled={!field || shownTitle.trim() === ''}
          onPress={() => {
            if (!field) return;
            onAdd({
              title: shownTitle.trim(),
              field: field.id,
              ...(sum ? { sum: sum.id } : {}),
            });
            onClose();
          }}
        >
          {t('boards.addChart')}
        </Button>
        <Button variant="secondary" onPress={onClose}>
          {t('boards.cancel')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

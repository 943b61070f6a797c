import {
  Button,
  ButtonIcon,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  SearchField,
  Text,
} from '@backstage/ui';
import {
  RiAddLine,
  RiArrowDownLine,
  RiArrowUpLine,
  RiCloseLine,
} from '@remixicon/react';
import { useState } from 'react';
import { useTranslation } from '../hooks/useTranslation';
import { AnnotationField } from './AnnotationField';
import styles from './Boards.module.css';
import { useFieldsOf } from './FieldPicker';

/** More do not fit the eye, nor one question. */
const MOST_COLUMNS = 20;
const SHOWN_FIELDS = 40;

/** Which columns a board shows, and in which order. */
export function ColumnsDialog(props: {
  object: string;
  columns: string[];
  onChange(columns: string[]): void;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { object, onChange, onClose } = props;
  const fields = useFieldsOf(object);
  const [columns, setColumns] = useState(props.columns);
  const [text, setText] = useState('');
  const labelOf = (id: string) =>
    fields.find(field => field.id === id)?.label ??
    id.replace(/^.*annotation:/, '');
  const others = fields
    .filter(
      ({ id, label }) =>
        !columns.includes(id) &&
        label.toLowerCase().includes(text.trim().toLowerCase()),
    )
    .slice(0, SHOWN_FIELDS);
  const move = (at: number, by: number) => {
    const next = [...columns];
    const [moved] = next.splice(at, 1);
    next.splice(at + by, 0, moved);
    setColumns(next);
  };
  const add = (id: string) =>
    setColumns(before => (before.includes(id) ? before : [...before, id]));
  const isFull = columns.length >= MOST_COLUMNS;
  return (
    <Dialog isOpen onOpenChange={open => !open && onClose()} isDismissable>
      <DialogHeader>{t('boards.columns')}</DialogHeader>
      <DialogBody>
        <div className={styles.form}>
          <ol
            className={styles.columnList}
            aria-label={t('boards.shownColumns')}
          >
            {columns.map((id, at) => (
              <li key={id} className={styles.columnItem}>
                <Text as="span">{labelOf(id)}</Text>
                <span className={styles.columnButtons}>
                  <ButtonIcon
                    size="small"
                    variant="tertiary"
                    icon={<RiArrowUpLine />}
                    aria-label={t('boards.moveUp', { field: labelOf(id) })}
                    isDisabled={at === 0}
                    onPress={() => move(at, -1)}
                  />
                  <ButtonIcon
                    size="small"
                    variant="tertiary"
                    icon={<RiArrowDownLine />}
                    aria-label={t('boards.moveDown', { field: labelOf(id) })}
                    isDisabled={at === columns.length - 1}
                    onPress={() => move(at, 1)}
                  />
                  <ButtonIcon
                    size="small"
                    variant="tertiary"
                    icon={<RiCloseLine />}
                    aria-label={t('boards.removeColumn', {
                      field: labelOf(id),
                    })}
                    isDisabled={columns.length === 1}
                    onPress={() =>
                      setColumns(columns.filter(other => other !== id))
                    }
                  />
                </span>
              </li>
            ))}
          </ol>
          <SearchField
            label={t('boards.addColumn')}
            placeholder={t('boards.findField')}
            value={text}
            onChange={setText}
          />
          <ul className={styles.columnList} aria-label={t('boards.addColumn')}>
            {others.map(({ id, label }) => (
              <li key={id} className={styles.columnItem}>
                <Text as="span">{label}</Text>
                <ButtonIcon
                  size="small"
                  variant="tertiary"
                  icon={<RiAddLine />}
                  aria-label={t('boards.addNamedColumn', { field: label })}
                  isDisabled={isFull}
                  onPress={() => add(id)}
                />
              </li>
            ))}
          </ul>
          <AnnotationField fields={fields} onPick={({ id }) => add(id)} />
        </div>
      </DialogBody>
      <DialogFooter>
        <Button
          variant="primary"
          onPress={() => {
            onChange(columns);
            onClose();
          }}
        >
          {t('boards.apply')}
        </Button>
        <Button variant="secondary" onPress={onClose}>
          {t('boards.cancel')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

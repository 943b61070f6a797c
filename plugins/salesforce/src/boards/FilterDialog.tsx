import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Select,
  Text,
  TextField,
} from '@backstage/ui';
import type {
  InventoryCondition,
  InventoryField,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useState } from 'react';
import { useTranslation } from '../hooks/useTranslation';
import styles from './Boards.module.css';
import { AnnotationField } from './AnnotationField';
import { FieldPicker, useFieldsOf } from './FieldPicker';
import { conditionInWords, isSingle, type SingleFilter } from './filterWords';

type Operator = SingleFilter['operator'];

const withoutValue: Operator[] = ['isEmpty', 'isNotEmpty', 'isTrue', 'isFalse'];
const withValues: Operator[] = ['isOneOf', 'isNoneOf', 'grantsAnyOf'];
const withDay: Operator[] = ['before', 'after'];

/** One condition: a field, how it is compared, and with what. */
export function FilterDialog(props: {
  object: string;
  condition: InventoryCondition | undefined;
  onApply(condition: InventoryCondition): void;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { object, condition, onApply, onClose } = props;
  const before = condition && isSingle(condition) ? condition : undefined;
  const known = useFieldsOf(object);
  const [field, setField] = useState<InventoryField>();
  const [operator, setOperator] = useState<Operator | undefined>(
    before?.operator,
  );
  const [text, setText] = useState(
    before?.values ? before.values.join(', ') : before?.value ?? '',
  );
  const chosen = field ?? known.find(({ id }) => id === before?.field);
  const isReady =
    chosen &&
    operator &&
    (withoutValue.includes(operator) || text.trim() !== '');
  const apply = () => {
    if (!chosen || !operator) return;
    onApply({ field: chosen.id, operator, ...valueOf(operator, text) });
    onClose();
  };
  const pick = (next: InventoryField) => {
    setField(next);
    if (!operator || !next.operators.includes(operator)) {
      setOperator(next.operators[0]);
    }
  };
  return (
    <Dialog isOpen onOpenChange={open => !open && onClose()} isDismissable>
      <DialogHeader>
        {condition ? t('boards.editFilter') : t('boards.addFilter')}
      </DialogHeader>
      <DialogBody>
        <div className={styles.form}>
          {condition && !before && (
            <Text as="p">
              {t('boards.replaces', {
                words: conditionInWords(condition, known, t),
              })}
            </Text>
          )}
          <FieldPicker
            label={t('boards.field')}
            fields={known}
            value={chosen?.id}
            onChange={pick}
          />
          <AnnotationField fields={known} onPick={pick} />
          {chosen && (
            <Select
              label={t('boards.comparison')}
              options={chosen.operators.map(id => ({
                id,
                label: t(`boards.comparisonName.${id}`),
              }))}
              value={operator ?? null}
              onChange={next => setOperator(next as Operator)}
            />
          )}
          {operator && !withoutValue.includes(operator) && (
            <TextField
              label={t('boards.value')}
              description={describe(operator)}
              value={text}
              onChange={setText}
            />
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="primary" isDisabled={!isReady} onPress={apply}>
          {t('boards.apply')}
        </Button>
        <Button variant="secondary" onPress={onClose}>
          {t('boards.cancel')}
        </Button>
      </DialogFooter>
    </Dialog>
  );

  function describe(of: Operator): string | undefined {
    if (withValues.includes(of)) return t('boards.valuesHint');
    if (withDay.includes(of)) return t('boards.dayHint');
    return of.endsWith('Days') ? t('boards.daysHint') : undefined;
  }
}

function valueOf(operator: Operator, text: string): Partial<SingleFilter> {
  if (withoutValue.includes(operator)) return {};
  if (withValues.includes(operator)) {
    return {
      values: text
        .split(',')
        .map(value => value.trim())
        .filter(Boolean),
    };
  }
  return { value: text.trim() };
}

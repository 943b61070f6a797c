import { Checkbox } from '@backstage/ui';
import { memo } from 'react';
import { useTranslation } from '../hooks/useTranslation';
import { InventoryCell } from './InventoryCell';
import type { InventoryRow } from './inventoryRow';
import type { RowsTableProps } from './RowsTable';
import styles from './RowsTable.module.css';
import type { Selection } from './useSelection';

/** One row of a table of records. */
export interface TableRowProps
  extends Pick<
    RowsTableProps,
    'columns' | 'object' | 'org' | 'currency' | 'actionOf'
  > {
  row: InventoryRow;
  index: number;
  /** Undefined where rows cannot be picked. */
  isSelected: boolean | undefined;
  onToggle: Selection['toggle'] | undefined;
}

/** Drawn once while it is in view, however far others are scrolled. */
export const TableRow = memo((props: TableRowProps) => {
  const { t } = useTranslation();
  const { columns, row, isSelected, onToggle, actionOf, object } = props;
  const { org, currency } = props;
  const name = String(row.get(columns[0].id) ?? row.id);
  return (
    <div
      role="row"
      aria-rowindex={props.index + 2}
      aria-selected={isSelected}
      className={styles.row}
    >
      {onToggle && (
        <span role="cell" className={styles.cell} data-part="pick">
          <Checkbox
            aria-label={t('inventory.selectRow', { name })}
            isSelected={isSelected}
            onChange={() => onToggle(row)}
          />
        </span>
      )}
      {columns.map((column, index) => (
        <span
          key={column.id}
          role="cell"
          className={styles.cell}
          data-type={column.type}
          data-first={index === 0 || undefined}
          data-empty={isEmpty(row.get(column.id)) || undefined}
          data-label={column.label}
        >
          <InventoryCell
            object={object}
            field={column}
            row={row}
            org={org}
            currency={currency}
            isName={index === 0}
          />
        </span>
      ))}
      {actionOf && (
        <span role="cell" className={styles.cell} data-part="action">
          {actionOf(row)}
        </span>
      )}
    </div>
  );
});

function isEmpty(value: unknown): boolean {
  return value === null || value === '';
}

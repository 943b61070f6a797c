import { RiCloseLine } from '@remixicon/react';
import type {
  InventoryCondition,
  InventoryField,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useTranslation } from '../hooks/useTranslation';
import styles from './Boards.module.css';
import { conditionInWords } from './filterWords';

/** The conditions of a board, each a sentence that can be changed or taken away. */
export function FilterChips(props: {
  filters: InventoryCondition[];
  fields: InventoryField[];
  onEdit(at: number): void;
  onRemove(at: number): void;
}) {
  const { t } = useTranslation();
  const { filters, fields, onEdit, onRemove } = props;
  if (filters.length === 0) return null;
  return (
    <ul className={styles.filters} aria-label={t('boards.filters')}>
      {filters.map((condition, at) => {
        const words = conditionInWords(condition, fields, t);
        return (
          <li key={`${at}-${words}`} className={styles.filter}>
            <button
              type="button"
              className={styles.filterWords}
              onClick={() => onEdit(at)}
            >
              {words}
            </button>
            <button
              type="button"
              className={styles.filterGone}
              aria-label={t('boards.removeFilter', { words })}
              onClick={() => onRemove(at)}
            >
              <RiCloseLine size={14} aria-hidden />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

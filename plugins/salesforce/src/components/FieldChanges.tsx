import { VisuallyHidden } from '@backstage/ui';
import { RiArrowRightLine } from '@remixicon/react';
import type { Change } from '@salesdesk/backstage-plugin-salesforce-common';
import { useTranslation } from '../hooks/useTranslation';
import styles from './FieldChanges.module.css';
import { beforeAndAfter } from './fieldValue';

/** The fields of one record: before → after. */
export function FieldChanges(props: {
  change: Pick<Change, 'fields' | 'operation'>;
  /** Names of fields to mark, where two plans differ. */
  marked?: ReadonlySet<string>;
}) {
  const { t } = useTranslation();
  const { fields, operation } = props.change;
  if (fields.length === 0) return null;
  return (
    <dl className={styles.fields}>
      {fields.map(field => {
        const { before, after } = beforeAndAfter(field, t);
        return [
          <dt key={`${field.name}-name`}>{field.label}</dt>,
          <dd key={field.name}>
            <span
              className={props.marked?.has(field.name) ? styles.marked : ''}
            >
              {operation !== 'create' && (
                <>
                  <VisuallyHidden>{t('changes.before')}: </VisuallyHidden>
                  <span
                    className={styles.before}
                    data-empty={isEmpty(field.before) ? '' : undefined}
                  >
                    {before}
                  </span>
                  <RiArrowRightLine
                    size={16}
                    className={styles.arrow}
                    aria-hidden
                  />
                  <VisuallyHidden>{t('changes.after')}: </VisuallyHidden>
                </>
              )}
              <span
                className={styles.after}
                data-empty={isEmpty(field.after) ? '' : undefined}
              >
                {after}
              </span>
            </span>
          </dd>,
        ];
      })}
    </dl>
  );
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

import { Button, Checkbox, Skeleton, useBreakpoint } from '@backstage/ui';
import { useState } from 'react';
import { useLanguage } from '../hooks/useLanguage';
import { useTranslation } from '../hooks/useTranslation';
import { InventoryValueView } from '../inventory/InventoryCell';
import styles from './Directory.module.css';
import type { DirectoryFiltering } from './useDirectory';
import type { Facet } from './useFacets';

/** So many values are shown before the rest is folded. */
const SHOWN = 7;

/** What a list can be narrowed to, with how many there are. */
export function Facets(props: { filtering: DirectoryFiltering }) {
  const { t } = useTranslation();
  const { up } = useBreakpoint();
  const { facets } = props.filtering;
  return (
    <details
      className={styles.fold}
      open={up('md') || undefined}
      key={String(up('md'))}
    >
      <summary>{t('directory.filters')}</summary>
      <div className={styles.facets}>
        {facets.map(facet => (
          <FacetView
            key={facet.field}
            facet={facet}
            filtering={props.filtering}
          />
        ))}
      </div>
    </details>
  );
}

function FacetView(props: { facet: Facet; filtering: DirectoryFiltering }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { facet, filtering } = props;
  const [all, setAll] = useState(false);
  const chosen = filtering.filter.chosen[facet.field] ?? [];
  // What was chosen stays in sight, also where nothing has it any more.
  const values = [
    ...facet.values,
    ...chosen
      .filter(value => !facet.values.some(other => other.value === value))
      .map(value => ({ value, label: value || undefined, count: 0 })),
  ];
  const shown = values.filter(
    ({ value }, index) => all || index < SHOWN || chosen.includes(value),
  );
  if (!facet.isPending && values.length === 0) return null;
  return (
    <fieldset className={styles.facet}>
      <legend>{facet.label}</legend>
      {facet.isPending ? (
        <Skeleton height={72} />
      ) : (
        <ul className={styles.values}>
          {shown.map(({ value, label, count }) => (
            <li key={value} className={styles.value}>
              <Checkbox
                isSelected={chosen.includes(value)}
                onChange={() => filtering.toggle(facet.field, value)}
              >
                <FacetLabel field={facet.field} value={value} label={label} />
              </Checkbox>
              <span className={styles.count}>
                {count.toLocaleString(language)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {values.length > SHOWN && (
        <Button
          variant="tertiary"
          size="small"
          onPress={() => setAll(before => !before)}
        >
          {all
            ? t('directory.fewer')
            : t('directory.allValues', { count: values.length })}
        </Button>
      )}
    </fieldset>
  );
}

function FacetLabel(props: {
  field: string;
  value: string;
  label: string | undefined;
}) {
  const { t } = useTranslation();
  const { field, value, label } = props;
  if (label === undefined) return <>{t('directory.none')}</>;
  if (value === 'true' || value === 'false') {
    return <>{value === 'true' ? t('inventory.yes') : t('inventory.no')}</>;
  }
  if (field.endsWith('state')) {
    return value === 'active' || value === 'frozen' || value === 'inactive' ? (
      <>{t(`entity.status.${value}`)}</>
    ) : (
      <>{label}</>
    );
  }
  return (
    <InventoryValueView field={{ id: field, type: 'text' }} value={label} />
  );
}

import type { InventoryRecord } from '@salesdesk/backstage-plugin-salesforce-common';
import { InventoryValueView } from '../inventory/InventoryCell';
import styles from './Record.module.css';

/** Facts of a record, those that are known, in the order that is asked for. */
export function Facts(props: {
  record: InventoryRecord;
  fields: string[];
  currency?: string;
}) {
  const facts = props.fields.flatMap(
    id => props.record.fields.find(field => field.id === id) ?? [],
  );
  return (
    <dl className={styles.facts}>
      {facts
        .filter(({ value }) => value !== null && value !== '')
        .map(field => [
          <dt key={`${field.id}-name`}>{field.label}</dt>,
          <dd key={field.id}>
            <InventoryValueView
              field={field}
              value={field.value}
              currency={props.currency}
            />
          </dd>,
        ])}
    </dl>
  );
}

import { Button, TextField } from '@backstage/ui';
import type { InventoryField } from '@salesdesk/backstage-plugin-salesforce-common';
import { useState } from 'react';
import { useTranslation } from '../hooks/useTranslation';
import { annotationField } from './annotationField';
import styles from './Boards.module.css';

/**
 * A fact that another tool wrote on the person in the catalog, by the name of
 * its annotation. Only where rows lead to a person.
 */
export function AnnotationField(props: {
  /** Fields of the object whose rows are asked for. */
  fields: InventoryField[];
  onPick(field: InventoryField): void;
}) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const field = annotationField(props.fields, name.trim());
  if (!field) return null;
  return (
    <div className={styles.toolbar}>
      <TextField
        className={styles.search}
        label={t('boards.annotation')}
        description={t('boards.annotationDescription')}
        placeholder="example.com/cost-center"
        value={name}
        onChange={setName}
      />
      <Button
        variant="secondary"
        size="small"
        isDisabled={name.trim() === ''}
        onPress={() => {
          props.onPick(field);
          setName('');
        }}
      >
        {t('boards.useAnnotation')}
      </Button>
    </div>
  );
}

import { Select } from '@backstage/ui';
import type { InventoryField } from '@salesdesk/backstage-plugin-salesforce-common';
import { useTranslation } from '../hooks/useTranslation';
import { useInventoryObjects } from '../inventory/useInventoryObjects';

/** The fields of an object, without the ids that nobody asks for. */
export function useFieldsOf(object: string): InventoryField[] {
  const objects = useInventoryObjects();
  return (
    objects.data
      ?.find(candidate => candidate.object === object)
      ?.fields.filter(
        ({ id }) => id === 'id' || !/(^|\.)(id|\w+Id)$/.test(id),
      ) ?? []
  );
}

/** One field of an object, found by its name. */
export function FieldPicker(props: {
  label: string;
  fields: InventoryField[];
  value: string | undefined;
  onChange(field: InventoryField): void;
}) {
  const { t } = useTranslation();
  const { label, fields, value, onChange } = props;
  return (
    <Select
      label={label}
      search={{ placeholder: t('boards.findField') }}
      options={fields.map(field => ({ id: field.id, label: field.label }))}
      value={value ?? null}
      onChange={chosen => {
        const field = fields.find(({ id }) => id === chosen);
        if (field) onChange(field);
      }}
    />
  );
}

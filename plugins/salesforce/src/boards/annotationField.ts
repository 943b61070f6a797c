import type { InventoryField } from '@salesdesk/backstage-plugin-salesforce-common';

const nameOfPerson = /^((?:\w+\.)*person)\.displayName$/;

/**
 * An annotation of the person to whom a row leads, as a field: it is found and
 * compared like the person's name. Undefined where rows lead to nobody.
 */
export function annotationField(
  fields: InventoryField[],
  name: string,
): InventoryField | undefined {
  const [nearest] = fields
    .filter(({ id }) => nameOfPerson.test(id))
    .sort((one, other) => one.id.length - other.id.length);
  if (!nearest) return undefined;
  return {
    ...nearest,
    id: nearest.id.replace(nameOfPerson, `$1.annotation:${name}`),
    label: name,
  };
}

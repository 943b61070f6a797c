import type {
  DataField,
  DataObject,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type {
  FieldDescription,
  ObjectDescription,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { isSecret } from '../actions/refuseSecrets';

/** An object as the Data page needs it; secrets are no fields of it. */
export function toDataObject(description: ObjectDescription): DataObject {
  const { name, label, keyPrefix, custom } = description;
  return {
    name,
    label,
    custom,
    ...(keyPrefix ? { keyPrefix } : {}),
    fields: withoutSecrets(description).map(toDataField),
    childRelationships: description.childRelationships.flatMap(child =>
      child.relationshipName
        ? [
            {
              name: child.relationshipName,
              object: child.childSObject,
              field: child.field,
            },
          ]
        : [],
    ),
  };
}

/** The fields that a query may name. */
export function withoutSecrets({
  name,
  fields,
}: ObjectDescription): FieldDescription[] {
  return fields.filter(
    field => !isSecret({ objectName: name, fieldName: field.name, field }),
  );
}

/** Whether a new record cannot be without a value that somebody gives. */
export function isRequired(field: FieldDescription): boolean {
  return (
    field.createable &&
    !field.nillable &&
    !field.defaultedOnCreate &&
    field.type !== 'boolean'
  );
}

function toDataField(field: FieldDescription): DataField {
  return {
    name: field.name,
    label: field.label,
    type: field.type,
    custom: field.custom,
    required: isRequired(field),
    createable: field.createable,
    updateable: field.updateable,
    filterable: field.filterable,
    sortable: field.sortable,
    groupable: field.groupable,
    referenceTo: field.referenceTo,
    ...(field.length > 0 ? { length: field.length } : {}),
    ...(field.relationshipName
      ? { relationshipName: field.relationshipName }
      : {}),
    ...(field.picklistValues.length > 0
      ? {
          picklistValues: field.picklistValues
            .filter(({ active }) => active)
            .map(({ value, label }) => ({ value, label })),
        }
      : {}),
  };
}

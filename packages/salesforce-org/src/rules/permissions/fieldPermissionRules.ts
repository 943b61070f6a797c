import type { ObjectRules } from '../../core/types';
import { duplicateValueRefusal, integrityRefusal, refusal } from '../refusals';
import { textOf } from '../textOf';
import { permissionsTouched } from './objectPermissionRules';

/** Field-level security: `Account.Phone`, for fields that can be governed. */
export const fieldPermissionRules: ObjectRules = {
  object: 'FieldPermissions',

  beforeInsert({ row, tx, org }) {
    const object = org.schema.get(textOf(row.SobjectType));
    const [objectName, fieldName] = textOf(row.Field).split('.');
    const field =
      object && objectName?.toLowerCase() === object.name.toLowerCase()
        ? object.field(fieldName ?? '')
        : undefined;
    if (!object || !field?.permissionable) {
      throw refusal(
        'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
        `Field Name: bad value for restricted picklist field: ${textOf(
          row.Field,
        )}`,
        ['Field'],
      );
    }
    row.SobjectType = object.name;
    row.Field = `${object.name}.${field.name}`;
    const twin = tx
      .findBy('FieldPermissions', 'ParentId', textOf(row.ParentId))
      .find(other => other.Field === row.Field);
    if (twin) {
      throw duplicateValueRefusal({ field: 'ParentId', existingId: twin.Id });
    }
  },

  validate({ row }) {
    if (row.PermissionsEdit === true && row.PermissionsRead !== true) {
      throw integrityRefusal(
        `Permission Edit ${textOf(
          row.Field,
        )} depends on permission(s): Read ${textOf(row.Field)}`,
        ['PermissionsRead'],
      );
    }
  },

  afterInsert: permissionsTouched,
  afterUpdate: permissionsTouched,
  afterDelete: permissionsTouched,
};

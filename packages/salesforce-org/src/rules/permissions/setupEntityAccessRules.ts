import type { ObjectRules } from '../../core/types';
import { hiddenDuplicateRefusal, integrityRefusal } from '../refusals';
import { textOf } from '../textOf';
import { permissionsTouched } from './objectPermissionRules';

/** Which connected apps, custom permissions and classes a set opens. */
export const setupEntityAccessRules: ObjectRules = {
  object: 'SetupEntityAccess',

  beforeInsert({ row, tx, org }) {
    const entityId = textOf(row.SetupEntityId);
    const type = org.schema.byKeyPrefix(entityId.slice(0, 3))?.name;
    if (!type) {
      throw integrityRefusal('Invalid setup entity', ['SetupEntityId']);
    }
    row.SetupEntityType = type;
    const has = tx
      .findBy('SetupEntityAccess', 'ParentId', textOf(row.ParentId))
      .some(other => other.SetupEntityId === entityId);
    if (has) {
      throw hiddenDuplicateRefusal();
    }
  },

  afterInsert: permissionsTouched,
  afterDelete: permissionsTouched,
};

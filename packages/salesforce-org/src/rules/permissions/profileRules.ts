import type { ObjectRules } from '../../core/types';
import { textOf } from '../textOf';
import { writeAuditTrail } from '../writeAuditTrail';
import { requireSystemDependencies } from './permissionDependencies';
import {
  copyPermissionsToOwnedSet,
  permissionsChanged,
} from './profilePermissions';

/** Profiles: their system permissions are those of the set that they own. */
export const profileRules: ObjectRules = {
  object: 'Profile',

  validate({ row, org }) {
    requireSystemDependencies({ schema: org.schema, row });
  },

  afterUpdate(event) {
    if (permissionsChanged(event)) {
      copyPermissionsToOwnedSet(event);
    }
    writeAuditTrail(event, {
      action: 'profilePermissionsChanged',
      section: 'Manage Users',
      display: `Changed profile ${textOf(event.row.Name)}`,
    });
  },
};

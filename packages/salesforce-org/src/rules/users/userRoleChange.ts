import type { BeforeUpdateEvent, ObjectRules } from '../../core/types';
import { beginSharingRecalculation } from '../groups/sharingRecalculation';

/** Giving a user another role recalculates sharing, as a moved role does. */
export const userRoleChangeRules: ObjectRules = {
  object: 'User',

  beforeUpdate(event: BeforeUpdateEvent) {
    if (event.changed('UserRoleId')) {
      beginSharingRecalculation(event);
    }
  },
};

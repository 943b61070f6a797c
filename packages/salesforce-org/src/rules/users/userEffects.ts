import type {
  AfterInsertEvent,
  AfterUpdateEvent,
  RuleEvent,
} from '../../core/types';
import { idOf, textOf } from '../textOf';
import { writeAuditTrail } from '../writeAuditTrail';
import {
  assignOwnedPermissionSet,
  replaceOwnedPermissionSet,
} from '../permissions/ownedPermissionSets';
import { endSessionsOf } from './endSessions';

const SECTION = 'Manage Users';

/** What comes into being together with a user. */
export function afterUserInsert(event: AfterInsertEvent): void {
  const { ctx, org, row, tx } = event;
  tx.insert('UserLogin', {
    UserId: row.Id,
    IsFrozen: false,
    IsPasswordLocked: false,
  });
  assignOwnedPermissionSet({
    tx,
    userId: row.Id,
    profileId: idOf(row.ProfileId),
  });
  audit(event, 'createduser', `Created new user ${textOf(row.Name)}`);
  if (org.switches.welcomeMailOnUserInsert) {
    org.journal.append(ctx, {
      kind: 'email',
      object: 'User',
      id: row.Id,
      after: { template: 'welcome', to: textOf(row.Email) },
    });
  }
}

/** What follows from a change of a user. */
export function afterUserUpdate(event: AfterUpdateEvent): void {
  const { before, row, tx } = event;
  const name = textOf(row.Name);
  if (event.changed('ProfileId')) {
    replaceOwnedPermissionSet({
      tx,
      userId: row.Id,
      profileId: idOf(row.ProfileId),
    });
    const [from, to] = [before, row].map(user =>
      textOf(tx.get('Profile', textOf(user.ProfileId))?.Name),
    );
    audit(
      event,
      'changedprofileforuser',
      `Changed profile for user ${name} from ${from} to ${to}`,
    );
  }
  if (event.changed('UserRoleId')) {
    const [from, to] = [before, row].map(
      user =>
        textOf(tx.get('UserRole', textOf(user.UserRoleId))?.Name) || 'none',
    );
    audit(
      event,
      'changedroleforuser',
      `Changed role for user ${name} from ${from} to ${to}`,
    );
  }
  if (event.changed('Email')) {
    audit(
      event,
      'changedemail',
      `Changed email for user ${name} from ${textOf(before.Email)} to ${textOf(
        row.Email,
      )}`,
    );
  }
  if (event.changed('Username')) {
    audit(
      event,
      'changedUsername',
      `Changed username from ${textOf(before.Username)} to ${textOf(
        row.Username,
      )}`,
    );
  }
  if (event.changed('IsActive')) {
    if (row.IsActive === true) {
      audit(event, 'activateduser', `Activated user ${name}`);
    } else {
      endSessionsOf(event, row.Id);
      audit(event, 'deactivateduser', `Deactivated user ${name}`);
    }
  }
}

function audit(event: RuleEvent, action: string, display: string): void {
  writeAuditTrail(event, { action, section: SECTION, display });
}

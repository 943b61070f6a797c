import type { BeforeUpdateEvent, ObjectRules } from '../../core/types';
import { accessRefusal, integrityRefusal } from '../refusals';
import { textOf } from '../textOf';
import { writeAuditTrail } from '../writeAuditTrail';
import { endSessionsOf } from './endSessions';

/**
 * Freezing and unlocking. A frozen user stays active and keeps the seat; what
 * happens to open sessions and refresh tokens nobody knows, hence switches.
 */
export const userLoginRules: ObjectRules = {
  object: 'UserLogin',

  beforeUpdate(event) {
    requirePermission(event);
    if (event.changed('IsPasswordLocked') && event.row.IsPasswordLocked) {
      throw integrityRefusal('IsPasswordLocked can only be set to false', [
        'IsPasswordLocked',
      ]);
    }
  },

  afterUpdate(event) {
    const { org, tx, row } = event;
    const userId = textOf(row.UserId);
    const username = textOf(tx.get('User', userId)?.Username);
    if (event.changed('IsPasswordLocked')) {
      writeAuditTrail(event, {
        action: 'unlockeduser',
        section: 'Manage Users',
        display: `Unlocked user ${username}`,
      });
    }
    if (!event.changed('IsFrozen')) {
      return;
    }
    const frozen = row.IsFrozen === true;
    writeAuditTrail(event, {
      action: frozen ? 'frozeuser' : 'unfrozeuser',
      section: 'Manage Users',
      display: `${frozen ? 'Froze' : 'Unfroze'} user ${username}`,
    });
    if (frozen && org.switches.freezeEndsSessions) {
      endSessionsOf(event, userId);
    }
    if (frozen && org.switches.freezeRevokesRefreshTokens) {
      for (const token of tx.findBy('OauthToken', 'UserId', userId)) {
        tx.purge('OauthToken', token.Id);
        org.journal.append(event.ctx, {
          kind: 'tokenRevoked',
          object: 'OauthToken',
          id: null,
          before: { UserId: userId, AppName: token.AppName ?? null },
        });
      }
    }
  },
};

/** Freezing and unlocking are allowed by different permissions. */
function requirePermission(event: BeforeUpdateEvent): void {
  const { ctx, org } = event;
  if (ctx.systemMode) {
    return;
  }
  const may = (permission: string) =>
    org.access.hasSystemPermission(ctx, permission);
  const mayFreeze = may('ManageUsers') || may('FreezeUsers');
  const mayUnlock = may('ManageUsers') || may('ResetPasswords');
  if (
    (event.changed('IsFrozen') && !mayFreeze) ||
    (event.changed('IsPasswordLocked') && !mayUnlock)
  ) {
    throw accessRefusal();
  }
}

import type { Row } from '../core/types';
import type { WireServices } from '../http/WireServices';
import { findUserByUsername, isFrozen, isLocked } from './findUser';
import { insertRaw, updateRaw } from './writeRaw';

/** Why a password does not open the door, as LoginHistory words it. */
export type PasswordRefusal =
  | 'No Such User'
  | 'User is Inactive'
  | 'User is Frozen'
  | 'User Locked Out'
  | 'Invalid Password'
  | 'Failed: API security token required'
  | 'Failed: Username-Password Flow Disabled';

export type PasswordVerdict =
  | { readonly ok: true; readonly user: Row }
  | {
      readonly ok: false;
      readonly reason: PasswordRefusal;
      readonly user: Row | undefined;
    };

/**
 * Checks a username and a password, counts failures and locks the user after
 * too many of them. Callers outside must not learn the reason: only
 * LoginHistory tells.
 */
export function verifyPassword(
  wire: WireServices,
  credentials: { username: string; password: string },
  options: { tokenRequired: boolean },
): PasswordVerdict {
  const { org, passwords } = wire;
  const user = findUserByUsername(org, credentials.username);
  if (!user) {
    return { ok: false, reason: 'No Such User', user };
  }
  if (user.IsActive !== true) {
    return { ok: false, reason: 'User is Inactive', user };
  }
  if (isLocked(org, user.Id)) {
    return { ok: false, reason: 'User Locked Out', user };
  }
  if (!passwords.matches(user.Id, credentials.password, options)) {
    const tokenMissing =
      options.tokenRequired &&
      passwords.matches(user.Id, credentials.password, {
        tokenRequired: false,
      });
    const failures = passwords.recordFailure(user.Id);
    if (failures >= org.switches.invalidLoginsUntilLockout) {
      lock(wire, user.Id);
    }
    return {
      ok: false,
      reason: tokenMissing
        ? 'Failed: API security token required'
        : 'Invalid Password',
      user,
    };
  }
  if (isFrozen(org, user.Id)) {
    return { ok: false, reason: 'User is Frozen', user };
  }
  passwords.recordSuccess(user.Id);
  return { ok: true, user };
}

function lock(wire: WireServices, userId: string): void {
  const { org } = wire;
  const row = org.store.findBy('UserLogin', 'UserId', userId)[0];
  if (row) {
    updateRaw(org, 'UserLogin', row.Id, { IsPasswordLocked: true });
  } else {
    insertRaw(org, 'UserLogin', {
      UserId: userId,
      IsFrozen: false,
      IsPasswordLocked: true,
    });
  }
}

import type { OrgServices, Row } from '../core/types';

/** The user with this username, in any casing; undefined for none. */
export function findUserByUsername(
  org: Pick<OrgServices, 'store'>,
  username: string,
): Row | undefined {
  return org.store.findBy('User', 'Username', username.trim())[0];
}

/** Whether an admin has frozen the user. No UserLogin row means no. */
export function isFrozen(
  org: Pick<OrgServices, 'store'>,
  userId: string,
): boolean {
  return org.store
    .findBy('UserLogin', 'UserId', userId)
    .some(row => row.IsFrozen === true);
}

/** Whether too many wrong passwords have locked the user. */
export function isLocked(
  org: Pick<OrgServices, 'store'>,
  userId: string,
): boolean {
  return org.store
    .findBy('UserLogin', 'UserId', userId)
    .some(row => row.IsPasswordLocked === true);
}

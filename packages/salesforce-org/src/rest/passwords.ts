import { SalesforceError } from '../core/SalesforceError';
import type { CallContext, Row } from '../core/types';
import type { WireServices } from '../http/WireServices';
import { isFrozen } from '../oauth/findUser';
import { updateRaw } from '../oauth/writeRaw';
import { writeAuditTrail } from '../rules/writeAuditTrail';

const MINIMUM_LENGTH = 8;

/**
 * Gives a user a password.
 * @throws 400 INVALID_NEW_PASSWORD when the policy forbids it
 */
export function setPassword(
  wire: WireServices,
  ctx: CallContext,
  user: Row,
  password: string,
): void {
  const objection = policyObjection(wire, user, password);
  if (objection) {
    throw new SalesforceError({
      errorCode: 'INVALID_NEW_PASSWORD',
      message: objection,
    });
  }
  wire.passwords.set(user.Id, password);
  updateRaw(wire.org, 'User', user.Id, {
    LastPasswordChangeDate: wire.org.clock.timestamp(),
  });
  wire.org.journal.append(ctx, {
    kind: 'passwordSet',
    object: 'User',
    id: user.Id,
  });
}

/**
 * Kills the old password at once and returns a temporary one, which is a
 * secret. With `mail` the user gets a link, as the REST resource sends it.
 */
export function resetPassword(
  wire: WireServices,
  ctx: CallContext,
  user: Row,
  options: { mail: boolean },
): string {
  const { org } = wire;
  const { switches } = org;
  const refused =
    (user.IsActive !== true &&
      switches.passwordResetOfInactiveUser === 'refuse') ||
    (isFrozen(org, user.Id) && switches.passwordResetOfFrozenUser === 'refuse');
  if (refused) {
    throw new SalesforceError({
      errorCode: 'INVALID_OPERATION',
      message: "The password of a user who cannot log in can't be reset",
    });
  }
  const password = wire.passwords.resetToTemporary(user.Id);
  unlock(wire, user.Id);
  writeTrail(wire, ctx, user);
  org.journal.append(ctx, {
    kind: 'passwordReset',
    object: 'User',
    id: user.Id,
  });
  if (options.mail) {
    org.journal.append(ctx, {
      kind: 'email',
      object: 'User',
      id: user.Id,
      after: {
        to: user.Email,
        subject: 'Your Salesforce password has been reset',
        template: 'passwordReset',
      },
    });
  }
  return password;
}

function policyObjection(
  wire: WireServices,
  user: Row,
  password: string,
): string | undefined {
  if (password.length < MINIMUM_LENGTH) {
    return `Your password must be at least ${MINIMUM_LENGTH} characters long.`;
  }
  if (!/[a-z]/i.test(password) || !/\d/.test(password)) {
    return 'Your password must include letters and numbers.';
  }
  const username = String(user.Username ?? '').split('@')[0];
  if (password.toLowerCase().includes(username.toLowerCase())) {
    return 'Your password cannot contain your username.';
  }
  return wire.passwords.wasUsed(user.Id, password)
    ? 'invalid repeated password'
    : undefined;
}

/** A reset lets in again who had tried too often. */
function unlock(wire: WireServices, userId: string): void {
  for (const row of wire.org.store.findBy('UserLogin', 'UserId', userId)) {
    if (row.IsPasswordLocked === true) {
      updateRaw(wire.org, 'UserLogin', row.Id, { IsPasswordLocked: false });
    }
  }
}

function writeTrail(wire: WireServices, ctx: CallContext, user: Row): void {
  const { org } = wire;
  org.dml.transaction(org.systemContext({ userId: ctx.userId }), tx =>
    writeAuditTrail(
      { ctx, tx, org },
      {
        action: 'resetpassword',
        section: 'Manage Users',
        display: `Password reset for user ${user.Username}`,
      },
    ),
  );
}

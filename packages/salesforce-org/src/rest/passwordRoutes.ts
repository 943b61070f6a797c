import { normalizeId } from '../core/ids';
import { SalesforceError } from '../core/SalesforceError';
import type { CallContext, Row } from '../core/types';
import { jsonAnswer, noContentAnswer, type ApiCall } from '../http/ApiCall';
import { notFoundError } from '../http/errorAnswers';
import type { Route } from '../http/RouteTable';
import type { WireServices } from '../http/WireServices';
import { resetPassword, setPassword } from './passwords';

/** `/sobjects/User/{id}/password`. */
export function passwordRoutes(wire: WireServices): Route[] {
  const pattern = '/sobjects/~User/:id/password';
  return [
    {
      method: 'GET',
      pattern,
      handle: (call, { id }) => {
        const user = requireUser(wire, id);
        requirePasswordRights(wire, call.ctx, user);
        return jsonAnswer({ isExpired: wire.passwords.isExpired(user.Id) });
      },
    },
    {
      method: 'POST',
      pattern,
      handle: (call, { id }) => {
        const user = requireUser(wire, id);
        requirePasswordRights(wire, call.ctx, user);
        setPassword(wire, call.ctx, user, newPasswordOf(call));
        return noContentAnswer();
      },
    },
    {
      method: 'DELETE',
      pattern,
      // 200 with a secret: a temporary password that can finish the reset
      handle: (call, { id }) => {
        const user = requireUser(wire, id);
        requirePasswordRights(wire, call.ctx, user);
        return jsonAnswer({
          NewPassword: resetPassword(wire, call.ctx, user, { mail: true }),
        });
      },
    },
  ];
}

/** @throws 404 NOT_FOUND */
export function requireUser(wire: WireServices, id: string): Row {
  const user = wire.org.store.get('User', normalizeId(id) ?? '');
  if (!user) {
    throw notFoundError();
  }
  return user;
}

/**
 * One's own password, or the permission to reset those of others.
 * @throws 403 INSUFFICIENT_ACCESS
 */
export function requirePasswordRights(
  wire: WireServices,
  ctx: CallContext,
  user: Row,
): void {
  const allowed =
    ctx.userId === user.Id ||
    ['ResetPasswords', 'ManageUsers'].some(permission =>
      wire.org.access.hasSystemPermission(ctx, permission),
    );
  if (!allowed) {
    throw new SalesforceError({
      httpStatus: 403,
      errorCode: 'INSUFFICIENT_ACCESS',
      message: 'You do not have permission to view this record.',
    });
  }
}

function newPasswordOf(call: ApiCall): string {
  const { NewPassword: password } = call.body.object();
  if (typeof password !== 'string') {
    throw new SalesforceError({
      errorCode: 'INVALID_NEW_PASSWORD',
      message: 'Your password cannot be empty',
    });
  }
  return password;
}

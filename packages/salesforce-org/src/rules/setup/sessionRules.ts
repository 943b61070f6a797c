import type { ObjectRules } from '../../core/types';
import { accessRefusal } from '../refusals';

/**
 * Sessions can be ended by deleting their rows: one's own, or anybody's with
 * Manage Users.
 */
export const authSessionRules: ObjectRules = {
  object: 'AuthSession',

  derived: {
    IsCurrent: (row, _org, ctx) => row.Id === ctx.sessionId,
  },

  beforeDelete({ ctx, org, row, tx }) {
    const may =
      ctx.systemMode ||
      row.UsersId === ctx.userId ||
      org.access.hasSystemPermission(ctx, 'ManageUsers');
    if (!may) {
      throw accessRefusal();
    }
    // UI sessions come in pairs; the child ends with its parent.
    for (const child of tx.findBy('AuthSession', 'ParentId', row.Id)) {
      tx.purge('AuthSession', child.Id);
    }
  },

  afterDelete({ ctx, org, row }) {
    org.journal.append(ctx, {
      kind: 'sessionEnded',
      object: 'AuthSession',
      id: row.Id,
      before: { UsersId: row.UsersId ?? null },
    });
  },
};

/** Rows of OauthToken have no id that could be used; see the revoke endpoint. */
export const oauthTokenRules: ObjectRules = {
  object: 'OauthToken',

  derived: { Id: () => null },

  beforeDelete({ ctx }) {
    if (!ctx.systemMode) {
      throw accessRefusal();
    }
  },
};

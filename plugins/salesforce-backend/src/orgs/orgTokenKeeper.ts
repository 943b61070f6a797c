import type { Knex } from 'knex';
import { findOrg } from '../database/operations/orgs/findOrg';
import { replaceSealed } from '../database/operations/orgs/replaceSealed';
import type { RefreshTokenKeeper } from '../gateway';
import type { CredentialSealer } from './CredentialSealer';

/** The refresh token of an org's own connection, which all replicas share. */
export function orgTokenKeeper(options: {
  knex: Knex;
  sealer: CredentialSealer;
  orgId: string;
}): RefreshTokenKeeper {
  const { knex, sealer, orgId } = options;
  const read = async () => {
    const sealed = (await findOrg({ knex, orgId }))?.sealed_credentials;
    if (!sealed) return undefined;
    const credentials = await sealer.open({ orgId, sealed });
    return credentials.kind === 'web_server'
      ? { sealed, credentials }
      : undefined;
  };
  return {
    current: async () => (await read())?.credentials.refreshToken ?? '',
    replaced: async ({ from, to }) => {
      for (;;) {
        const stored = await read();
        if (stored?.credentials.refreshToken !== from) return;
        const { sealed } = await sealer.seal({
          orgId,
          credentials: { ...stored.credentials, refreshToken: to },
        });
        const isReplaced = await replaceSealed({
          knex,
          orgId,
          column: 'sealed_credentials',
          from: stored.sealed,
          to: sealed,
        });
        // The token that was used is worth nothing any more: another process
        // that only sealed it anew must not keep the next one out.
        if (isReplaced) return;
      }
    },
  };
}

/** For a token that is stored nowhere yet. */
export function memoryTokenKeeper(refreshToken: string): RefreshTokenKeeper {
  let current = refreshToken;
  return {
    current: async () => current,
    replaced: async ({ to }) => {
      current = to;
    },
  };
}

import type { OrgOperations } from '../core/types';
import type { RandomText } from './RandomText';
import type { RefreshToken } from './Session';
import { isFrozen } from './findUser';
import { insertRaw, purgeRaw, updateRaw } from './writeRaw';

/**
 * Refresh tokens by their text. The OauthToken row is the truth about whether
 * one still counts; rows that data brought without a token can be revoked all
 * the same, by their DeleteToken.
 */
export class RefreshTokenStore {
  readonly #org: OrgOperations;
  readonly #random: RandomText;
  readonly #tokens = new Map<string, RefreshToken>();

  constructor(options: { org: OrgOperations; random: RandomText }) {
    this.#org = options.org;
    this.#random = options.random;
  }

  reset(): void {
    this.#tokens.clear();
  }

  issue(options: {
    userId: string;
    clientId: string;
    appName: string;
    scopes: readonly string[];
  }): RefreshToken {
    const { userId, clientId, appName, scopes } = options;
    const token = `5Aep861${this.#random(80)}`;
    const deleteToken = this.#random(60);
    const oauthTokenId = insertRaw(this.#org, 'OauthToken', {
      AccessToken: `${token.slice(0, 8)}...`,
      AppName: appName,
      DeleteToken: deleteToken,
      UserId: userId,
      UseCount: 1,
      LastUsedDate: this.#org.clock.timestamp(),
    });
    const refreshToken: RefreshToken = {
      token,
      deleteToken,
      oauthTokenId,
      userId,
      clientId,
      scopes,
    };
    this.#tokens.set(token, refreshToken);
    return refreshToken;
  }

  /** The token if it still counts. */
  find(token: string): RefreshToken | undefined {
    const found = this.#tokens.get(token);
    const org = this.#org;
    if (!found || !org.store.get('OauthToken', found.oauthTokenId)) {
      return undefined;
    }
    const revokedByFreeze =
      org.switches.freezeRevokesRefreshTokens && isFrozen(org, found.userId);
    return revokedByFreeze ? undefined : found;
  }

  recordUse(refreshToken: RefreshToken): void {
    const row = this.#org.store.get('OauthToken', refreshToken.oauthTokenId);
    updateRaw(this.#org, 'OauthToken', refreshToken.oauthTokenId, {
      UseCount: Number(row?.UseCount ?? 0) + 1,
      LastUsedDate: this.#org.clock.timestamp(),
    });
  }

  /** Replaces a token by a new one; the old one is dead at once. */
  rotate(refreshToken: RefreshToken, appName: string): RefreshToken {
    const { userId, clientId, scopes } = refreshToken;
    this.#tokens.delete(refreshToken.token);
    purgeRaw(this.#org, 'OauthToken', refreshToken.oauthTokenId);
    return this.issue({ userId, clientId, appName, scopes });
  }

  /**
   * Revokes by the token itself or by the DeleteToken of its row. Returns the
   * token whose sessions end with it, `'rowOnly'` for a row of the data that
   * has none, undefined when nothing was found.
   */
  revoke(tokenOrDeleteToken: string): RefreshToken | 'rowOnly' | undefined {
    const org = this.#org;
    const known = [...this.#tokens.values()].find(
      candidate =>
        candidate.token === tokenOrDeleteToken ||
        candidate.deleteToken === tokenOrDeleteToken,
    );
    const row = known
      ? org.store.get('OauthToken', known.oauthTokenId)
      : org.store.findBy('OauthToken', 'DeleteToken', tokenOrDeleteToken)[0];
    if (!row) {
      return undefined;
    }
    purgeRaw(org, 'OauthToken', row.Id);
    if (known) {
      this.#tokens.delete(known.token);
    }
    org.journal.append(
      { userId: String(row.UserId) },
      {
        kind: 'tokenRevoked',
        object: 'OauthToken',
        id: row.Id,
        before: { AppName: row.AppName, UserId: row.UserId },
      },
    );
    return known ?? 'rowOnly';
  }
}

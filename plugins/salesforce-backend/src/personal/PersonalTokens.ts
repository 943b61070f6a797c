import type { Knex } from 'knex';
import { findConnection } from '../database/operations/personalConnections/findConnection';
import { listConnections } from '../database/operations/personalConnections/listConnections';
import { updateConnection } from '../database/operations/personalConnections/updateConnection';
import type { PersonalConnectionRow } from '../database/tables';
import type { LoginApp, RefreshTokenKeeper } from '../gateway';
import type { CredentialSealer } from '../orgs/CredentialSealer';

/** What stays of a person's login. Secrets: never log, never answer. */
export interface PersonalToken {
  app: LoginApp;
  refreshToken: string;
}

/** The tokens of people, as they stand sealed in their rows. */
export class PersonalTokens {
  readonly #knex: Knex;
  readonly #sealer: CredentialSealer;

  constructor(options: { knex: Knex; sealer: CredentialSealer }) {
    this.#knex = options.knex;
    this.#sealer = options.sealer;
  }

  async seal(
    key: { orgId: string; personRef: string },
    token: PersonalToken,
  ): Promise<string> {
    const { sealed } = await this.#sealer.sealValue({
      place: placeOf(key),
      value: token,
    });
    return sealed;
  }

  /** Undefined where none is kept, or no configured key opens it. */
  async open(row: PersonalConnectionRow): Promise<PersonalToken | undefined> {
    if (!row.sealed) return undefined;
    try {
      return await this.#sealer.openValue<PersonalToken>({
        place: placeOf({ orgId: row.org_id, personRef: row.person_ref }),
        sealed: row.sealed,
      });
    } catch {
      return undefined;
    }
  }

  /** For the session: the newest refresh token, whichever replica got it. */
  keeperOf(key: { orgId: string; personRef: string }): RefreshTokenKeeper {
    const read = async () => {
      const row = await findConnection({ knex: this.#knex, ...key });
      const token = row && (await this.open(row));
      return row && token ? { row, token } : undefined;
    };
    return {
      current: async () => (await read())?.token.refreshToken ?? '',
      replaced: async ({ from, to }) => {
        for (;;) {
          const stored = await read();
          // whoever is not at the token that was used knows a newer one
          if (stored?.token.refreshToken !== from) return;
          const result = await updateConnection({
            knex: this.#knex,
            ...key,
            revision: stored.row.revision,
            patch: {
              sealed: await this.seal(key, {
                ...stored.token,
                refreshToken: to,
              }),
            },
          });
          // The token that was used is worth nothing any more: another process
          // that only sealed it anew must not keep the next one out.
          if (result === 'updated') return;
        }
      },
    };
  }

  /**
   * Seals every token with the first key, also of people who do not come by:
   * the older key may be taken away then.
   */
  async rotate(): Promise<void> {
    if (!this.#sealer.canSeal) return;
    for (const row of await listConnections({ knex: this.#knex, of: 'all' })) {
      await this.renewSeal(row);
    }
  }

  /** Seals with the first key what an older one sealed. */
  async renewSeal(row: PersonalConnectionRow): Promise<void> {
    const token = await this.open(row);
    // What no key opens may be no sealed text at all.
    if (!row.sealed || !token || !this.#sealer.needsReseal(row.sealed)) return;
    const key = { orgId: row.org_id, personRef: row.person_ref };
    // a conflict means that another replica was faster
    await updateConnection({
      knex: this.#knex,
      ...key,
      revision: row.revision,
      patch: { sealed: await this.seal(key, token) },
    });
  }
}

function placeOf(key: { orgId: string; personRef: string }): string {
  return `personal ${key.orgId} ${key.personRef}`;
}

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { listOrgs } from '../database/operations/orgs/listOrgs';
import {
  replaceSealed,
  type SealedColumn,
} from '../database/operations/orgs/replaceSealed';
import type { OrgRow } from '../database/tables';
import type { OrgCredentials } from '../gateway';
import type { CredentialSealer } from './CredentialSealer';
import { loginAppPlace } from './LoginApps';
import { keyPairPlace } from './OrgKeyPairs';
import { toCredentialsView } from './orgViews';

/** Credentials as they stand in the rows of orgs. */
export class SealedCredentials {
  readonly #knex: Knex;
  readonly #sealer: CredentialSealer;
  readonly #logger: LoggerService;
  readonly #now: () => Date;

  constructor(options: {
    knex: Knex;
    sealer: CredentialSealer;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#knex = options.knex;
    this.#sealer = options.sealer;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  /** What to store: the sealed text, and beside it what may be shown. */
  async seal(
    orgId: string,
    credentials: OrgCredentials,
  ): Promise<{
    sealed_credentials: string;
    credentials_view: string;
  }> {
    const { sealed, keyId } = await this.#sealer.seal({ orgId, credentials });
    const updatedAt = this.#now().toISOString();
    return {
      sealed_credentials: sealed,
      credentials_view: JSON.stringify(
        toCredentialsView({ credentials, keyId, updatedAt }),
      ),
    };
  }

  /**
   * Seals all secrets of every org with the first of the configured keys: its
   * credentials, the app of people's logins, its own private key. Returns the
   * orgs of which something is opened by no configured key.
   */
  async rotate(): Promise<string[]> {
    const unreadable: string[] = [];
    if (!this.#sealer.canSeal) return unreadable;
    for (const row of await listOrgs({ knex: this.#knex })) {
      const problems = await this.#reseal(row);
      if (problems.length > 0) unreadable.push(row.id);
      for (const problem of problems) this.#logger.warn(problem);
    }
    return unreadable;
  }

  /**
   * One secret that cannot be opened keeps no other from the newest key, and
   * what somebody else stored meanwhile stays: a newer token, say.
   */
  async #reseal(row: OrgRow): Promise<string[]> {
    const knex = this.#knex;
    const orgId = row.id;
    const problems: string[] = [];
    const reseal = async (
      column: SealedColumn,
      work: (from: string) => Promise<{
        to: string;
        view?: Pick<OrgRow, 'credentials_view'>;
      }>,
    ) => {
      const from = row[column];
      try {
        if (!from || !this.#sealer.needsReseal(from)) return;
        await replaceSealed({
          knex,
          orgId,
          column,
          from,
          ...(await work(from)),
        });
      } catch (error) {
        problems.push(error instanceof Error ? error.message : `${error}`);
      }
    };
    const anew = (place: string) => async (sealed: string) => {
      const value = await this.#sealer.openValue<unknown>({ place, sealed });
      return { to: (await this.#sealer.sealValue({ place, value })).sealed };
    };
    await reseal('sealed_credentials', async sealed => {
      const { sealed_credentials, ...view } = await this.seal(
        orgId,
        await this.#sealer.open({ orgId, sealed }),
      );
      return { to: sealed_credentials, view };
    });
    await reseal('sealed_login_app', anew(loginAppPlace(orgId)));
    await reseal('sealed_key_pair', anew(keyPairPlace(orgId)));
    return problems;
  }
}

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { listOrgs } from '../database/operations/orgs/listOrgs';
import { updateOrg } from '../database/operations/orgs/updateOrg';
import type { OrgRow } from '../database/tables';
import type { OrgCredentials } from '../gateway';
import type { CredentialSealer } from './CredentialSealer';
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
  ): Promise<Pick<OrgRow, 'sealed_credentials' | 'credentials_view'>> {
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
   * Seals the credentials of every org with the first of the configured keys.
   * Returns the orgs whose credentials no configured key opens.
   */
  async rotate(): Promise<string[]> {
    const unreadable: string[] = [];
    if (!this.#sealer.canSeal) return unreadable;
    for (const row of await listOrgs({ knex: this.#knex })) {
      const sealed = row.sealed_credentials;
      if (!sealed || !this.#sealer.needsReseal(sealed)) continue;
      try {
        const credentials = await this.#sealer.open({ orgId: row.id, sealed });
        // a conflict means that another replica was faster
        await updateOrg({
          knex: this.#knex,
          orgId: row.id,
          revision: row.revision,
          patch: await this.seal(row.id, credentials),
          at: this.#now().toISOString(),
        });
      } catch (error) {
        unreadable.push(row.id);
        this.#logger.warn(error instanceof Error ? error.message : `${error}`);
      }
    }
    return unreadable;
  }
}

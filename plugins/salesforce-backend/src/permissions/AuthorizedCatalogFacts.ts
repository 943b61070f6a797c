import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { SalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';
import type { CatalogFactReader } from '../inventory/CatalogFactReader';

const theCatalog = 'plugin:catalog';

/**
 * Lets the host's catalog read what it shows, and nobody else: neither people,
 * who ask the inventory by their own rights, nor programs with a token.
 */
export class AuthorizedCatalogFacts {
  readonly #inner: CatalogFactReader;
  readonly #auth: AuthService;

  constructor(options: { inner: CatalogFactReader; auth: AuthService }) {
    this.#inner = options.inner;
    this.#auth = options.auth;
  }

  reading(credentials: BackstageCredentials): CatalogFactReader {
    const isCatalog =
      this.#auth.isPrincipal(credentials, 'service') &&
      credentials.principal.subject === theCatalog;
    if (!isCatalog) {
      throw new SalesdeskError(
        'NotAllowedError',
        'Only the catalog of the host reads this',
        { code: 'not_permitted' },
      );
    }
    return this.#inner;
  }
}

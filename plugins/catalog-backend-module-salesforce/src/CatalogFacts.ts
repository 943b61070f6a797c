import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  createSalesforceApiClient,
  type CatalogFact,
  type CatalogOrg,
} from '@salesdesk/backstage-plugin-salesforce-common';

const rowsPerRead = 500;

/** What the Salesforce plugin tells the catalog, and nobody else. */
export class CatalogFacts {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  async orgs(): Promise<CatalogOrg[]> {
    const client = await this.#client();
    const { data, error, response } = await client.GET('/catalog-facts/orgs');
    if (!data) throw refused(response, error);
    return data.items;
  }

  /** All of a kind in an org, page after page. */
  async facts(
    org: string,
    kind: 'permission_sets' | 'people',
  ): Promise<CatalogFact[]> {
    const facts: CatalogFact[] = [];
    let cursor: string | undefined;
    do {
      const client = await this.#client();
      const { data, error, response } = await client.GET(
        '/catalog-facts/orgs/{org}',
        {
          params: {
            path: { org },
            query: { kind, cursor, limit: rowsPerRead },
          },
        },
      );
      if (!data) throw refused(response, error);
      facts.push(...data.items);
      cursor = data.nextCursor;
    } while (cursor);
    return facts;
  }

  async #client() {
    const [baseUrl, { token }] = await Promise.all([
      this.#discovery.getBaseUrl('salesforce'),
      this.#auth.getPluginRequestToken({
        onBehalfOf: await this.#auth.getOwnServiceCredentials(),
        targetPluginId: 'salesforce',
      }),
    ]);
    return createSalesforceApiClient({
      baseUrl,
      fetch: (input, init) => {
        const request = new Request(input, init);
        request.headers.set('authorization', `Bearer ${token}`);
        return fetch(request);
      },
    });
  }
}

function refused(response: Response, error: unknown): Error {
  const { message } = (error as { error?: { message?: string } }).error ?? {};
  return new Error(
    `The Salesforce plugin answered ${response.status}: ${message ?? ''}`,
  );
}

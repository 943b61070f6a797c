import type { OrgRow } from '../database/tables';
import type { LoginApp } from '../gateway';
import type { CredentialSealer } from './CredentialSealer';
import type { DefaultGatewayProvider } from './DefaultGatewayProvider';
import type { ConfiguredOrg } from './readOrgsConfig';

/** The apps through which people log in to orgs as themselves. */
export class LoginApps {
  readonly #configured: ReadonlyMap<string, ConfiguredOrg>;
  readonly #sealer: CredentialSealer;
  readonly #provider: Pick<DefaultGatewayProvider, 'credentialsOf'>;

  static create(options: {
    configured: ConfiguredOrg[];
    sealer: CredentialSealer;
    provider: Pick<DefaultGatewayProvider, 'credentialsOf'>;
  }): LoginApps {
    return new LoginApps(options);
  }

  private constructor(options: {
    configured: ConfiguredOrg[];
    sealer: CredentialSealer;
    provider: Pick<DefaultGatewayProvider, 'credentialsOf'>;
  }) {
    this.#configured = new Map(options.configured.map(org => [org.id, org]));
    this.#sealer = options.sealer;
    this.#provider = options.provider;
  }

  /** Whether people can log in to this org; opens no secret. */
  isOffered(row: OrgRow): boolean {
    return (
      row.status !== 'disconnected' &&
      (row.source === 'config'
        ? this.#configured.get(row.id)?.loginApp !== undefined
        : row.sealed_login_app !== null || kindOf(row) === 'web_server')
    );
  }

  /** Undefined where people cannot log in. */
  async of(row: OrgRow): Promise<LoginApp | undefined> {
    if (!this.isOffered(row)) return undefined;
    if (row.source === 'config') return this.#configured.get(row.id)?.loginApp;
    if (row.sealed_login_app) {
      return this.#sealer.openValue<LoginApp>({
        place: loginAppPlace(row.id),
        sealed: row.sealed_login_app,
      });
    }
    const credentials = await this.#provider.credentialsOf(row);
    if (credentials.kind !== 'web_server') return undefined;
    const { loginUrl, clientId, clientSecret } = credentials;
    return { loginUrl, clientId, ...(clientSecret ? { clientSecret } : {}) };
  }
}

/** Where the app of an org is sealed for. */
export function loginAppPlace(orgId: string): string {
  return `login-app ${orgId}`;
}

function kindOf(row: OrgRow): unknown {
  return row.credentials_view && JSON.parse(row.credentials_view).kind;
}

import { Connection } from 'jsforce';
import { GatewayError } from '@salesdesk/backstage-plugin-salesforce-node';
import { classifyAnswer, classifyWireError } from './classifyFailure';
import { loginFailure, toIssuedToken, type IssuedToken } from './loginAnswers';
import type { OrgCredentials, RefreshTokenKeeper } from './OrgCredentials';
import { requestToken } from './requestToken';
import { WireError, WireTransport } from './WireTransport';

/** An access token and what came with it. */
export interface Session {
  readonly connection: Connection;
  readonly instanceUrl: string;
  /** 18 characters. */
  readonly organizationId: string;
  /** The integration user, 18 characters. */
  readonly userId: string;
}

/**
 * After a refused login none is tried for this long. Salesforce locks a user
 * out after a handful of failed logins, and counts them for everyone.
 */
const refusalMemory = 60_000;

/**
 * The login of one org in this process: one token for all calls, one login at
 * a time however many calls find the token expired. Client credentials and JWT
 * bearer bring no refresh token, so every flow simply logs in again.
 */
export class OrgSession {
  readonly #credentials: OrgCredentials;
  readonly #apiVersion: string;
  readonly #timeout: number;
  readonly #now: () => Date;
  readonly #keeper: RefreshTokenKeeper | undefined;
  #session: Session | undefined;
  #login: Promise<Session> | undefined;
  #refusal: { error: GatewayError; until: number } | undefined;

  constructor(options: {
    credentials: OrgCredentials;
    apiVersion: string;
    /** Milliseconds for a call to the token endpoint. */
    timeout: number;
    now: () => Date;
    /** Where the refresh token is kept, for credentials that have one. */
    keeper?: RefreshTokenKeeper;
  }) {
    this.#keeper = options.keeper;
    this.#credentials = options.credentials;
    this.#apiVersion = options.apiVersion;
    this.#timeout = options.timeout;
    this.#now = options.now;
  }

  /** The session in use, or a new login. */
  async current(): Promise<Session> {
    return this.#session ?? this.#logIn();
  }

  /**
   * A session other than the one that Salesforce just refused. When somebody
   * else has renewed it meanwhile, theirs is taken.
   */
  async renew(refused: Session): Promise<Session> {
    if (this.#session === refused) this.#session = undefined;
    return this.current();
  }

  /** Ends the session at Salesforce. True when Salesforce confirmed it. */
  async revoke(): Promise<boolean> {
    const session = this.#session;
    this.#session = undefined;
    const token = session?.connection.accessToken;
    if (!session || !token) return true;
    const answer = await this.#postRevocation(session, token).catch(() => {});
    return answer?.statusCode === 200;
  }

  /**
   * Revokes a token of somebody else, by Salesforce's revoke endpoint, which
   * asks for no login. A token that is gone already counts as revoked. Throws
   * a GatewayError in which the token does not occur.
   */
  async revokeToken(token: string): Promise<void> {
    const session = await this.current();
    const answer = await this.#postRevocation(session, token).catch(error => {
      throw error instanceof WireError
        ? classifyWireError({ kind: 'write', error })
        : error;
    });
    if (answer?.statusCode === 200) return;
    // Only this says that the token is gone; other refusals leave it alive.
    const refusal = refusalIn(answer?.body);
    if (refusal.code === 'invalid_token') return;
    throw classifyAnswer({
      kind: 'write',
      answer: {
        statusCode: answer?.statusCode ?? 0,
        headers: answer?.headers ?? {},
        ...refusal,
      },
    });
  }

  async #postRevocation(session: Session, token: string) {
    const transport = new WireTransport({ timeout: this.#timeout });
    const { body } = await transport.httpRequest({
      method: 'POST',
      url: `${session.instanceUrl}/services/oauth2/revoke`,
      body: new URLSearchParams({ token }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    return transport.answer && { ...transport.answer, body: String(body) };
  }

  #logIn(): Promise<Session> {
    if (this.#refusal && this.#refusal.until > this.#now().getTime()) {
      return Promise.reject(this.#refusal.error);
    }
    this.#login ??= this.#requestSession()
      .then(session => {
        this.#refusal = undefined;
        this.#session = session;
        return session;
      })
      .catch(error => {
        if (isRefusal(error)) {
          const until = this.#now().getTime() + refusalMemory;
          this.#refusal = { error, until };
        }
        throw error;
      })
      .finally(() => {
        this.#login = undefined;
      });
    return this.#login;
  }

  async #requestSession(): Promise<Session> {
    const { accessToken, instanceUrl, organizationId, userId } =
      await this.#requestToken();
    return {
      connection: new Connection({
        instanceUrl,
        accessToken,
        version: this.#apiVersion,
        // jsforce prints tokens at its debug level, which an environment
        // variable can switch on
        logLevel: 'NONE',
        callOptions: { client: 'Salesdesk' },
      }),
      instanceUrl,
      organizationId,
      userId,
    };
  }

  async #requestToken(): Promise<IssuedToken> {
    const credentials = this.#credentials;
    const keeper = this.#keeper;
    if (credentials.kind !== 'web_server' || !keeper) {
      return this.#exchange(credentials);
    }
    const used = await keeper.current();
    try {
      return await this.#refresh(credentials, keeper, used);
    } catch (error) {
      // with rotation, another process may have used the token just before
      const newer = await keeper.current();
      if (newer === used || !isRefusal(error)) throw error;
      return this.#refresh(credentials, keeper, newer);
    }
  }

  async #refresh(
    credentials: Extract<OrgCredentials, { kind: 'web_server' }>,
    keeper: RefreshTokenKeeper,
    refreshToken: string,
  ): Promise<IssuedToken> {
    const issued = await this.#exchange({ ...credentials, refreshToken });
    if (issued.refreshToken && issued.refreshToken !== refreshToken) {
      await keeper.replaced({ from: refreshToken, to: issued.refreshToken });
    }
    return issued;
  }

  async #exchange(credentials: OrgCredentials): Promise<IssuedToken> {
    const transport = new WireTransport({ timeout: this.#timeout });
    const token = await requestToken({
      credentials,
      transport,
      now: this.#now(),
    }).catch(error => {
      throw loginFailure({ error, statusCode: transport.answer?.statusCode });
    });
    return toIssuedToken(token);
  }
}

function isRefusal(error: unknown): boolean {
  return (
    error instanceof GatewayError && error.failure === 'credentials_refused'
  );
}

/** What an answer of the revoke endpoint says: OAuth's form, or that of the REST API. */
function refusalIn(body: string | undefined): {
  code?: string;
  message?: string;
} {
  try {
    const parsed: unknown = JSON.parse(body ?? '');
    const first: unknown = Array.isArray(parsed) ? parsed[0] : parsed;
    const { error, errorCode, message } = (first ?? {}) as Record<
      string,
      unknown
    >;
    const code = errorCode ?? error;
    return {
      ...(typeof code === 'string' ? { code } : {}),
      ...(typeof message === 'string' ? { message } : {}),
    };
  } catch {
    return {};
  }
}

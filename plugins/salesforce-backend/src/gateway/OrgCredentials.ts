/** What opens an org, after parsing. Secrets: never log, never answer. */
export type OrgCredentials =
  | {
      kind: 'username_password';
      loginUrl: string;
      clientId: string;
      clientSecret: string;
      username: string;
      password: string;
      /** Appended to the password unless the caller's address is trusted. */
      securityToken?: string;
    }
  | {
      kind: 'client_credentials';
      loginUrl: string;
      clientId: string;
      clientSecret: string;
    }
  | {
      kind: 'jwt_bearer';
      loginUrl: string;
      clientId: string;
      username: string;
      /** PEM, RSA, PKCS #8 or PKCS #1. */
      privateKey: string;
    }
  | {
      /** Somebody logged in with a browser; the refresh token is what stays. */
      kind: 'web_server';
      loginUrl: string;
      clientId: string;
      clientSecret?: string;
      refreshToken: string;
    };

/**
 * The refresh token of a connection, where several processes share it. Apps may
 * ask for rotation: then each use of a token brings the next, and ends it.
 */
export interface RefreshTokenKeeper {
  /** As it is stored now; another process may have replaced it. */
  current(): Promise<string>;
  replaced(change: { from: string; to: string }): Promise<void>;
}

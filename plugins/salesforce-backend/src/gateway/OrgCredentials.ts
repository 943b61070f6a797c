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
    };

/** An open session; its token is what callers send. */
export interface Session {
  readonly token: string;
  readonly userId: string;
  /** Id of the AuthSession row; without the row the session is over. */
  readonly authSessionId: string;
  /** Consumer key of the app; null for SOAP logins and minted tokens. */
  readonly clientId: string | null;
  /** What the request log and the journal call the caller. */
  readonly clientName: string | null;
  readonly scopes: readonly string[];
  /** Milliseconds since 1970. */
  readonly issuedAt: number;
  /** Refresh token that it came from, if any. */
  readonly refreshToken: string | null;
}

/** How somebody logged in, for AuthSession and LoginHistory. */
export interface LoginFacts {
  /** `Remote Access 2.0`, `Partner Product`, `Application`. */
  readonly loginType: string;
  readonly sourceIp: string;
  readonly application: string;
  readonly loginUrl: string;
  readonly apiVersion?: string;
}

/** A grant that outlives its sessions. */
export interface RefreshToken {
  readonly token: string;
  /** What an admin sees of it, and may hand to the revoke endpoint. */
  readonly deleteToken: string;
  readonly oauthTokenId: string;
  readonly userId: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
}

/** A refusal of the OAuth endpoints: an object, never the REST array. */
export class OauthError extends Error {
  readonly error: string;
  readonly description: string;
  readonly status: number;
  /** What LoginHistory says about it, when it was an attempt to log in. */
  readonly loginStatus: string | undefined;

  constructor(options: {
    error: string;
    description: string;
    status?: number;
    loginStatus?: string;
  }) {
    super(`${options.error}: ${options.description}`);
    this.name = 'OauthError';
    this.error = options.error;
    this.description = options.description;
    this.status = options.status ?? 400;
    this.loginStatus = options.loginStatus;
  }

  toJson(): { error: string; error_description: string } {
    return { error: this.error, error_description: this.description };
  }
}

/** 400 invalid_grant, by far the most frequent refusal. */
export function invalidGrant(
  description: string,
  loginStatus?: string,
): OauthError {
  return new OauthError({ error: 'invalid_grant', description, loginStatus });
}

/** 400 invalid_request for a parameter that is not there. */
export function missingParameter(name: string): OauthError {
  return new OauthError({
    error: 'invalid_request',
    description: `missing required parameter: ${name}`,
  });
}

/** A Salesforce user as a data set describes them. */
export interface UserSpec {
  readonly firstName: string | null;
  readonly lastName: string;
  readonly email: string;
  /** Default: the e-mail address. */
  readonly username?: string;
  readonly profile: string;
  readonly role?: string;
  readonly title?: string;
  readonly department?: string;
  /** Username of the manager. */
  readonly manager?: string;
  readonly isActive: boolean;
  /** Stored datetime of the last login; null for never. */
  readonly lastLogin: string | null;
  /** Stored datetime. */
  readonly created: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly language: string;
  readonly country: string;
  readonly isFrozen?: boolean;
  readonly employeeNumber?: string;
}

/** The username of a spec, as it is stored. */
export function usernameOf(spec: UserSpec): string {
  return (spec.username ?? spec.email).toLowerCase();
}

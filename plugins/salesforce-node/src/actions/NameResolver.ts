import type {
  FieldError,
  Picker,
  Target,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { SoqlField } from '../gateway/soql';

/** A Salesforce user as actions need it. @public */
export interface ResolvedUser {
  id: string;
  name: string;
  username: string;
  email: string;
  isActive: boolean;
  /** Of inactive users it is known only where `withLogins` asked for it. */
  isFrozen: boolean;
  /** Known where `withLogins` asked for it and Salesforce has made one. */
  userLoginId?: string;
  profileId: string;
  profileName: string;
  licenseName: string;
  roleId: string | null;
  roleName: string | null;
  userType: string;
  federationId: string | null;
  /** The catalog person, where known. */
  personRef?: string;
  /** What `alsoRead` asked for, by API name or child relationship. */
  fields: Record<string, unknown>;
  /** As shown in plans. */
  target: Target;
}

/** Any other named record: profile, role, permission set, group. @public */
export interface ResolvedRecord {
  id: string;
  label: string;
  name: string;
  /** Further fields that were read, by API name. */
  fields: Record<string, unknown>;
}

/**
 * Turns references that people wrote into records. What cannot be resolved is
 * thrown as one `InputError` with a field error per reference, each listing its
 * candidates; never a guess.
 *
 * @public
 */
export interface NameResolver {
  /** Users by the grammar of `userReference`; each once, in the order named. */
  users(options: {
    path: string;
    references: string[];
    /** Which users sets such as `role:` bring in. Default: active ones. */
    setsInclude?: 'active' | 'all';
    /** Further fields and children of User, read in the same call. */
    alsoRead?: SoqlField[];
    /** Read every user's `userLoginId`, which freezing needs. */
    withLogins?: boolean;
  }): Promise<ResolvedUser[]>;
  user(options: {
    path: string;
    reference: string;
    alsoRead?: SoqlField[];
    withLogins?: boolean;
  }): Promise<ResolvedUser>;
  record(options: {
    path: string;
    picker: Exclude<
      Picker,
      | 'salesforce-user'
      | 'any-license'
      | 'time-zone'
      | 'locale'
      | 'language'
      | 'email-encoding'
    >;
    reference: string;
  }): Promise<ResolvedRecord>;
  /** A picklist value of User, legacy time zones mapped (US/Eastern → America/New_York). */
  value(options: {
    path: string;
    picker: 'time-zone' | 'locale' | 'language' | 'email-encoding';
    reference: string;
  }): Promise<string>;
  /**
   * The catalog person whose Salesforce user this is, or would be. Costs no
   * call to Salesforce.
   */
  person(user: {
    username: string;
    email: string;
    federationId: string | null;
  }): Promise<{ ref: string; displayName: string } | undefined>;
  /** Throws the given errors as the resolver does, for checks of the action's own. */
  refuse(errors: FieldError[]): never;
}

import { z } from 'zod';

/**
 * Where nobody could tell how the real org behaves, the local org can behave
 * either way. Whoever builds on it runs their tests under both settings, so
 * that no guess of ours becomes a habit of theirs. The defaults are what we
 * believe.
 */
export const switchesSchema = z
  .object({
    /** Code of "you cannot deactivate this user because ...". */
    deactivationBlockerErrorCode: z
      .enum([
        'FIELD_INTEGRITY_EXCEPTION',
        'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
        'FIELD_CUSTOM_VALIDATION_EXCEPTION',
        'UNKNOWN_EXCEPTION',
      ])
      .default('FIELD_INTEGRITY_EXCEPTION'),
    /** Answer to DELETE on a User. */
    userDeleteErrorCode: z
      .enum([
        'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
        'INSUFFICIENT_ACCESS_OR_READONLY',
        'METHOD_NOT_ALLOWED',
        'DELETE_FAILED',
      ])
      .default('INSUFFICIENT_ACCESS_OR_READONLY'),
    /** A profile that the user's licence or permission sets do not allow. */
    profileLicenseMismatchErrorCode: z
      .enum(['FIELD_INTEGRITY_EXCEPTION', 'INVALID_CROSS_REFERENCE_KEY'])
      .default('FIELD_INTEGRITY_EXCEPTION'),
    /** Deleting the assignment of the permission set that a profile owns. */
    profileOwnedAssignmentDeleteErrorCode: z
      .enum([
        'INSUFFICIENT_ACCESS_OR_READONLY',
        'DELETE_FAILED',
        'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
      ])
      .default('INSUFFICIENT_ACCESS_OR_READONLY'),
    /** Whether freezing a user ends the sessions that are open. */
    freezeEndsSessions: z.boolean().default(false),
    /** Whether freezing a user makes refresh tokens useless. */
    freezeRevokesRefreshTokens: z.boolean().default(false),
    /** Text of the token endpoint's invalid_grant for a frozen user. */
    frozenUserOauthDescription: z
      .enum(['authentication failure', 'user is frozen', 'inactive user'])
      .default('authentication failure'),
    /** Adding a member to a group that already has them. */
    duplicateGroupMember: z.enum(['error', 'success']).default('error'),
    /** Assigning a permission set to an inactive user. */
    assignmentToInactiveUser: z
      .enum(['refuse', 'accept', 'ignore'])
      .default('refuse'),
    /** DELETE on the password of an inactive user. */
    passwordResetOfInactiveUser: z.enum(['refuse', 'accept']).default('refuse'),
    /** DELETE on the password of a frozen user. */
    passwordResetOfFrozenUser: z.enum(['refuse', 'accept']).default('accept'),
    /** Code of the 404 for PATCH and DELETE on a row that is not there. */
    missingRowErrorCode: z
      .enum(['NOT_FOUND', 'INVALID_CROSS_REFERENCE_KEY'])
      .default('NOT_FOUND'),
    /** PATCH, GET or DELETE with an id of another object. */
    wrongKeyPrefixErrorCode: z
      .enum(['NOT_FOUND', 'MALFORMED_ID'])
      .default('NOT_FOUND'),
    /** Code for more than 200 rows, 25 subrequests, 500 nodes. */
    oversizedRequestErrorCode: z
      .enum([
        'EXCEEDED_ID_LIMIT',
        'LIMIT_EXCEEDED',
        'PROCESSING_HALTED',
        'JSON_PARSER_ERROR',
      ])
      .default('EXCEEDED_ID_LIMIT'),
    /** Whether a changed e-mail address waits for its owner's confirmation. */
    emailChange: z
      .enum(['immediate', 'afterVerification'])
      .default('immediate'),
    /** Whether creating a user over REST mails a welcome. */
    welcomeMailOnUserInsert: z.boolean().default(false),
    /** Whether the password flow says why it refused. */
    passwordFlowError: z.enum(['uniform', 'specific']).default('uniform'),
    /** Separator in "Duplicate PermissionSetAssignment. Assignee: ...". */
    duplicateAssignmentSeparator: z.enum([';', ',']).default(';'),
    /** How long a permission set group stays Outdated, then Updating (ms). */
    permissionSetGroupRecalculationMs: z.number().int().min(0).default(0),
    /** How long UsedLicenses lags behind what was assigned (ms). */
    licenseCountLagMs: z.number().int().min(0).default(0),
    /** Whether a refused deactivation names every blocker or the first. */
    deactivationBlockersShown: z.enum(['all', 'first']).default('all'),
    /** How long moving people in the role hierarchy locks others out (ms). */
    sharingRecalculationMs: z.number().int().min(0).default(0),

    // ---- on the wire: settings of an org that its admins choose, or that
    // Salesforce chose for it
    /** "Allow OAuth Username-Password Flows"; off in orgs made since 2023. */
    passwordFlow: z.boolean().default(false),
    /** Whether the SOAP call login() is allowed (API 31.0 to 64.0). */
    soapLogin: z.boolean().default(true),
    /** Whether passwords must be followed by the user's security token. */
    securityTokenRequired: z.boolean().default(false),
    /** API Access Control: only apps that are allow-listed may call. */
    apiAccessControl: z.boolean().default(false),
    /** Whether nobody may approve an app that is not installed (Sept 2025). */
    uninstalledAppsBlocked: z.boolean().default(true),
    /** As if every request came in at login.salesforce.com. */
    actAsLoginHost: z.boolean().default(false),
    /** Whether the edition has the API at all. */
    apiEnabled: z.boolean().default(true),
    /** What a user without "API Enabled" gets; most say it like the org. */
    userWithoutApiErrorCode: z
      .enum(['API_DISABLED_FOR_ORG', 'API_CURRENTLY_DISABLED'])
      .default('API_DISABLED_FOR_ORG'),
    /** `closed`: the org is locked, suspended or gone. */
    orgStatus: z.enum(['open', 'closed']).default('open'),
    /** Logins that one user may make within an hour. */
    loginsPerHour: z.number().int().min(0).default(3600),
    /** Wrong passwords in a row that lock a user. */
    invalidLoginsUntilLockout: z.number().int().min(1).default(10),
    /** A session ends after so many seconds without a call. */
    sessionTimeoutSeconds: z.number().int().min(1).default(7200),
    /** An upper bound of our own for pages of queries; null for none. */
    queryPageLimit: z.number().int().min(1).nullable().default(null),
    /** How long a bulk job stays InProgress (ms by the org's clock). */
    bulkProcessingMs: z.number().int().min(0).default(0),
    /** Requests that may run at a time once they are long. */
    concurrentLongRequests: z.number().int().min(0).default(25),
    /** After so many milliseconds (real time) a request counts as long. */
    longRequestMs: z.number().int().min(0).default(20_000),
    /** Whether answers are compressed for callers that accept gzip. */
    compressAnswers: z.boolean().default(false),
  })
  .strict();

/** The settings of one org; `Org.switches` holds them, and tests flip them. */
export type Switches = z.infer<typeof switchesSchema>;

/** Every switch at its default. */
export function defaultSwitches(): Switches {
  return switchesSchema.parse({});
}

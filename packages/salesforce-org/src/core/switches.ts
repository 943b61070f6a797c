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
  })
  .strict();

/** The settings of one org; `Org.switches` holds them, and tests flip them. */
export type Switches = z.infer<typeof switchesSchema>;

/** Every switch at its default. */
export function defaultSwitches(): Switches {
  return switchesSchema.parse({});
}

/** Who calls, and how. Every operation of the engine takes one. */
export interface CallContext {
  /** The running user, 18 characters. */
  readonly userId: string;
  /** As in the path: `63.0`. It shapes URLs in answers and some statuses. */
  readonly apiVersion: string;
  /** `client=` of the header Sforce-Call-Options, or the connected app. */
  readonly clientName?: string;
  /** Objects and envelope of the tooling API. */
  readonly tooling?: boolean;
  /** Id of the AuthSession the call came through, for `IsCurrent`. */
  readonly sessionId?: string;
  /** Sforce-Auto-Assign; assignment rules apply unless false. */
  readonly autoAssign?: boolean;
  /** Sforce-Duplicate-Rule-Header: allowSave=true. */
  readonly allowDuplicates?: boolean;
  /**
   * The org itself acts (seeding, cascades, the control API): the access
   * model is not asked and read-only fields may be written.
   */
  readonly systemMode?: boolean;
}

import type { BatchingReader } from '../gateway';
import type { OwnRecordsReader } from './OwnRecordsReader';

/** Whose eyes a person reads an org with. */
export type ReadingAs =
  /** Their own session: Salesforce enforces what they may see. */
  | 'person'
  /** The integration user, for people who may read beyond their own data. */
  | 'integration-user'
  /** The integration user, narrowed to what is the person's own. */
  | 'own-records';

/** How one person reads one org. */
export interface PersonalData {
  as: ReadingAs;
  /** Reads nothing that the person may not see. */
  reader: BatchingReader;
  /** With `own-records`: what narrows, for those who send the query themselves. */
  narrowing?: OwnRecordsReader;
  /** Their Salesforce user, where it was needed to know. */
  salesforceUserId?: string;
  /** What to tell the person about what was left out, of all reads so far. */
  notes(): string[];
  /** To what rows were restricted, of all reads so far; undefined where they were not. */
  restrictedTo(): string | undefined;
}

/**
 * The one way to data of an org on behalf of a person: whoever queries, reads
 * a record, describes or exports for somebody takes the reader from here.
 *
 * 1. Who has connected their own Salesforce reads with that session.
 * 2. Who may run reads beyond their own data (`salesforce.action.read`) reads
 *    as the integration user.
 * 3. Everybody else reads through the integration user, and Salesdesk enforces:
 *    queries are narrowed on the syntax tree to rows that the person owns;
 *    records that are asked for by id are shown if Salesforce's
 *    `UserRecordAccess` says that the person may see them; fields and objects go by
 *    `UserFieldAccess` and `UserEntityAccess`. See docs/data.md.
 */
export interface RunQueryAs {
  /**
   * Throws NotAllowedError `not_permitted` for a person of the third kind
   * without a Salesforce user, and what opening the org throws.
   */
  open(options: {
    orgId: string;
    /** Entity ref of the person. */
    personRef: string;
    /** Whether the host's roles let them read beyond their own data. */
    mayReadAll: boolean;
  }): Promise<PersonalData>;
}

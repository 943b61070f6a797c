import type { DraftRow, FieldValue, Row } from './values';

/** Reading. Ids must be 18 characters here; the edge has normalised them. */
export interface RecordReader {
  /** Also finds deleted rows (`IsDeleted` true). */
  get(object: string, id: string): Row | undefined;
  /** Rows in order of creation, without deleted ones unless asked for. */
  all(object: string, options?: { deleted?: boolean }): Iterable<Row>;
  /**
   * Rows whose field has this value, without deleted ones unless asked for.
   * References, ids, unique, external-id and name fields are indexed; any
   * other field is indexed at its first use. Texts compare without regard to
   * case unless the field is case-sensitive; null finds nothing.
   */
  findBy(
    object: string,
    field: string,
    value: FieldValue,
    options?: { deleted?: boolean },
  ): readonly Row[];
  /** Number of rows that are not deleted. */
  count(object: string): number;
}

/** Writing without rules or validation. Every write can be undone. */
export interface Transaction extends RecordReader {
  /** Stores a row; the id and the system fields are filled in if absent. */
  insert(object: string, values: DraftRow): Row;
  /** Replaces the fields given, and LastModified* unless they are given. */
  update(object: string, id: string, values: DraftRow): Row;
  /** Marks the row as deleted and puts it into the recycle bin. */
  delete(object: string, id: string): void;
  /** Takes the row out of the recycle bin. */
  undelete(object: string, id: string): void;
  /** Removes the row for good; used for objects without a recycle bin. */
  purge(object: string, id: string): void;
}

/** All rows of one org, in memory. */
export interface RecordStore extends RecordReader {
  /**
   * Adds rows in bulk: no rules, no validation, no journal. Ids and system
   * fields are filled in if absent. For seeding; 500,000 rows in a second or
   * two. Returns the ids.
   */
  load(object: string, rows: readonly DraftRow[]): string[];
  /**
   * Grows with every write to the object, also with those that are rolled
   * back: whoever keeps something computed from its rows compares it.
   */
  revision(object: string): number;
  /**
   * Remembers all rows; what it answers puts them back, in a millisecond or
   * two. Numbers of ids go on, and what else the org keeps stays as it is.
   */
  remember(): () => void;
}

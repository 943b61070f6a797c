/** A boolean column: SQLite answers 0 and 1. */
export type StoredBoolean = boolean | number;

/** A 64-bit column: PostgreSQL answers text. */
export type StoredBigInteger = number | string;

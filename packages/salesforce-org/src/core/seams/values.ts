/**
 * A stored value. Dates are `YYYY-MM-DD`, datetimes `YYYY-MM-DDThh:mm:ss.SSS+0000`
 * (always UTC), times `hh:mm:ss.SSSZ`, multi-select picklists `a;b`, ids 18
 * characters long. Compound values (addresses) are not stored, only their parts.
 */
export type FieldValue = string | number | boolean | null;

/**
 * A stored row by canonical field names. An absent key means null. Rows are
 * never changed in place: an update puts a new row in the place of the old,
 * so whoever holds a row holds what it was.
 */
export interface Row {
  readonly Id: string;
  readonly [field: string]: FieldValue | undefined;
}

/** Values of a row that is about to be stored. Rules may change them. */
export type DraftRow = Record<string, FieldValue | undefined>;

/** JSON as it arrives in a body. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | JsonValue[]
  | { [key: string]: JsonValue };

/** Fields of a body: names in any casing, parents by external id as objects. */
export type FieldInput = Record<string, JsonValue | undefined>;

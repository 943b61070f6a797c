/** A record of a query's answer, in the order of the select list. */
export interface QueryRecord {
  attributes: { type: string; url?: string };
  [key: string]: unknown;
}

/** A child subquery's answer inside a record; null when there are none. */
export interface ChildRecords {
  totalSize: number;
  done: true;
  /** All of them. The HTTP layer may cut it into pages. */
  records: QueryRecord[];
}

/** An entry of `columnMetadata`, in answer to `columns=true`. */
export interface ColumnMetadata {
  aggregate: boolean;
  apexType: string;
  booleanType: boolean;
  columnName: string;
  custom: boolean;
  displayName: string;
  foreignKeyName: string | null;
  insertable: boolean;
  joinColumns: ColumnMetadata[];
  numberType: boolean;
  textType: boolean;
  updatable: boolean;
}

export interface ColumnsDescription {
  columnMetadata: ColumnMetadata[];
  entityName: string;
  groupBy: boolean;
  idSelected: boolean;
  keyPrefix: string | null;
}

export interface QueryResult {
  /** Rows that match, after LIMIT and OFFSET. */
  readonly totalSize: number;
  /** Canonical name of the object after FROM. */
  readonly entityName: string;
  /** Answers of aggregates cannot be continued by a locator. */
  readonly aggregate: boolean;
  /**
   * Records `from` (inclusive) to `to` (exclusive; default: all), built at the
   * time of the call from the rows as they were when the query ran. Building
   * only the page asked for is what keeps large queries cheap.
   */
  records(from?: number, to?: number): QueryRecord[];
  columns(): ColumnsDescription;
}

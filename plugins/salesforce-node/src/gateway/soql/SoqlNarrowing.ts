import type { SoqlCondition } from './SoqlCondition';

/**
 * Where a part of a query reads rows: after FROM, or children of such rows.
 * Each part has a source object of its own, even where names are the same.
 *
 * @public
 */
export type SoqlSource =
  | { kind: 'object'; name: string }
  | { kind: 'children'; relationship: string; of: SoqlSource };

/**
 * What a query does with a field. `shown`: its value stands in the answer, in
 * the row it belongs to. `judged`: rows are chosen, ordered, grouped or counted
 * by it, so that its value shows in which rows come back.
 *
 * @public
 */
export type SoqlUse = 'shown' | 'judged';

/**
 * Decides what a query may read. Every method throws to refuse the query.
 *
 * @public
 */
export interface SoqlNarrowing {
  /**
   * The path as the org writes it. What is sent is this answer and not what
   * was written, so that what was checked and what is read are the same.
   */
  field(options: {
    source: SoqlSource;
    path: readonly string[];
    use: SoqlUse;
  }): Promise<readonly string[]>;
  /** The fields that FIELDS(...) stands for. */
  fieldsOf(options: {
    source: SoqlSource;
    kind: 'ALL' | 'STANDARD' | 'CUSTOM';
  }): Promise<readonly string[]>;
  /**
   * What rows of a source have to meet besides, asked for after all of its
   * fields. There is no way to say "nothing".
   */
  condition(options: {
    source: SoqlSource;
    /** `shown`: rows come back one by one, and can be looked at then. */
    use: SoqlUse;
  }): Promise<SoqlCondition>;
  /** Paths to select besides; asked for where rows come back ungrouped. */
  alsoShow(source: SoqlSource): Promise<ReadonlyArray<readonly string[]>>;
}

/** Kinds of named things that people speak of. @public */
export type NameKind =
  | 'user'
  | 'person'
  | 'profile'
  | 'role'
  | 'permission-set'
  | 'permission-set-group'
  | 'public-group'
  | 'queue'
  | 'license'
  | 'permission-set-license'
  | 'package-license'
  | 'connected-app'
  | 'catalog-group'
  | 'object';

/** A named thing. @public */
export interface NamedThing {
  kind: NameKind;
  /** What an action's input takes, e.g. a username or `public-group:Deal Desk`. */
  value: string;
  label: string;
  /** Salesforce id, where it has one. */
  id?: string;
  /** What tells it apart. */
  detail?: string;
  /** Such as active, frozen, inactive. */
  status?: string;
}

/** @public */
export interface NameMatch {
  thing: NamedThing;
  /** `exact`: the whole name; `part`: some words of it; `close`: but for typing. */
  quality: 'exact' | 'part' | 'close';
  /** 1 for exact, less the further away. */
  score: number;
}

/**
 * Finds named things by words, in memory. People who may not look through the
 * org find their own Salesforce user and nobody else's.
 *
 * @public
 */
export interface NameSearch {
  find(options: {
    words: string;
    kinds?: NameKind[];
    /** Default 8. */
    limit?: number;
    /** Only matches of this quality; without it the best there are. */
    quality?: NameMatch['quality'];
  }): NameMatch[];
}

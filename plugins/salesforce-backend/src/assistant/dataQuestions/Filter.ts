import type { SoqlCondition } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Rewording } from '../Rewording';

/** One thing that a question says about the records it wants. */
export interface Filter {
  /** The fields it is about: what a later question says of them replaces it. */
  about: string[];
  /** As people read it. */
  words: string;
  /** Whether it holds only if there are such records. */
  guessed?: true;
  /** The condition; `at` puts a field where it stands, e.g. behind `Account.`. */
  condition(at: (field: string) => string): SoqlCondition;
}

/** Filters that were read, or why they could not be. */
export type FiltersRead =
  | { kind: 'filters'; filters: Filter[] }
  | { kind: 'unclear'; text: string; options: Rewording[] };

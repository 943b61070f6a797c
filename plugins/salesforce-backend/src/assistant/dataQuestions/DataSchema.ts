import type { ObjectDescription } from '@salesdesk/backstage-plugin-salesforce-node';
import type { ObjectWords } from './objectWords';

/** What the compiler may look at: a pure function of this and the question. */
export interface DataSchema {
  objects: readonly ObjectWords[];
  describe(object: string): Promise<ObjectDescription>;
  now: Date;
  /** For "my". */
  ownUserId?: string;
  /** Users by words, for "owned by". */
  findUsers(words: string): Array<{ id: string; label: string }>;
}

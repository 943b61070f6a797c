import type { ObjectDescription } from '@salesdesk/backstage-plugin-salesforce-node';
import type { ObjectWords } from './objectWords';

/** What the compiler may look at: a pure function of this and the question. */
export interface DataSchema {
  objects: readonly ObjectWords[];
  describe(object: string): Promise<ObjectDescription>;
  /** The clock on the person's wall, as if it were UTC. */
  now: Date;
  /** Where that wall is. */
  timeZone: string;
  /** For "its open cases": the record that was spoken of last. */
  spokenOf?: { object: string; id: string; label: string };
  /** For "my". */
  ownUserId?: string;
  /** Users by words, for "owned by". */
  findUsers(words: string): Array<{ id: string; label: string }>;
}

import type {
  NameKind,
  NameMatch,
  NameSearch,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { NameIndex } from './NameIndex';

/**
 * What one person finds in the index of names: everything that may be asked
 * for; but of people, only themselves unless they may look through the org.
 */
export class PersonNames implements NameSearch {
  readonly #index: NameIndex;
  readonly #everybody: boolean;
  readonly #own: { ref: string; userId?: string };

  constructor(options: {
    index: NameIndex;
    everybody: boolean;
    own: { ref: string; userId?: string };
  }) {
    this.#index = options.index;
    this.#everybody = options.everybody;
    this.#own = options.own;
  }

  find(options: {
    words: string;
    kinds?: NameKind[];
    limit?: number;
    quality?: NameMatch['quality'];
  }): NameMatch[] {
    const { limit = 8 } = options;
    const wider = this.#everybody ? limit : 200;
    return this.#index
      .find({ ...options, limit: wider })
      .filter(({ thing }) => this.#mayFind(thing))
      .slice(0, limit);
  }

  #mayFind(thing: { kind: NameKind; id?: string; value: string }): boolean {
    if (this.#everybody) return true;
    if (thing.kind === 'user') {
      return thing.id !== undefined && thing.id === this.#own.userId;
    }
    return thing.kind !== 'person' || thing.value === this.#own.ref;
  }
}

import type { SalesforceRecord } from '@salesdesk/backstage-plugin-salesforce-node';
import type { InventoryObject } from '../model';
import { FreshRecord, fingerprintOfAll } from './FreshRecord';
import { changedAt, laterOf } from './toInventoryRow';

/** Records of one object as Salesforce gave them just now, in its order. */
export class FreshRecords {
  readonly #object: InventoryObject;
  readonly #given: SalesforceRecord[];
  #each: FreshRecord[] | undefined;

  constructor(options: { object: InventoryObject; given: SalesforceRecord[] }) {
    this.#object = options.object;
    this.#given = options.given;
  }

  get size(): number {
    return this.#given.length;
  }

  /** Their ids; of records without any, empty texts. */
  get ids(): string[] {
    return this.#given.map(({ Id }) => Id ?? '');
  }

  /** One by one. Records that Salesforce gives no id get one each. */
  get each(): FreshRecord[] {
    this.#each ??= this.#object.identity
      ? withoutTwins(this.#one())
      : this.#one();
    return this.#each;
  }

  /** What all of them look like together, their order included. */
  fingerprint(): string {
    return fingerprintOfAll(this.#object, this.#given);
  }

  /** When the latest change among them was. */
  newest(): string | null {
    return this.#moments().reduce(laterOf, null);
  }

  /** How many of them changed at that moment or later. */
  changedSince(moment: string): number {
    return this.#moments().filter(at => at !== null && at >= moment).length;
  }

  #moments(): Array<string | null> {
    const { detection } = this.#object;
    const path = detection.by === 'reading' ? undefined : detection.path;
    return path ? this.#given.map(record => changedAt(record, path)) : [];
  }

  #one(): FreshRecord[] {
    return this.#given.map(record => FreshRecord.of(this.#object, record));
  }
}

/** Records that nothing tells apart are counted. */
function withoutTwins(records: FreshRecord[]): FreshRecord[] {
  const twins = new Map<string, number>();
  return records.map(record => {
    const earlier = twins.get(record.id) ?? 0;
    twins.set(record.id, earlier + 1);
    return earlier > 0
      ? record.withId(`${record.id.slice(0, 34)}-${earlier}`)
      : record;
  });
}

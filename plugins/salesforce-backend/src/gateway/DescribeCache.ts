import type { ObjectDescription } from '@salesdesk/backstage-plugin-salesforce-node';

/** Descriptions change when an admin changes the org, a few times a year. */
const lifetime = 10 * 60_000;

/** Keeps descriptions of objects for a while, and asks once for many askers. */
export class DescribeCache {
  readonly #now: () => Date;
  readonly #entries = new Map<
    string,
    { until: number; description: Promise<ObjectDescription> }
  >();

  constructor(options: { now: () => Date }) {
    this.#now = options.now;
  }

  get(
    object: string,
    read: () => Promise<ObjectDescription>,
  ): Promise<ObjectDescription> {
    const key = object.toLowerCase();
    const now = this.#now().getTime();
    const known = this.#entries.get(key);
    if (known && known.until > now) return known.description;
    const description = read().catch(error => {
      this.#entries.delete(key);
      throw error;
    });
    this.#entries.set(key, { until: now + lifetime, description });
    return description;
  }
}

import type { Clock } from '../core/types';

interface PastCount {
  readonly until: number;
  readonly count: number;
}

/**
 * What `UsedLicenses` shows. Real counts lag behind the assignments, so with
 * the switch `licenseCountLagMs` a count is shown as it was that long ago.
 * Whoever is about to change a count notes it first; a change that is rolled
 * back leaves a note that says what is true anyway.
 */
export class LicenseCounts {
  readonly #clock: Clock;
  readonly #lag: () => number;
  readonly #past = new Map<string, PastCount[]>();

  constructor(options: { clock: Clock; lag: () => number }) {
    this.#clock = options.clock;
    this.#lag = options.lag;
  }

  /** `count` is computed only when there is a lag. */
  noteBeforeChange(licenseId: string, count: () => number): void {
    const lag = this.#lag();
    if (lag === 0) {
      return;
    }
    const notes = this.#past.get(licenseId) ?? [];
    notes.push({ until: this.#clock.now() + lag, count: count() });
    this.#past.set(licenseId, notes);
  }

  /** The count to show, given the true one. */
  shown(licenseId: string, count: () => number): number {
    const notes = this.#past.get(licenseId);
    if (!notes || this.#lag() === 0) {
      return count();
    }
    const now = this.#clock.now();
    while (notes.length > 0 && notes[0].until <= now) {
      notes.shift();
    }
    return notes.length > 0 ? notes[0].count : count();
  }
}

import type { Clock } from '../core/types';

const DAY = 24 * 60 * 60 * 1000;

/** Dates of made data, all of them relative to the org's clock at loading. */
export class OrgTime {
  /** Milliseconds since 1970. */
  readonly now: number;

  constructor(options: { clock: Clock }) {
    this.now = options.clock.now();
  }

  /** A stored datetime so many days from now; negative for the past. */
  datetime(days: number): string {
    return new Date(this.now + Math.round(days * DAY))
      .toISOString()
      .replace('Z', '+0000');
  }

  /** A stored date so many days from now. */
  date(days: number): string {
    return this.datetime(days).slice(0, 10);
  }

  /** Days from now until the last day of the current month. */
  get daysLeftInMonth(): number {
    return this.#daysUntilMonth(1) - 1;
  }

  /** Days from now until the last day of the quarter so many quarters on. */
  daysLeftInQuarter(quartersOn: number): number {
    const month = new Date(this.now).getUTCMonth();
    return this.#daysUntilMonth(3 - (month % 3) + quartersOn * 3) - 1;
  }

  /** Days from today to the first of the month so many months on. */
  #daysUntilMonth(monthsOn: number): number {
    const today = new Date(this.now);
    const first = Date.UTC(
      today.getUTCFullYear(),
      today.getUTCMonth() + monthsOn,
      1,
    );
    const midnight = Date.UTC(
      today.getUTCFullYear(),
      today.getUTCMonth(),
      today.getUTCDate(),
    );
    return Math.round((first - midnight) / DAY);
  }
}

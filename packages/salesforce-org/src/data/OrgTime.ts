import { DateTime } from 'luxon';
import type { Clock } from '../core/types';

const DAY = 24 * 60 * 60 * 1000;

/** Where the company's day begins and ends. */
const COMPANY_ZONE = 'America/New_York';

/**
 * Dates of made data, all of them relative to the org's clock at loading. The
 * zone is asked once; from then on days are counted, which is what makes a
 * hundred thousand dates cheap.
 */
export class OrgTime {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly #year: number;
  /** From 0. */
  readonly #month: number;
  /** The company's today, as midnight UTC. */
  readonly #today: number;

  constructor(options: { clock: Clock }) {
    this.now = options.clock.now();
    const today = DateTime.fromMillis(this.now, { zone: COMPANY_ZONE });
    this.#year = today.year;
    this.#month = today.month - 1;
    this.#today = Date.UTC(this.#year, this.#month, today.day);
  }

  /** A stored datetime so many days from now; negative for the past. */
  datetime(days: number): string {
    return new Date(this.now + Math.round(days * DAY))
      .toISOString()
      .replace('Z', '+0000');
  }

  /** A stored date so many days from today, as the company counts days. */
  date(days: number): string {
    return new Date(this.#today + Math.round(days) * DAY)
      .toISOString()
      .slice(0, 10);
  }

  /** Days from today until the last day of the current month. */
  get daysLeftInMonth(): number {
    return this.#daysUntilMonth(this.#month + 1) - 1;
  }

  /** Days from today until the last day of the quarter so many quarters on. */
  daysLeftInQuarter(quartersOn: number): number {
    const quarter = Math.floor(this.#month / 3) + quartersOn;
    return this.#daysUntilMonth((quarter + 1) * 3) - 1;
  }

  /** Days from today to the first of a month of this year or a later one. */
  #daysUntilMonth(month: number): number {
    return Math.round((Date.UTC(this.#year, month, 1) - this.#today) / DAY);
  }
}

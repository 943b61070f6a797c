import type { Clock } from './types';

interface ScheduledTask {
  readonly due: number;
  readonly task: () => void;
}

/**
 * The org's own time. It follows the machine's clock (given as a function, so
 * that tests choose) until it is set; then it stands until advanced.
 *
 * What happens "some time later" in a real org is scheduled here and runs when
 * the time has come and somebody looks. There are no timers, so nothing
 * happens behind a test's back and nothing keeps a process alive.
 */
export class OrgClock implements Clock {
  readonly #machineTime: () => number;
  #standing: number | undefined;
  #offset = 0;
  #tasks: ScheduledTask[] = [];
  #settling = false;
  #stampedTime: number | undefined;
  #stamp = '';

  constructor(options: { machineTime?: () => number } = {}) {
    this.#machineTime = options.machineTime ?? Date.now;
  }

  now(): number {
    return this.#standing ?? this.#machineTime() + this.#offset;
  }

  timestamp(): string {
    const now = this.now();
    // Bulk loading asks a million times within a few milliseconds.
    if (now !== this.#stampedTime) {
      this.#stampedTime = now;
      this.#stamp = formatTimestamp(now);
    }
    return this.#stamp;
  }

  set(time: Date | string | number): void {
    const milliseconds = new Date(time).getTime();
    if (Number.isNaN(milliseconds)) throw new Error(`Not a time: '${time}'`);
    this.#standing = milliseconds;
    this.settle();
  }

  advance(milliseconds: number): void {
    if (this.#standing === undefined) this.#offset += milliseconds;
    else this.#standing += milliseconds;
    this.settle();
  }

  resume(): void {
    this.#standing = undefined;
    this.#offset = 0;
  }

  schedule(delayMilliseconds: number, task: () => void): void {
    this.#tasks.push({ due: this.now() + delayMilliseconds, task });
  }

  settle(): void {
    if (this.#settling || this.#tasks.length === 0) return;
    this.#settling = true;
    try {
      for (let due = this.#nextDue(); due; due = this.#nextDue()) due.task();
    } finally {
      this.#settling = false;
    }
  }

  /** Forgets what was scheduled; the org was reset. */
  clear(): void {
    this.#tasks = [];
  }

  #nextDue(): ScheduledTask | undefined {
    const now = this.now();
    let next: ScheduledTask | undefined;
    for (const task of this.#tasks) {
      if (task.due <= now && (!next || task.due < next.due)) next = task;
    }
    if (next) this.#tasks = this.#tasks.filter(task => task !== next);
    return next;
  }
}

/** Milliseconds as stored datetimes are written: UTC, with `+0000`. */
export function formatTimestamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('Z', '+0000');
}

/** The inverse, for stored datetimes and for those with `Z` or an offset. */
export function parseTimestamp(timestamp: string): number {
  return Date.parse(timestamp.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
}

/** How close an org is to its API calls of the last 24 hours. */
export type LimitLevel = 'ok' | 'warning' | 'critical' | 'exhausted';

export interface LimitState {
  used: number;
  max: number;
  level: LimitLevel;
  /** ISO 8601, UTC. */
  at: string;
}

const severity: LimitLevel[] = ['ok', 'warning', 'critical', 'exhausted'];

/** From 80 % a warning, from 95 % critical. */
export function limitLevel(options: { used: number; max: number }): LimitLevel {
  const { used, max } = options;
  if (used >= max) return 'exhausted';
  if (used >= max * 0.95) return 'critical';
  return used >= max * 0.8 ? 'warning' : 'ok';
}

/**
 * What is known of an org's daily API calls, kept current from the header that
 * comes with every answer, so that knowing costs no calls.
 */
export class OrgLimits {
  #state: LimitState | undefined;
  readonly #now: () => Date;
  readonly #onChange?: (change: {
    state: LimitState;
    previous: LimitLevel;
  }) => void;

  constructor(options: {
    now: () => Date;
    /** Told when the level changes, in either direction. */
    onChange?: (change: { state: LimitState; previous: LimitLevel }) => void;
  }) {
    this.#now = options.now;
    this.#onChange = options.onChange;
  }

  get state(): LimitState | undefined {
    return this.#state;
  }

  /** `Sforce-Limit-Info: api-usage=18/15000`: used, then allowed. */
  noteHeader(header: string | undefined): void {
    const usage = header && /\bapi-usage=(\d+)\/(\d+)/.exec(header);
    if (usage) this.note({ used: Number(usage[1]), max: Number(usage[2]) });
  }

  note(usage: { used: number; max: number }): void {
    this.#move({ ...usage, level: limitLevel(usage), at: this.#at() });
  }

  /** Salesforce refused a call because there are none left. */
  noteExhausted(): void {
    const max = this.#state?.max ?? 0;
    this.#move({ used: max, max, level: 'exhausted', at: this.#at() });
  }

  #at(): string {
    return this.#now().toISOString();
  }

  #move(state: LimitState): void {
    const previous = this.#state?.level ?? 'ok';
    this.#state = state;
    if (state.level !== previous) this.#onChange?.({ state, previous });
  }

  /** True when the level is `level` or worse. */
  isAtLeast(level: LimitLevel): boolean {
    return (
      severity.indexOf(this.#state?.level ?? 'ok') >= severity.indexOf(level)
    );
  }
}

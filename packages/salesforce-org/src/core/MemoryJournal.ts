import type { Clock, Effect, Journal } from './types';

/**
 * What happened for good. Inside a transaction entries wait; a rollback to a
 * savepoint drops those made since, a commit makes the rest visible at once.
 */
export class MemoryJournal implements Journal {
  readonly #clock: Clock;
  #entries: Effect[] = [];
  #pending: Omit<Effect, 'sequence'>[] | undefined;
  #sequence = 0;

  constructor(options: { clock: Clock }) {
    this.#clock = options.clock;
  }

  append(...[ctx, effect]: Parameters<Journal['append']>): void {
    const complete = {
      time: new Date(this.#clock.now()).toISOString(),
      userId: ctx.userId,
      clientName: ctx.clientName ?? null,
      kind: effect.kind,
      object: effect.object ?? null,
      id: effect.id ?? null,
      before: effect.before ?? null,
      after: effect.after ?? null,
    };
    if (this.#pending) this.#pending.push(complete);
    else this.#publish(complete);
  }

  entries(options: { after?: number } = {}): readonly Effect[] {
    const { after = 0 } = options;
    return this.#entries.filter(({ sequence }) => sequence > after);
  }

  clear(): void {
    this.#entries = [];
  }

  begin(): void {
    this.#pending = [];
  }

  /** How many entries wait: what `rollbackTo` takes. */
  savepoint(): number {
    return this.#pending?.length ?? 0;
  }

  rollbackTo(savepoint: number): void {
    if (this.#pending) this.#pending.length = savepoint;
  }

  commit(): void {
    const pending = this.#pending ?? [];
    this.#pending = undefined;
    pending.forEach(effect => this.#publish(effect));
  }

  abandon(): void {
    this.#pending = undefined;
  }

  #publish(effect: Omit<Effect, 'sequence'>): void {
    this.#sequence += 1;
    this.#entries.push({ sequence: this.#sequence, ...effect });
  }
}

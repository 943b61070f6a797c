import type { CallContext } from './CallContext';

/** Something that happened for good. Nothing rolled back is ever listed. */
export interface Effect {
  /** 1, 2, 3 ... over the life of the org, also across `reset`. */
  readonly sequence: number;
  /** ISO, by the org's clock. */
  readonly time: string;
  readonly userId: string;
  readonly clientName: string | null;
  readonly kind:
    | 'insert'
    | 'update'
    | 'delete'
    | 'undelete'
    | 'email'
    | 'passwordSet'
    | 'passwordReset'
    | 'login'
    | 'loginFailed'
    | 'sessionEnded'
    | 'tokenIssued'
    | 'tokenRevoked';
  readonly object: string | null;
  readonly id: string | null;
  /** For updates only the fields that changed. */
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

/** Append-only. Entries made in a transaction appear when it commits. */
export interface Journal {
  append(
    ctx: Pick<CallContext, 'userId' | 'clientName'>,
    effect: Pick<Effect, 'kind'> &
      Partial<Pick<Effect, 'object' | 'id' | 'before' | 'after'>>,
  ): void;
  entries(options?: { after?: number }): readonly Effect[];
  clear(): void;
}

/** The org's own time, which tests set and advance. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** In the format of stored datetimes. */
  timestamp(): string;
  /** From now on the clock stands still, at this time, until `resume`. */
  set(time: Date | string | number): void;
  advance(milliseconds: number): void;
  /** The clock follows the machine's time again. */
  resume(): void;
  /**
   * Runs a task as soon as the clock has passed the delay: on `advance`, or
   * before the next operation of the org. No timers are involved.
   */
  schedule(delayMilliseconds: number, task: () => void): void;
  /** Runs what is due. The org calls it before each operation. */
  settle(): void;
}

export interface IdFactory {
  /** The next id of the object, 18 characters, deterministic per org. */
  next(object: string): string;
}

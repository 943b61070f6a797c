import { createHash, timingSafeEqual } from 'node:crypto';
import type { RandomText } from './RandomText';

/**
 * The password of every user who never got another one. A local org has no
 * secrets to keep; the demo prints it.
 */
export const DEFAULT_PASSWORD = 'Salesdesk-2026';

/** What Salesforce mails to a user after a change of password. */
export const DEFAULT_SECURITY_TOKEN = 'LocalOrgSecurityToken24x';

interface PasswordState {
  /** Null when the old password is dead and there is no new one yet. */
  readonly password: string | null;
  readonly previous: readonly string[];
  readonly expired: boolean;
  readonly failures: number;
}

const INITIAL: PasswordState = {
  password: DEFAULT_PASSWORD,
  previous: [],
  expired: false,
  failures: 0,
};

/** Passwords, which no object of Salesforce shows. */
export class PasswordStore {
  readonly #random: RandomText;
  readonly #states = new Map<string, PasswordState>();

  constructor(options: { random: RandomText }) {
    this.#random = options.random;
  }

  reset(): void {
    this.#states.clear();
  }

  /** Compares in constant time; accepts the security token behind it. */
  matches(
    userId: string,
    given: string,
    options: { tokenRequired: boolean },
  ): boolean {
    const { password } = this.#state(userId);
    if (password === null) {
      return false;
    }
    const withToken = equal(given, password + DEFAULT_SECURITY_TOKEN);
    return withToken || (!options.tokenRequired && equal(given, password));
  }

  isExpired(userId: string): boolean {
    return this.#state(userId).expired;
  }

  /** True for the current password and the three before it. */
  wasUsed(userId: string, password: string): boolean {
    const state = this.#state(userId);
    return [state.password, ...state.previous].includes(password);
  }

  set(userId: string, password: string): void {
    const state = this.#state(userId);
    this.#states.set(userId, {
      password,
      previous: remember(state),
      expired: false,
      failures: 0,
    });
  }

  /** Kills the old password at once and returns a temporary one. */
  resetToTemporary(userId: string): string {
    const state = this.#state(userId);
    const password = `${this.#random(10)}1a`;
    this.#states.set(userId, {
      password,
      previous: remember(state),
      expired: true,
      failures: 0,
    });
    return password;
  }

  expire(userId: string): void {
    this.#states.set(userId, { ...this.#state(userId), expired: true });
  }

  /** Counts a wrong password; returns how many there were in a row. */
  recordFailure(userId: string): number {
    const state = this.#state(userId);
    const failures = state.failures + 1;
    this.#states.set(userId, { ...state, failures });
    return failures;
  }

  recordSuccess(userId: string): void {
    const state = this.#state(userId);
    if (state.failures > 0) {
      this.#states.set(userId, { ...state, failures: 0 });
    }
  }

  #state(userId: string): PasswordState {
    return this.#states.get(userId) ?? INITIAL;
  }
}

function remember(state: PasswordState): readonly string[] {
  return [
    ...(state.password === null ? [] : [state.password]),
    ...state.previous,
  ].slice(0, 3);
}

function equal(left: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}

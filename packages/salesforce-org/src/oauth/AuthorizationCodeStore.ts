import type { Clock } from '../core/types';
import type { RandomText } from './RandomText';

const LIFETIME = 15 * 60 * 1000;

/** What somebody allowed on the authorize page. */
export interface AuthorizationGrant {
  readonly userId: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  /** Always S256, whether or not the caller named the method. */
  readonly codeChallenge: string | null;
}

/** Codes that live for 15 minutes and can be redeemed once. */
export class AuthorizationCodeStore {
  readonly #clock: Clock;
  readonly #random: RandomText;
  readonly #grants = new Map<
    string,
    { grant: AuthorizationGrant; expiresAt: number }
  >();

  readonly #tickets = new Map<string, { userId: string; expiresAt: number }>();

  constructor(options: { clock: Clock; random: RandomText }) {
    this.#clock = options.clock;
    this.#random = options.random;
  }

  reset(): void {
    this.#grants.clear();
    this.#tickets.clear();
  }

  /** Remembers who logged in until they have said whether they allow it. */
  issueTicket(userId: string): string {
    const ticket = this.#random(40);
    this.#tickets.set(ticket, {
      userId,
      expiresAt: this.#clock.now() + LIFETIME,
    });
    return ticket;
  }

  /** Whose ticket it is; it counts once. */
  redeemTicket(ticket: string): string | undefined {
    const found = this.#tickets.get(ticket);
    this.#tickets.delete(ticket);
    return found && found.expiresAt > this.#clock.now()
      ? found.userId
      : undefined;
  }

  issue(grant: AuthorizationGrant): string {
    const code = `aPrx${this.#random(60)}==`;
    this.#grants.set(code, {
      grant,
      expiresAt: this.#clock.now() + LIFETIME,
    });
    return code;
  }

  /** Takes the code out. Undefined when it was used, is too old or unknown. */
  redeem(code: string): AuthorizationGrant | undefined {
    const found = this.#grants.get(code);
    this.#grants.delete(code);
    return found && found.expiresAt > this.#clock.now()
      ? found.grant
      : undefined;
  }
}

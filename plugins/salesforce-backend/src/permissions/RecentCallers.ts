import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Caller } from './Caller';
import type { Callers } from './Callers';
import { signInKey } from './signInKey';

/** So old may the host's word be that a read relies on. Milliseconds. */
const fresh = 1000;
/** For so long a read may begin with it, while the host is asked again. */
const recent = 60_000;
const mostPeople = 1000;

/**
 * Spares reads from waiting until the host has said, once more, who somebody
 * is and what they may do. Asking takes about as long as asking Salesforce for
 * a thousand rows.
 *
 * - What the host said within the last second holds: rows that follow each
 *   other, as of a table that is scrolled, are one read to whoever reads.
 * - For a minute a read begins with what the host said last, while the host is
 *   asked again; the result is let go only when it says the same. If it says
 *   anything else, the read is done anew with that; if it does not answer,
 *   nobody gets anything.
 *
 * Only what may be done twice may go this way, and nothing that writes: there
 * the host is asked, and waited for, every time.
 */
export class RecentCallers {
  readonly #callers: Callers;
  readonly #now: () => Date;
  readonly #heard = new Map<string, { caller: Caller; at: number }>();

  constructor(options: { callers: Callers; now: () => Date }) {
    this.#callers = options.callers;
    this.#now = options.now;
  }

  async read<T>(
    credentials: BackstageCredentials,
    work: (caller: Caller) => Promise<T>,
  ): Promise<T> {
    // Throws for whoever is no person.
    const ref = this.#callers.personRef(credentials);
    const key = signInKey(ref, credentials);
    const heard = this.#heard.get(key);
    const age = heard ? this.#now().getTime() - heard.at : Infinity;
    if (!heard || age > recent) {
      return work(await this.#ask(key, credentials));
    }
    // Without an end, a credential is no token of the host's sign-in.
    if (age <= fresh && credentials.expiresAt) {
      return work({ ...heard.caller, credentials });
    }
    const asked = this.#ask(key, credentials);
    // Settled, so that a failure waits for the host's word like a result does.
    const early = Promise.allSettled([work({ ...heard.caller, credentials })]);
    const caller = await asked;
    const [outcome] = await early;
    if (!isSame(heard.caller, caller)) return work(caller);
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  }

  async #ask(key: string, credentials: BackstageCredentials): Promise<Caller> {
    const at = this.#now().getTime();
    this.#heard.delete(key);
    const caller = await this.#callers.person(credentials);
    this.#heard.set(key, { caller, at });
    if (this.#heard.size > mostPeople) {
      const [oldest] = this.#heard.keys();
      this.#heard.delete(oldest);
    }
    return caller;
  }
}

function isSame(before: Caller, now: Caller): boolean {
  return (
    before.ref === now.ref &&
    before.ownershipRefs.join() === now.ownershipRefs.join() &&
    before.decisions.isSameAs(now.decisions)
  );
}

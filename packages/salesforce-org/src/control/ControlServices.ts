import type { WireServices } from '../http/WireServices';
import type { Session } from '../oauth/Session';

/** What the control API may do to a server. */
export interface ControlServices {
  readonly wire: WireServices;
  readonly publicUrl?: string;
  /** Name of the data that the org began with. */
  dataName(): string;
  /** As at the start, with the same data or with other data. */
  reset(data?: unknown): void;
  /** Opens a session without a login; throws when there is no such user. */
  mintSession(
    username: string,
    options?: { clientId?: string | null; scopes?: readonly string[] },
  ): Session;
}

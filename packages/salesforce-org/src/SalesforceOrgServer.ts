import type { Server } from 'node:http';
import type { FaultRules } from './control/FaultRules';
import type { Journal, OrgOperations } from './core/types';
import type { Switches } from './core/switches';
import type { OrgData } from './data/OrgData';
import type { RequestLog } from './http/RequestLog';
import type { WireServices } from './http/WireServices';
import type { ConnectedAppRegistry } from './oauth/ConnectedAppRegistry';
import { findUserByUsername } from './oauth/findUser';
import type { Session } from './oauth/Session';

/** A running org, and what tests reach for. */
export class SalesforceOrgServer {
  /** `http://127.0.0.1:40123`; also the instance URL and the login URL. */
  readonly url: string;
  readonly #server: Server;
  readonly #wire: WireServices;
  readonly #reset: (data?: unknown) => void;
  readonly #data: () => OrgData;

  constructor(options: {
    url: string;
    server: Server;
    wire: WireServices;
    reset: (data?: unknown) => void;
    data: () => OrgData;
  }) {
    this.url = options.url;
    this.#server = options.server;
    this.#wire = options.wire;
    this.#reset = options.reset;
    this.#data = options.data;
  }

  /** Name, users and apps of the data that the org began with. */
  get data(): OrgData {
    return this.#data();
  }
  /** The engine behind the API. */
  get org(): OrgOperations {
    return this.#wire.org;
  }
  /** What has happened to records for good, and e-mails, logins, tokens. */
  get journal(): Journal {
    return this.#wire.org.journal;
  }
  get faults(): FaultRules {
    return this.#wire.faults;
  }
  /** Requests, and how many API calls they cost. */
  get requestLog(): RequestLog {
    return this.#wire.requestLog;
  }
  get connectedApps(): ConnectedAppRegistry {
    return this.#wire.connectedApps;
  }
  /** Read and write: `server.switches.passwordFlow = false`. */
  get switches(): Switches {
    return this.#wire.org.switches;
  }
  /** The parts of the org that only exist on the wire. */
  get wire(): WireServices {
    return this.#wire;
  }

  /** An access token, without a login. Throws when there is no such user. */
  mintToken(
    username: string,
    options: { clientId?: string | null; scopes?: readonly string[] } = {},
  ): string {
    return mintSession(this.#wire, username, options).token;
  }

  /** As at the start, with the same data or with other data. */
  reset(data?: unknown): void {
    this.#reset(data);
  }

  /** Ends at once; open connections are cut. */
  async stop(): Promise<void> {
    const closed = new Promise<void>((resolve, reject) => {
      this.#server.close(error => (error ? reject(error) : resolve()));
    });
    this.#server.closeAllConnections();
    this.#wire.faults.clear();
    await closed;
  }

  /** Some active users with their profiles, for those who just arrived. */
  suggestedUsers(): { username: string; profile: string }[] {
    const { store } = this.#wire.org;
    const seen = new Map<string, number>();
    const users: { username: string; profile: string }[] = [];
    for (const user of store.all('User')) {
      const profile = store.get('Profile', String(user.ProfileId ?? ''));
      const name = String(profile?.Name ?? 'no profile');
      const count = seen.get(name) ?? 0;
      if (user.IsActive === true && profile && count < 2) {
        seen.set(name, count + 1);
        users.push({ username: String(user.Username), profile: name });
      }
    }
    return users.slice(0, 12);
  }
}

/** Opens a session for a user as if they had logged in. */
export function mintSession(
  wire: WireServices,
  username: string,
  options: { clientId?: string | null; scopes?: readonly string[] } = {},
): Session {
  const user = findUserByUsername(wire.org, username);
  if (!user) {
    throw new Error(`There is no user '${username}' in this org`);
  }
  const app = options.clientId
    ? wire.connectedApps.get(options.clientId)
    : undefined;
  return wire.sessions.open({
    userId: user.Id,
    clientId: options.clientId ?? null,
    clientName: app?.name ?? null,
    scopes: options.scopes ?? app?.scopes ?? ['full'],
    login: {
      loginType: 'Application',
      sourceIp: '127.0.0.1',
      application: app?.name ?? 'Minted',
      loginUrl: 'localhost',
    },
    loginHistoryId: null,
  });
}

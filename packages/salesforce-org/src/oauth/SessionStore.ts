import type { OrgOperations } from '../core/types';
import type { RandomText } from './RandomText';
import type { LoginFacts, Session } from './Session';
import { isFrozen } from './findUser';
import { insertRaw, purgeRaw, updateRaw } from './writeRaw';

/** A row is touched at most so often, so that reading stays cheap. */
const TOUCH_INTERVAL = 60_000;

interface LiveSession {
  readonly session: Session;
  lastUsedAt: number;
  lastTouchedAt: number;
}

/**
 * Open sessions by token. The AuthSession row is the truth about whether one
 * is still open: an admin who deletes the row ends the session.
 */
export class SessionStore {
  readonly #org: OrgOperations;
  readonly #random: RandomText;
  readonly #sessions = new Map<string, LiveSession>();

  constructor(options: { org: OrgOperations; random: RandomText }) {
    this.#org = options.org;
    this.#random = options.random;
  }

  reset(): void {
    this.#sessions.clear();
  }

  /** Opens a session; `login` null means no AuthSession facts are known. */
  open(options: {
    userId: string;
    clientId: string | null;
    clientName: string | null;
    scopes: readonly string[];
    refreshToken?: string | null;
    login: LoginFacts;
    loginHistoryId: string | null;
  }): Session {
    const org = this.#org;
    const { userId, clientId, clientName, scopes, login } = options;
    const issuedAt = org.clock.now();
    const authSessionId = insertRaw(org, 'AuthSession', {
      UsersId: userId,
      LoginType: login.loginType,
      SessionType: clientId ? 'Oauth2' : 'API',
      UserType: 'Standard',
      SourceIp: login.sourceIp,
      NumSecondsValid: org.switches.sessionTimeoutSeconds,
      SessionSecurityLevel: 'STANDARD',
      LoginHistoryId: options.loginHistoryId,
    });
    const session: Session = {
      token: `${org.organizationId.slice(0, 15)}!${this.#random(96)}`,
      userId,
      authSessionId,
      clientId,
      clientName,
      scopes,
      issuedAt,
      refreshToken: options.refreshToken ?? null,
    };
    this.#sessions.set(session.token, {
      session,
      lastUsedAt: issuedAt,
      lastTouchedAt: issuedAt,
    });
    org.journal.append(
      { userId, clientName: clientName ?? undefined },
      { kind: 'tokenIssued', object: 'AuthSession', id: authSessionId },
    );
    return session;
  }

  /** The session of a token that still counts, without prolonging it. */
  peek(token: string): Session | undefined {
    const live = this.#sessions.get(token);
    if (!live) {
      return undefined;
    }
    if (!this.#isOpen(live)) {
      this.#sessions.delete(token);
      return undefined;
    }
    return live.session;
  }

  /** Like `peek`, and starts the time-out anew. */
  use(token: string): Session | undefined {
    const session = this.peek(token);
    const live = this.#sessions.get(token);
    if (!session || !live) {
      return undefined;
    }
    live.lastUsedAt = this.#org.clock.now();
    if (live.lastUsedAt - live.lastTouchedAt > TOUCH_INTERVAL) {
      live.lastTouchedAt = live.lastUsedAt;
      updateRaw(this.#org, 'AuthSession', session.authSessionId, {
        LastModifiedDate: this.#org.clock.timestamp(),
      });
    }
    return session;
  }

  /** Milliseconds since 1970 at which the session ends if nobody calls. */
  expiresAt(session: Session): number {
    const live = this.#sessions.get(session.token);
    return (
      (live?.lastUsedAt ?? session.issuedAt) +
      this.#org.switches.sessionTimeoutSeconds * 1000
    );
  }

  /** Ends a session. False when there was none. */
  end(token: string): boolean {
    const session = this.peek(token);
    if (!session) {
      return false;
    }
    this.#sessions.delete(token);
    purgeRaw(this.#org, 'AuthSession', session.authSessionId);
    this.#org.journal.append(
      {
        userId: session.userId,
        clientName: session.clientName ?? undefined,
      },
      {
        kind: 'sessionEnded',
        object: 'AuthSession',
        id: session.authSessionId,
      },
    );
    return true;
  }

  /** Ends all sessions that came from a refresh token. */
  endAllOf(refreshToken: string): void {
    for (const [token, live] of [...this.#sessions]) {
      if (live.session.refreshToken === refreshToken) {
        this.end(token);
      }
    }
  }

  #isOpen(live: LiveSession): boolean {
    const org = this.#org;
    const { session } = live;
    const row = org.store.get('AuthSession', session.authSessionId);
    const user = org.store.get('User', session.userId);
    const deadline =
      live.lastUsedAt + org.switches.sessionTimeoutSeconds * 1000;
    return (
      row !== undefined &&
      row.IsDeleted !== true &&
      user?.IsActive === true &&
      org.clock.now() < deadline &&
      !(org.switches.freezeEndsSessions && isFrozen(org, session.userId))
    );
  }
}

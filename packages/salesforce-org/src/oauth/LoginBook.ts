import type { OrgOperations, Row } from '../core/types';
import type { LoginFacts } from './Session';
import { insertRaw, updateRaw } from './writeRaw';

const HOUR = 3_600_000;

/** Keeps LoginHistory, User.LastLoginDate and the rate of logins. */
export class LoginBook {
  readonly #org: OrgOperations;
  readonly #recent = new Map<string, number[]>();

  constructor(options: { org: OrgOperations }) {
    this.#org = options.org;
  }

  reset(): void {
    this.#recent.clear();
  }

  /** Whether the user has used up this hour's logins; counts this one. */
  isTooFast(userId: string): boolean {
    const now = this.#org.clock.now();
    const times = (this.#recent.get(userId) ?? []).filter(
      time => time > now - HOUR,
    );
    times.push(now);
    this.#recent.set(userId, times);
    return times.length > this.#org.switches.loginsPerHour;
  }

  /** Returns the id of the LoginHistory row. */
  recordSuccess(user: Row, login: LoginFacts): string {
    const org = this.#org;
    updateRaw(org, 'User', user.Id, {
      LastLoginDate: org.clock.timestamp(),
      LastModifiedDate: user.LastModifiedDate,
      LastModifiedById: user.LastModifiedById,
      NumberOfFailedLogins: 0,
    });
    org.journal.append(
      { userId: user.Id, clientName: login.application },
      { kind: 'login', object: 'User', id: user.Id },
    );
    return this.#insert(user.Id, login, 'Success');
  }

  recordFailure(user: Row, login: LoginFacts, status: string): void {
    this.#org.journal.append(
      { userId: user.Id, clientName: login.application },
      {
        kind: 'loginFailed',
        object: 'User',
        id: user.Id,
        after: { Status: status },
      },
    );
    this.#insert(user.Id, login, status);
  }

  #insert(userId: string, login: LoginFacts, status: string): string {
    return insertRaw(this.#org, 'LoginHistory', {
      UserId: userId,
      LoginTime: this.#org.clock.timestamp(),
      LoginType: login.loginType,
      SourceIp: login.sourceIp,
      LoginUrl: login.loginUrl,
      Status: status,
      Application: login.application,
      Browser: 'Unknown',
      Platform: 'Unknown',
      ApiType: 'N/A',
      ApiVersion: login.apiVersion ?? 'N/A',
      CountryIso: 'DE',
      TlsProtocol: 'TLS 1.3',
    });
  }
}

import type {
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { Request } from 'express';
import type { Caller } from '../permissions/Caller';
import type { Callers } from '../permissions/Callers';
import { RecentCallers } from '../permissions/RecentCallers';
import { Auditing, type AuditedCall } from './Auditing';

/** What every route needs: who calls, and the host's auditor. */
export class RouteContext {
  readonly #httpAuth: HttpAuthService;
  readonly #callers: Callers;
  readonly #auditing: Auditing;
  readonly #recentCallers: RecentCallers;

  constructor(options: {
    httpAuth: HttpAuthService;
    callers: Callers;
    auditing: Auditing;
  }) {
    this.#httpAuth = options.httpAuth;
    this.#callers = options.callers;
    this.#auditing = options.auditing;
    this.#recentCallers = new RecentCallers({
      callers: options.callers,
      now: () => new Date(),
    });
  }

  /** The person who calls; refuses services. */
  async caller(request: Request): Promise<Caller> {
    return this.#callers.person(await this.credentials(request));
  }

  /** Reads something for the person who calls: see {@link RecentCallers}. */
  async read<T>(
    request: Request,
    work: (caller: Caller) => Promise<T>,
  ): Promise<T> {
    return this.#recentCallers.read(await this.credentials(request), work);
  }

  /** Whoever calls, services included. */
  async credentials(request: Request): Promise<BackstageCredentials> {
    return this.#httpAuth.credentials(request);
  }

  /** Does work that changes something, and tells the host's auditor. */
  audited<T>(call: AuditedCall, work: () => Promise<T>): Promise<T> {
    return this.#auditing.audited(call, work);
  }
}

import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  salesforceAuditReadPermission,
  type AuditCheckpoint,
  type AuditEntry,
  type AuditPage,
  type AuditStatus,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { AuditFilter, AuditLog } from '../audit/AuditLog';
import type { PeopleDirectory } from '../requests/PeopleDirectory';
import { withPeople } from '../requests/withPeople';
import type { Callers } from './Callers';

/** By whom the audit log is read; services may, where the host lets them. */
export interface AuditReaderOptions {
  credentials: BackstageCredentials;
}

/** Stands around the reading side of the audit log. */
export class AuthorizedAuditLog {
  readonly #log: AuditLog;
  readonly #people: PeopleDirectory;
  readonly #callers: Callers;

  static create(options: {
    log: AuditLog;
    people: PeopleDirectory;
    callers: Callers;
  }): AuthorizedAuditLog {
    return new AuthorizedAuditLog(options);
  }

  private constructor(options: {
    log: AuditLog;
    people: PeopleDirectory;
    callers: Callers;
  }) {
    this.#log = options.log;
    this.#people = options.people;
    this.#callers = options.callers;
  }

  async list(
    input: { filter: AuditFilter; cursor?: string; limit: number },
    options: AuditReaderOptions,
  ): Promise<AuditPage> {
    await this.#demand(options);
    const page = await this.#log.list({ ...input, order: 'newest' });
    return withPeople(page, this.#people);
  }

  async get(
    input: { sequence: number },
    options: AuditReaderOptions,
  ): Promise<AuditEntry> {
    await this.#demand(options);
    const entry = await this.#log.get(input);
    const { items } = await withPeople({ items: [entry] }, this.#people);
    return items[0];
  }

  async export(
    input: { fromSequence?: number; toSequence?: number },
    options: AuditReaderOptions,
  ): Promise<AsyncIterable<string>> {
    await this.#demand(options);
    return this.#log.export(input);
  }

  async status(options: AuditReaderOptions): Promise<AuditStatus> {
    await this.#demand(options);
    return this.#log.status();
  }

  async verify(options: AuditReaderOptions): Promise<AuditStatus> {
    await this.#demand(options);
    return this.#log.verify({ everything: true });
  }

  async checkpoint(options: AuditReaderOptions): Promise<AuditCheckpoint> {
    await this.#demand(options);
    return this.#log.checkpoint();
  }

  async #demand({ credentials }: AuditReaderOptions): Promise<void> {
    await this.#callers.demand(salesforceAuditReadPermission, credentials);
  }
}

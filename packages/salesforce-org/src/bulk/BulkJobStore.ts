import { normalizeId } from '../core/ids';
import { SalesforceError } from '../core/SalesforceError';
import type { CallContext, OrgOperations } from '../core/types';
import { notFoundError } from '../http/errorAnswers';
import type { BulkJob, IngestJob, QueryJob } from './BulkJob';

/** The jobs of an org. Somebody else's job is not there. */
export class BulkJobStore {
  readonly #org: OrgOperations;
  readonly #jobs = new Map<string, BulkJob>();
  #sequence = 0;

  constructor(options: { org: OrgOperations }) {
    this.#org = options.org;
  }

  reset(): void {
    this.#jobs.clear();
  }

  nextId(): string {
    this.#sequence += 1;
    const id = `7505g0${String(this.#sequence).padStart(9, '0')}`;
    return normalizeId(id) ?? id;
  }

  add(job: BulkJob): void {
    this.#jobs.set(job.id, job);
  }

  remove(job: BulkJob): void {
    this.#jobs.delete(job.id);
  }

  all(ctx: CallContext, kind: BulkJob['kind']): BulkJob[] {
    return [...this.#jobs.values()].filter(
      job => job.kind === kind && this.#maySee(ctx, job),
    );
  }

  /** @throws 404 NOT_FOUND */
  ingest(ctx: CallContext, id: string): IngestJob {
    const job = this.#require(ctx, id);
    if (job.kind !== 'ingest') {
      throw notFoundError();
    }
    return job;
  }

  /** @throws 404 NOT_FOUND */
  query(ctx: CallContext, id: string): QueryJob {
    const job = this.#require(ctx, id);
    if (job.kind !== 'query') {
      throw notFoundError();
    }
    return job;
  }

  /** Changes the state and remembers when. */
  transition(job: BulkJob, state: BulkJob['state']): void {
    job.state = state;
    job.systemModstamp = this.#org.clock.timestamp();
  }

  #require(ctx: CallContext, id: string): BulkJob {
    const job = this.#jobs.get(normalizeId(id) ?? '');
    if (!job || !this.#maySee(ctx, job)) {
      throw notFoundError();
    }
    return job;
  }

  #maySee(ctx: CallContext, job: BulkJob): boolean {
    return (
      job.ctx.userId === ctx.userId ||
      this.#org.access.hasSystemPermission(ctx, 'ModifyAllData')
    );
  }
}

/** 400 for a step that the job's state does not allow. */
export function invalidJobState(message: string): SalesforceError {
  return new SalesforceError({ errorCode: 'INVALIDJOBSTATE', message });
}

/** 400 for a job that cannot be. */
export function invalidJob(message: string): SalesforceError {
  return new SalesforceError({ errorCode: 'INVALIDJOB', message });
}

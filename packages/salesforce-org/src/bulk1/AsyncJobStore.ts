import { normalizeId } from '../core/ids';
import { SalesforceError } from '../core/SalesforceError';
import type { CallContext, OrgOperations } from '../core/types';
import type { AsyncBatch, AsyncJob } from './AsyncJob';

/** The jobs of the first Bulk API, by id. */
export class AsyncJobStore {
  readonly #org: OrgOperations;
  readonly #jobs = new Map<string, AsyncJob>();
  #sequence = 0;

  constructor(options: { org: OrgOperations }) {
    this.#org = options.org;
  }

  reset(): void {
    this.#jobs.clear();
  }

  /** `750` for a job, `751` for a batch, `752` for a result. */
  nextId(prefix: '750' | '751'): string {
    this.#sequence += 1;
    const id = `${prefix}5g1${String(this.#sequence).padStart(9, '0')}`;
    return normalizeId(id) ?? id;
  }

  add(job: AsyncJob): void {
    this.#jobs.set(job.id, job);
  }

  /** @throws 400 InvalidJob */
  job(ctx: CallContext, id: string): AsyncJob {
    const job = this.#jobs.get(normalizeId(id) ?? '');
    if (!job || !this.#maySee(ctx, job)) {
      throw asyncError('InvalidJob', `Unable to find object: ${id}`);
    }
    return job;
  }

  /** @throws 400 InvalidBatch */
  batch(job: AsyncJob, id: string): AsyncBatch {
    const fullId = normalizeId(id);
    const batch = job.batches.find(candidate => candidate.id === fullId);
    if (!batch) {
      throw asyncError('InvalidBatch', `Unable to find batch: ${id}`);
    }
    return batch;
  }

  #maySee(ctx: CallContext, job: AsyncJob): boolean {
    return (
      job.ctx.userId === ctx.userId ||
      this.#org.access.hasSystemPermission(ctx, 'ModifyAllData')
    );
  }
}

/** A refusal of the first Bulk API, which has codes of its own. */
export function asyncError(code: string, message: string): SalesforceError {
  return new SalesforceError({ errorCode: code, message });
}

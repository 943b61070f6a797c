import {
  GatewayError,
  type SalesforceReader,
  type WriteResult,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { checkedIds, checkedName } from './callChecks';
import type { OrgCalls } from './OrgCalls';
import { isObject } from './recordAnswers';

/** Pauses between looks at a job. Milliseconds; the last one repeats. */
const pauses = [500, 1_000, 2_000, 4_000, 8_000, 15_000];

/** Looks at a job before it is left to the next run, some ten minutes. */
const mostLooks = 45;

/** Pages of the list of jobs that are looked through; 1,000 jobs each. */
const mostJobPages = 5;

/** One transfer of many records from one owner to another. */
export interface Transfer {
  object: string;
  /** The field that names the owner, such as OwnerId. */
  field: string;
  from: string;
  to: string;
  ids: string[];
}

interface Job {
  id: string;
  state: string;
  failed: number;
  message: string | undefined;
}

/**
 * Hands records over by one job of Bulk API 2.0. Only records that still have
 * the old owner are sent, so repeating it after a crash or a lost reply goes on
 * where it ended, and takes nothing from a third person. A job that an earlier
 * run left at work ends first: until then its records look as if nobody had
 * sent them. What became of single records is known by reading them; the answer
 * counts what was refused.
 */
export async function transferRecords(options: {
  calls: OrgCalls;
  reader: SalesforceReader;
  wait: (milliseconds: number) => Promise<void>;
  transfer: Transfer;
  /** The integration user, whose jobs these are. */
  userId: string;
}): Promise<WriteResult> {
  const { calls, reader, wait, transfer, userId } = options;
  const object = checkedName(transfer.object);
  const field = checkedName(transfer.field);
  const [from, to] = checkedIds([transfer.from, transfer.to]);
  for (const id of await jobsAtWork({ calls, object, userId })) {
    await untilDone({ calls, wait, path: jobPath(id) });
  }
  const ids = await stillOwned({
    reader,
    object,
    field,
    owner: from,
    ids: checkedIds(transfer.ids),
  });
  if (ids.length === 0) return { outcome: 'already_there', id: from };
  const opened = toJob(
    await calls.send({
      kind: 'write',
      method: 'POST',
      path: '/jobs/ingest',
      body: {
        object,
        operation: 'update',
        contentType: 'CSV',
        lineEnding: 'LF',
        columnDelimiter: 'COMMA',
      },
    }),
  );
  const path = jobPath(opened.id);
  await calls.send({
    kind: 'write',
    method: 'PUT',
    path: `${path}/batches`,
    csv: `Id,${field}\n${ids.map(id => `${id},${to}\n`).join('')}`,
  });
  await calls.send({
    kind: 'write',
    method: 'PATCH',
    path,
    body: { state: 'UploadComplete' },
  });
  const done = await untilDone({ calls, wait, path });
  if (done.state !== 'JobComplete') {
    return {
      outcome: 'refused',
      code: 'BULK_JOB_FAILED',
      message: done.message ?? `The job ended as ${done.state}`,
    };
  }
  if (done.failed === 0) return { outcome: 'applied', id: from };
  return firstRefusal({ calls, path, failed: done.failed, of: ids.length });
}

/** Those of the records that a user owns now. */
export async function stillOwned(options: {
  reader: SalesforceReader;
  object: string;
  field: string;
  owner: string;
  ids: string[];
}): Promise<string[]> {
  const { reader, object, field, owner, ids } = options;
  const records = await reader.retrieve({ object, ids, fields: ['Id', field] });
  return ids.filter((_, position) => records[position]?.[field] === owner);
}

function jobPath(id: string): string {
  return `/jobs/ingest/${checkedIds([id])[0]}`;
}

/** The way to a further page of jobs. */
const nextJobs = /^\/services\/data\/v[\d.]+\/jobs\/ingest\?[\w=&.-]+$/;

/** Ids of our own updates of an object that Salesforce has not done yet. */
async function jobsAtWork(options: {
  calls: OrgCalls;
  object: string;
  userId: string;
}): Promise<string[]> {
  const { calls, object, userId } = options;
  const atWork: string[] = [];
  let path: string | undefined = '/jobs/ingest?jobType=V2Ingest';
  for (let page = 0; path !== undefined && page < mostJobPages; page += 1) {
    const body: unknown = await calls.send({
      kind: 'read',
      method: 'GET',
      path,
    });
    const { records, nextRecordsUrl } = isObject(body)
      ? body
      : { records: undefined, nextRecordsUrl: undefined };
    for (const job of Array.isArray(records) ? records : []) {
      if (
        isObject(job) &&
        job.object === object &&
        job.operation === 'update' &&
        job.createdById === userId &&
        (job.state === 'UploadComplete' || job.state === 'InProgress')
      ) {
        atWork.push(String(job.id));
      }
    }
    path =
      typeof nextRecordsUrl === 'string' && nextJobs.test(nextRecordsUrl)
        ? nextRecordsUrl
        : undefined;
  }
  return atWork;
}

async function untilDone(options: {
  calls: OrgCalls;
  wait: (milliseconds: number) => Promise<void>;
  path: string;
}): Promise<Job> {
  const { calls, wait, path } = options;
  for (let look = 0; look < mostLooks; look += 1) {
    await wait(pauses[Math.min(look, pauses.length - 1)]);
    const job = toJob(await calls.send({ kind: 'read', method: 'GET', path }));
    if (['JobComplete', 'Failed', 'Aborted'].includes(job.state)) return job;
  }
  throw new GatewayError({
    failure: 'timeout',
    message: 'Salesforce is still at work on the records',
    certainty: 'unknown',
  });
}

/** The first refusal speaks for all; the count says how many there are. */
async function firstRefusal(options: {
  calls: OrgCalls;
  path: string;
  failed: number;
  of: number;
}): Promise<WriteResult> {
  const { calls, path, failed, of } = options;
  const rows = await calls.send({
    kind: 'read',
    method: 'GET',
    path: `${path}/failedResults`,
  });
  const first: unknown = Array.isArray(rows) ? rows[0] : undefined;
  const words = isObject(first) ? String(first.sf__Error ?? '') : '';
  const [, code, message] = /^([A-Z_]+):(.*?):[^:]*--$/s.exec(words) ?? [];
  return {
    outcome: 'refused',
    code: code ?? 'UNKNOWN_EXCEPTION',
    message: `${failed.toLocaleString('en')} of ${of.toLocaleString(
      'en',
    )} records were refused: ${message ?? words}`,
  };
}

function toJob(body: unknown): Job {
  if (!isObject(body) || typeof body.id !== 'string') {
    throw new GatewayError({
      failure: 'unexpected',
      message: 'Salesforce gave an answer that was not expected',
      certainty: 'unknown',
    });
  }
  return {
    id: body.id,
    state: String(body.state),
    failed: Number(body.numberRecordsFailed ?? 0),
    message:
      typeof body.errorMessage === 'string' ? body.errorMessage : undefined,
  };
}

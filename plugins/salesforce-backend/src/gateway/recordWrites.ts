import {
  GatewayError,
  type WriteResult,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { refuseCall } from './callChecks';
import type { OrgCalls } from './OrgCalls';
import {
  isObject,
  toDeleteResults,
  toRefusal,
  toWriteResults,
  unexpectedAnswer,
} from './recordAnswers';

/** Salesforce takes no more records in one collection. */
export const recordsPerCollection = 200;

/** One call of the composite resource carries no more collections. */
const collectionsPerCall = 5;

/** The most records of one write, which is one API call. */
export const recordsPerWrite = recordsPerCollection * collectionsPerCall;

interface Collection {
  method: 'POST' | 'PATCH' | 'DELETE';
  path: string;
  body?: Record<string, unknown>;
  size: number;
  toResults(body: unknown): WriteResult[];
}

/** What records are written with. */
interface Writing {
  calls: OrgCalls;
  apiVersion: string;
}

/** Creates or updates records, each standing or falling by itself. */
export async function writeRecords(
  writing: Writing,
  method: 'POST' | 'PATCH',
  records: Array<Record<string, unknown>>,
): Promise<WriteResult[]> {
  return send(
    writing,
    inCollections(records).map(part => ({
      method,
      path: '/composite/sobjects',
      body: { allOrNone: false, records: part },
      size: part.length,
      toResults: body => toWriteResults(body, part.length),
    })),
  );
}

/** Deletes records; one that was gone counts as deleted. */
export async function deleteRecords(
  writing: Writing,
  ids: string[],
): Promise<WriteResult[]> {
  return send(
    writing,
    inCollections(ids).map(part => ({
      method: 'DELETE',
      path: `/composite/sobjects?ids=${part.join(',')}&allOrNone=false`,
      size: part.length,
      toResults: body => toDeleteResults(body, part),
    })),
  );
}

function inCollections<T>(records: T[]): T[][] {
  if (records.length > recordsPerWrite) {
    refuseCall(
      'refused',
      `One write takes at most ${recordsPerWrite} records, not ${records.length}`,
    );
  }
  const parts: T[][] = [];
  for (let at = 0; at < records.length; at += recordsPerCollection) {
    parts.push(records.slice(at, at + recordsPerCollection));
  }
  return parts;
}

/** One collection is a call of its own, several are one composite call. */
async function send(
  { calls, apiVersion }: Writing,
  collections: Collection[],
): Promise<WriteResult[]> {
  if (collections.length === 0) return [];
  if (collections.length === 1) {
    const [{ method, path, body, toResults }] = collections;
    return toResults(
      await calls.send({
        kind: 'write',
        method,
        path,
        ...(body ? { body } : {}),
      }),
    );
  }
  const answer = await calls.send({
    kind: 'write',
    method: 'POST',
    path: '/composite',
    body: {
      allOrNone: false,
      compositeRequest: collections.map(({ method, path, body }, position) => ({
        method,
        url: `/services/data/v${apiVersion}${path}`,
        referenceId: `part${position}`,
        ...(body ? { body } : {}),
      })),
    },
  });
  const parts = isObject(answer) ? answer.compositeResponse : undefined;
  if (!Array.isArray(parts) || parts.length !== collections.length) {
    return unexpectedAnswer('unknown');
  }
  return parts.flatMap((part, position) =>
    toResultsOfPart(part, collections[position]),
  );
}

/** A collection that was refused as a whole was refused for each record. */
function toResultsOfPart(part: unknown, collection: Collection): WriteResult[] {
  const status = isObject(part) ? Number(part.httpStatusCode) : 0;
  const body: unknown = isObject(part) ? part.body : undefined;
  if (status === 200) return collection.toResults(body);
  if (status >= 400 && status < 500) {
    return Array.from({ length: collection.size }, () => toRefusal(body));
  }
  throw new GatewayError({
    failure: 'unavailable',
    message: 'Salesforce did not say what became of some records',
    certainty: 'unknown',
  });
}

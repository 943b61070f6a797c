import {
  soql,
  type SoqlQuery,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { InventorySyncStepRow } from '../../database/tables';
import { chunksForUrl } from '../../gateway';
import type { InventoryObject } from '../model';

/**
 * Transactions of Salesforce that were under way when we looked become visible
 * with an earlier time than what we saw; clocks differ a little too.
 */
const overlapMilliseconds = 5 * 60_000;

/** Where so many records had just changed, they are not all read again. */
const manyRecent = 1000;

/** What is known from the sync before. */
export interface Since {
  /** When the reading of the object began, by our clock. */
  readFrom: string | null;
  /** The latest change that was seen, by Salesforce's clock. */
  newest: string | null;
  /** Records that had changed within the overlap. */
  recent: number;
}

/** Records that changed from then on will be read again the next time. */
export function recentFrom(readFrom: string): string {
  return new Date(Date.parse(readFrom) - overlapMilliseconds).toISOString();
}

/** The fields to read: what is kept, and what says when it changed. */
export function fieldsOf(
  object: InventoryObject,
  permissionFields: readonly string[],
): string[] {
  const { detection } = object;
  return [
    ...new Set([
      ...(object.identity ? [] : ['Id']),
      ...object.columns.map(({ path }) => path),
      ...(detection.by === 'reading' ? [] : [detection.path]),
      ...permissionFields,
    ]),
  ];
}

/** The first query of a step. */
export function firstQuery(options: {
  object: InventoryObject;
  step: Pick<InventorySyncStepRow, 'method' | 'after_id'>;
  fields: string[];
  since: Since | undefined;
  now: Date;
}): SoqlQuery {
  const { object, step, fields, since, now } = options;
  const conditions = [
    ...(step.method === 'whole' || !since ? [] : [changedSince(object, since)]),
    ...(object.detection.by === 'appended'
      ? [
          soql.compare(
            object.detection.path,
            '>=',
            soql.dateTime(daysBefore(now, object.detection.days)),
          ),
        ]
      : []),
    ...(step.after_id === null || object.identity
      ? []
      : [soql.compare('Id', '>', step.after_id)]),
  ];
  return soql.select({
    from: object.name,
    fields,
    ...(conditions.length > 0 ? { where: soql.and(...conditions) } : {}),
    ...(object.identity || object.tooling
      ? {}
      : { orderBy: [{ field: 'Id' }] }),
  });
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000);
}

/**
 * Changed since the last sync by our clock, or later than anything seen by
 * Salesforce's: where the clocks disagree by much, the second still holds.
 */
function changedSince(object: InventoryObject, since: Since) {
  const { detection } = object;
  if (detection.by === 'reading') {
    throw new Error(`Changes of '${object.name}' cannot be asked for`);
  }
  const { readFrom, newest, recent } = since;
  const overlap = soql.dateTime(
    new Date(Date.parse(readFrom ?? '') - overlapMilliseconds),
  );
  const paths = [
    ...(newest && recent > manyRecent ? [] : [detection.path]),
    ...(detection.by === 'modified' && detection.or ? [detection.or] : []),
  ];
  return soql.or(
    ...paths.map(path => soql.compare(path, '>=', overlap)),
    ...(newest
      ? [soql.compare(detection.path, '>', soql.dateTime(new Date(newest)))]
      : []),
  );
}

/** Counts by which deletions show: one number for each part. */
export function countQuery(object: InventoryObject): SoqlQuery {
  const { partition } = object;
  return soql.select({
    from: object.name,
    fields: [
      ...(partition ? [partition.path] : []),
      { aggregate: 'COUNT', field: 'Id', as: 'n' },
    ],
    ...(partition ? { groupBy: [partition.path] } : {}),
  });
}

/** Everything in some of the parts; the lists fit a URL. */
export function partitionQueries(options: {
  object: InventoryObject;
  fields: string[];
  values: string[];
}): Array<{ values: string[]; query: SoqlQuery }> {
  const { object, fields, values } = options;
  const { partition } = object;
  if (!partition) return [];
  return chunksForUrl(values).map(part => ({
    values: part,
    query: soql.select({
      from: object.name,
      fields,
      where: soql.inList(partition.path, part),
    }),
  }));
}

import type { Target } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import { inBatches } from '../../inBatches';
import type { RequestTargetGroupRow, RequestTargetRow } from '../../tables';

/** Stores who and what a request acts on, in place of what was stored before. */
export async function replaceTargets(options: {
  transaction: Knex.Transaction;
  request: { id: string; number: number };
  targets: readonly Target[];
  /** Nothing was stored before. */
  isNew?: boolean;
}): Promise<void> {
  const { transaction, request } = options;
  if (!options.isNew) {
    await transaction('salesforce_request_targets')
      .where('request_id', request.id)
      .delete();
  }
  const rows = options.targets.map(
    (target, position): RequestTargetRow => ({
      request_id: request.id,
      position,
      request_number: request.number,
      object: target.object,
      record_id: target.id ?? null,
      label: target.label,
      detail: target.detail ?? null,
      person_ref: target.personRef ?? null,
      url: target.url ?? null,
    }),
  );
  await inBatches(rows, batch =>
    transaction<RequestTargetRow>('salesforce_request_targets').insert(batch),
  );
}

/** Stores the groups that hold every target, in place of earlier ones. */
export async function replaceTargetGroups(options: {
  transaction: Knex.Transaction;
  request: { id: string; number: number };
  groupRefs: readonly string[];
  /** Nothing was stored before. */
  isNew?: boolean;
}): Promise<void> {
  const { transaction, request } = options;
  if (!options.isNew) {
    await transaction('salesforce_request_target_groups')
      .where('request_id', request.id)
      .delete();
  }
  const rows = options.groupRefs.map(group_ref => ({
    request_id: request.id,
    group_ref,
    request_number: request.number,
  }));
  await inBatches(rows, batch =>
    transaction<RequestTargetGroupRow>(
      'salesforce_request_target_groups',
    ).insert(batch),
  );
}

/** The first targets of each request, in order. */
export async function readFirstTargets(options: {
  knex: Knex;
  requestIds: readonly string[];
  count: number;
}): Promise<RequestTargetRow[]> {
  return options
    .knex<RequestTargetRow>('salesforce_request_targets')
    .whereIn('request_id', options.requestIds)
    .where('position', '<', options.count)
    .orderBy(['request_id', 'position']);
}

/** Every target of a request, in order. */
export async function readTargets(options: {
  knex: Knex | Knex.Transaction;
  requestId: string;
}): Promise<RequestTargetRow[]> {
  return options
    .knex<RequestTargetRow>('salesforce_request_targets')
    .where('request_id', options.requestId)
    .orderBy('position');
}

/** The people who are targets, each once, and their Salesforce users, by request. */
export async function readTargetPersons(options: {
  knex: Knex | Knex.Transaction;
  requestIds: readonly string[];
}): Promise<Map<string, TargetPersons>> {
  const rows = await options
    .knex<RequestTargetRow>('salesforce_request_targets')
    .whereIn('request_id', options.requestIds)
    .where(query => query.whereNotNull('person_ref').orWhere('object', 'User'))
    .distinct('request_id', 'person_ref', 'object', 'record_id');
  const persons = new Map<string, TargetPersons>();
  for (const row of rows) {
    const known = persons.get(row.request_id) ?? { refs: [], userIds: [] };
    persons.set(row.request_id, known);
    if (row.person_ref && !known.refs.includes(row.person_ref)) {
      known.refs.push(row.person_ref);
    }
    if (row.object === 'User' && row.record_id) {
      known.userIds.push(row.record_id);
    }
  }
  return persons;
}

/** Whom a request is about. */
export interface TargetPersons {
  refs: string[];
  /** Record ids of Salesforce users, also of those whom nobody knows. */
  userIds: string[];
}

/** The groups that hold every target, by request. */
export async function readTargetGroups(options: {
  knex: Knex | Knex.Transaction;
  requestIds: readonly string[];
}): Promise<Map<string, string[]>> {
  const rows = await options
    .knex<RequestTargetGroupRow>('salesforce_request_target_groups')
    .whereIn('request_id', options.requestIds)
    .select('request_id', 'group_ref');
  return grouped(rows.map(row => [row.request_id, row.group_ref]));
}

function grouped(pairs: Array<[string, string]>): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

import type { SalesforceRequestResource } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Knex } from 'knex';
import { readRequestsById } from '../database/operations/requests/readRequestsById';
import {
  readTargetGroups,
  readTargetPersons,
} from '../database/operations/requests/targets';
import { readReviews } from '../database/operations/reviews/readReviews';
import type { RequestRow, ReviewRow } from '../database/tables';
import type { ApprovalCase } from '../domain/approval';
import { requestResource } from './requestResource';
import { approvalCaseOf } from './storedDecision';

/** A stored request with everything that permissions and approval are decided by. */
export interface RequestFacts {
  row: RequestRow;
  resource: SalesforceRequestResource;
  approvalCase: ApprovalCase;
  /** Of all plans, in the order in which they were given. */
  reviews: ReviewRow[];
}

/** Reads the facts of requests, in three statements however many they are. */
export async function readRequestFacts(options: {
  knex: Knex | Knex.Transaction;
  rows: readonly RequestRow[];
}): Promise<RequestFacts[]> {
  const { knex, rows } = options;
  if (rows.length === 0) return [];
  const requestIds = rows.map(row => row.id);
  const reading = { knex, requestIds };
  // A transaction has one connection: there, one after the other.
  const [persons, groups, reviews] = knex.isTransaction
    ? [
        await readTargetPersons(reading),
        await readTargetGroups(reading),
        await readReviews(reading),
      ]
    : await Promise.all([
        readTargetPersons(reading),
        readTargetGroups(reading),
        readReviews(reading),
      ]);
  return rows.map(row => {
    const targets = persons.get(row.id) ?? { refs: [], userIds: [] };
    return {
      row,
      resource: requestResource(row, {
        personRefs: targets.refs,
        groupRefs: groups.get(row.id) ?? [],
      }),
      approvalCase: approvalCaseOf(row, targets),
      reviews: reviews.filter(review => review.request_id === row.id),
    };
  });
}

/** What permission rules see of requests, in the order of the ids. */
export async function readRequestResources(options: {
  knex: Knex;
  ids: readonly string[];
}): Promise<Array<SalesforceRequestResource | undefined>> {
  const facts = await readRequestFacts({
    knex: options.knex,
    rows: await readRequestsById(options),
  });
  const byId = new Map(facts.map(({ resource }) => [resource.id, resource]));
  return options.ids.map(id => byId.get(id));
}

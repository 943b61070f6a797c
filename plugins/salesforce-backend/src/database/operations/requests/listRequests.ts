import type { RequestState } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import type { RequestScope } from '../../../permissions/RequestDecisions';
import { whereScope } from '../../../permissions/whereCriteria';
import { reviewableStates } from '../../../domain/requestState';
import type { RequestRow } from '../../tables';

export type RequestOrder = 'newest' | 'oldest' | 'updated' | 'expiring';

/** Where a page ended. */
export interface RequestPosition {
  number: number;
  /** The value of the ordering column, unless that is the number itself. */
  at: string | null;
}

/** Which requests are wanted. All given conditions must hold. */
export interface RequestFilter {
  /** One for each permission that must allow the request. */
  scopes: readonly RequestScope[];
  states?: readonly RequestState[];
  actions?: readonly string[];
  org?: string;
  requesterRef?: string;
  /** Record id of a target, or entity ref of the person who is a target. */
  target?: string;
  /** Beginnings of words; all must occur. */
  words?: readonly string[];
  /** Only those that this person may review now, or afterwards. */
  reviewer?: ReviewerFilter;
}

/** Somebody who looks for what they may review. */
export interface ReviewerFilter {
  ref: string;
  /** Ids of their Salesforce users, in all orgs. */
  userIds: readonly string[];
  /** As themselves, and in the name of each who named them as delegate. */
  capacities: ReadonlyArray<{
    onBehalfOf?: string;
    keys: readonly string[];
  }>;
}

const columns = {
  newest: { name: 'number', direction: 'desc' },
  oldest: { name: 'number', direction: 'asc' },
  updated: { name: 'updated_at', direction: 'desc' },
  expiring: { name: 'expires_at', direction: 'asc' },
} as const;

/**
 * A page of requests behind a position. Every condition is part of the query,
 * permissions included, and every order is that of an index that ends in the
 * number: a page costs the same wherever it stands in the list.
 */
export async function listRequests(options: {
  knex: Knex;
  filter: RequestFilter;
  order: RequestOrder;
  behind?: RequestPosition;
  limit: number;
}): Promise<RequestRow[]> {
  const { knex, filter, behind } = options;
  const { name, direction } = columns[options.order];
  const query = knex('salesforce_requests as request')
    .select<RequestRow[]>('request.*')
    .orderBy(`request.${name}`, direction)
    .limit(options.limit);
  if (name !== 'number') query.orderBy('request.number', direction);
  // Only requests that wait for something expire.
  if (name === 'expires_at') query.whereNotNull('request.expires_at');

  for (const scope of filter.scopes) whereScope(query, scope);
  if (filter.states) query.whereIn('request.state', filter.states);
  if (filter.actions) query.whereIn('request.action_id', filter.actions);
  if (filter.org) query.where('request.org_id', filter.org);
  if (filter.requesterRef) {
    query.where('request.requester_ref', filter.requesterRef);
  }
  if (filter.target) whereTarget(query, filter.target);
  for (const word of filter.words ?? []) whereWord(query, word);
  if (filter.reviewer) whereReviewable(query, filter.reviewer);
  if (behind) {
    const compare = direction === 'desc' ? '<' : '>';
    if (name === 'number') {
      query.where('request.number', compare, behind.number);
    } else {
      query.whereRaw(`(request.${name}, request.number) ${compare} (?, ?)`, [
        behind.at,
        behind.number,
      ]);
    }
  }
  return query;
}

function whereTarget(query: Knex.QueryBuilder, target: string): void {
  query.whereExists(inner =>
    inner
      .select(inner.client.raw('1'))
      .from('salesforce_request_targets as target')
      .whereRaw('target.request_id = request.id')
      .where(
        target.includes(':') ? 'target.person_ref' : 'target.record_id',
        target,
      ),
  );
}

function whereWord(query: Knex.QueryBuilder, word: string): void {
  query.whereExists(inner =>
    inner
      .select(inner.client.raw('1'))
      .from('salesforce_request_words as word')
      .whereRaw('word.request_id = request.id')
      .where('word.word', '>=', word)
      // The first text behind every text that begins with the word.
      .where('word.word', '<', `${word}\u{10ffff}`),
  );
}

function whereReviewable(
  query: Knex.QueryBuilder,
  reviewer: ReviewerFilter,
): void {
  query
    .where(waiting =>
      waiting
        .whereIn('request.state', [...reviewableStates])
        .orWhere(broken =>
          broken
            .where('request.break_glass', true)
            .whereNull('request.after_reviewed_at'),
        ),
    )
    .where(any => {
      for (const capacity of reviewer.capacities) {
        any.orWhere(one => whereCapacity(one, reviewer, capacity));
      }
    });
}

function whereCapacity(
  query: Knex.QueryBuilder,
  reviewer: ReviewerFilter,
  capacity: ReviewerFilter['capacities'][number],
): void {
  const { onBehalfOf, keys } = capacity;
  const refs = [reviewer.ref, ...(onBehalfOf ? [onBehalfOf] : [])];
  const { userIds } = reviewer;
  query
    .whereNotIn('request.requester_ref', refs)
    .whereExists(inner =>
      inner
        .select(inner.client.raw('1'))
        .from('salesforce_request_reviewers as reviewer')
        .whereRaw('reviewer.request_id = request.id')
        .whereIn('reviewer.source', keys)
        .where('reviewer.is_open', true)
        .whereNotExists(given =>
          given
            .select(given.client.raw('1'))
            .from('salesforce_reviews as review')
            .whereRaw('review.request_id = request.id')
            .whereRaw('review.plan_version = request.plan_version')
            .whereNull('review.withdrawn_at')
            .where(seat =>
              seat
                .whereIn('review.reviewer_ref', refs)
                .orWhereIn('review.on_behalf_of', refs),
            )
            .where(stage =>
              stage
                .whereRaw('review.stage = reviewer.stage')
                .orWhere('request.distinct_reviewers', true),
            ),
        ),
    )
    .whereNotExists(inner =>
      inner
        .select(inner.client.raw('1'))
        .from('salesforce_request_targets as target')
        .whereRaw('target.request_id = request.id')
        .where(about => {
          about.whereIn('target.person_ref', refs);
          if (userIds.length > 0) {
            about.orWhereIn('target.record_id', userIds);
          }
        }),
    );
  if (userIds.length > 0) {
    query.where(asked =>
      asked
        .whereNull('request.requester_user_id')
        .orWhereNotIn('request.requester_user_id', userIds),
    );
  }
}

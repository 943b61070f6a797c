import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { SalesforceRequestFilter } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Knex } from 'knex';
import { riskRank } from '../domain/risk';
import type { RequestScope } from './RequestDecisions';

/**
 * Narrows a query over `salesforce_requests as request` to the requests of a
 * scope. Every comparison is true or false, never null, so that NOT means the
 * same in SQL as in the rules.
 */
export function whereScope(
  query: Knex.QueryBuilder,
  scope: RequestScope,
): void {
  if (scope.kind === 'none') query.whereRaw('1 = 0');
  if (scope.kind === 'some') {
    query.where(inner => whereCriteria(inner, scope.criteria));
  }
}

function whereCriteria(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<SalesforceRequestFilter>,
): void {
  if (isAndCriteria(criteria)) {
    query.whereRaw('1 = 1');
    for (const child of criteria.allOf) {
      query.andWhere(inner => whereCriteria(inner, child));
    }
  } else if (isOrCriteria(criteria)) {
    query.whereRaw('1 = 0');
    for (const child of criteria.anyOf) {
      query.orWhere(inner => whereCriteria(inner, child));
    }
  } else if (isNotCriteria(criteria)) {
    query.whereNot(inner => whereCriteria(inner, criteria.not));
  } else {
    whereFilter(query, criteria);
  }
}

function whereFilter(
  query: Knex.QueryBuilder,
  filter: SalesforceRequestFilter,
): void {
  switch (filter.key) {
    case 'requesterRef':
      query.whereIn('request.requester_ref', filter.values);
      break;
    case 'managerRef':
      query
        .whereNotNull('request.manager_ref')
        .whereIn('request.manager_ref', filter.values);
      break;
    case 'actionId':
      query.whereIn('request.action_id', filter.values);
      break;
    case 'orgId':
      query.whereIn('request.org_id', filter.values);
      break;
    case 'risk':
      query.whereIn('request.risk', filter.values.map(riskRank));
      break;
    case 'isOwnUser':
      query.whereIn('request.is_own_user', filter.values);
      break;
    case 'ownsTargets':
      query.whereIn('request.owns_targets', filter.values);
      break;
    case 'sizeAtMost':
      query.where('request.size', '<=', filter.values[0]);
      break;
    case 'targetGroupRef':
      query.whereExists(group =>
        group
          .select(group.client.raw('1'))
          .from('salesforce_request_target_groups as target_group')
          .whereRaw('target_group.request_id = request.id')
          .whereIn('target_group.group_ref', filter.values),
      );
      break;
    default:
      // A rule of another module asks for what cannot be answered: nothing
      // matches rather than everything.
      throw new Error(
        `Requests cannot be filtered by '${JSON.stringify(
          filter satisfies never,
        )}'`,
      );
  }
}

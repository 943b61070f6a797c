import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import type { Risk } from '@salesdesk/backstage-plugin-salesforce-common';
import type { SalesforceRequestFilter } from '@salesdesk/backstage-plugin-salesforce-node';
import type { RequestScope } from './RequestDecisions';

/** What is known of a request before anybody says whom it is about. */
export interface ForeseenFacts {
  actionId: string;
  risk: Risk;
  requesterRef: string;
}

/** Yes and no hold whatever the request will be about. */
export type Foresight = 'yes' | 'depends' | 'no';

/** Says of an action whether it is allowed always, never, or for some targets. */
export function foreseeDecision(
  scope: RequestScope,
  facts: ForeseenFacts,
): Foresight {
  switch (scope.kind) {
    case 'all':
      return 'yes';
    case 'none':
      return 'no';
    default:
      return foresee(scope.criteria, facts);
  }
}

function foresee(
  criteria: PermissionCriteria<SalesforceRequestFilter>,
  facts: ForeseenFacts,
): Foresight {
  if (isAndCriteria(criteria)) {
    const parts = criteria.allOf.map(part => foresee(part, facts));
    if (parts.includes('no')) return 'no';
    return parts.includes('depends') ? 'depends' : 'yes';
  }
  if (isOrCriteria(criteria)) {
    const parts = criteria.anyOf.map(part => foresee(part, facts));
    if (parts.includes('yes')) return 'yes';
    return parts.includes('depends') ? 'depends' : 'no';
  }
  if (isNotCriteria(criteria)) {
    const part = foresee(criteria.not, facts);
    if (part === 'depends') return part;
    return part === 'yes' ? 'no' : 'yes';
  }
  switch (criteria.key) {
    case 'actionId':
      return criteria.values.includes(facts.actionId) ? 'yes' : 'no';
    case 'risk':
      return criteria.values.includes(facts.risk) ? 'yes' : 'no';
    case 'requesterRef':
      return criteria.values.includes(facts.requesterRef) ? 'yes' : 'no';
    default:
      return 'depends';
  }
}

import type {
  RequestState,
  Risk,
} from '@salesdesk/backstage-plugin-salesforce-common';

/**
 * What permission rules see of a request, or of a draft that is about to be
 * submitted (its `state` is `draft`, its `id` empty).
 *
 * @public
 */
export interface SalesforceRequestResource {
  id: string;
  state: RequestState | 'draft';
  orgId: string;
  actionId: string;
  kind: 'read' | 'write';
  risk: Risk;
  /** Entity ref of the person who asks. */
  requesterRef: string;
  /** Entity ref of the requester's manager, where the catalog knows one. */
  managerRef?: string;
  /** True when the only target is the requester's own Salesforce user. */
  isOwnUser: boolean;
  /** True when every target is a record that the requester's Salesforce user owns. */
  ownsTargets: boolean;
  /** Entity refs of the people who are targets, where known. */
  targetPersonRefs: string[];
  /** Catalog groups that hold every target; empty when a target is no known person. */
  targetGroupRefs: string[];
  /** Number of targets. */
  size: number;
}

/**
 * One comparison that a list query pushes into SQL. `values` are joined by OR;
 * comparisons are joined by the criteria that the permission framework builds
 * around them.
 *
 * @public
 */
export type SalesforceRequestFilter =
  | { key: 'requesterRef'; values: string[] }
  | { key: 'managerRef'; values: string[] }
  | { key: 'actionId'; values: string[] }
  | { key: 'risk'; values: Risk[] }
  | { key: 'orgId'; values: string[] }
  | { key: 'isOwnUser'; values: [boolean] }
  | { key: 'ownsTargets'; values: [boolean] }
  | { key: 'targetGroupRef'; values: string[] }
  | { key: 'sizeAtMost'; values: [number] };

import type { Risk } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Caller } from '../permissions/Caller';

/** Whether the host's roles let a person read beyond their own data. */
export function mayReadAll(options: {
  caller: Caller;
  orgId: string;
  /** The read that is asked for. */
  actionId: string;
  risk: Risk;
}): boolean {
  const { caller, orgId, actionId, risk } = options;
  return caller.decisions.allows('runReads', {
    id: '',
    state: 'draft',
    orgId,
    actionId,
    kind: 'read',
    risk,
    requesterRef: caller.ref,
    isOwnUser: false,
    ownsTargets: false,
    targetPersonRefs: [],
    targetGroupRefs: [],
    size: 0,
  });
}

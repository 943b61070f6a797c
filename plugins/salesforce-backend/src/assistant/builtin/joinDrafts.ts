import { isDeepStrictEqual } from 'node:util';
import type { ProposedDraft } from '@salesdesk/backstage-plugin-salesforce-node';

/**
 * What belongs together in one request: a profile and then a role for the same
 * people. What was said twice is wanted once.
 */
export function joined(drafts: ProposedDraft[]): ProposedDraft[] {
  const result: ProposedDraft[] = [];
  for (const draft of drafts) {
    const same = result.find(
      ({ action, input }) =>
        action === draft.action && isDeepStrictEqual(input, draft.input),
    );
    if (same) continue;
    const profile = result.find(
      ({ action, input }) =>
        action === 'salesforce_change_profile' &&
        input.role === undefined &&
        isDeepStrictEqual(input.users, draft.input.users),
    );
    if (draft.action === 'salesforce_assign_role' && profile) {
      profile.input = { ...profile.input, role: draft.input.role };
      continue;
    }
    result.push({ ...draft });
  }
  const reason = result.find(draft => draft.reason)?.reason;
  return reason ? result.map(draft => ({ reason, ...draft })) : result;
}

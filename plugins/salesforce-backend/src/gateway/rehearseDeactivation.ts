import type { WriteResult } from '@salesdesk/backstage-plugin-salesforce-node';
import { checkedIds } from './callChecks';
import type { OrgCalls } from './OrgCalls';
import { isObject, toRefusal, unexpectedAnswer } from './recordAnswers';

/**
 * Asks Salesforce whether it would deactivate a user, without an effect: the
 * deactivation goes in one transaction with a record that cannot be created, so
 * that all of it is taken back. If the deactivation itself is refused, its
 * refusal says why; if it is only taken back, it would have been made.
 *
 * No API shows default owners, workflow recipients and approvers; Salesforce
 * knows them all, and this is the only way to ask.
 */
export async function rehearseDeactivation(options: {
  calls: OrgCalls;
  apiVersion: string;
  userId: string;
}): Promise<WriteResult> {
  const { calls, apiVersion } = options;
  const [userId] = checkedIds([options.userId]);
  const root = `/services/data/v${apiVersion}/sobjects`;
  const answer = await calls.send({
    kind: 'write',
    method: 'POST',
    path: '/composite',
    body: {
      allOrNone: true,
      compositeRequest: [
        {
          method: 'PATCH',
          url: `${root}/User/${userId}`,
          referenceId: 'deactivate',
          body: { IsActive: false },
        },
        {
          // it has neither a user nor a permission set: never created
          method: 'POST',
          url: `${root}/PermissionSetAssignment`,
          referenceId: 'takeBack',
          body: {},
        },
      ],
    },
  });
  const parts = isObject(answer) ? answer.compositeResponse : undefined;
  const first: unknown = Array.isArray(parts) ? parts[0] : undefined;
  if (!isObject(first)) return unexpectedAnswer('unknown');
  if (Number(first.httpStatusCode) < 300) return unexpectedAnswer('unknown');
  const refusal = toRefusal(first.body);
  return refusal.outcome === 'refused' && refusal.code === 'PROCESSING_HALTED'
    ? { outcome: 'applied', id: userId }
    : refusal;
}

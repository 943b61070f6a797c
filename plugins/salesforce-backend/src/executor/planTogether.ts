import type {
  ActionContext,
  PlanProposal,
  SalesforceWriteAction,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { RequestRow } from '../database/tables';
import { splitPlan } from './splitPlan';

const salesforceId = /^005[a-zA-Z0-9]{12}([a-zA-Z0-9]{3})?$/;

/**
 * Plans of follow-ups that differ in their users alone, read for all of them at
 * once. A request that is absent from the answer is to be planned by itself.
 */
export async function planTogether(options: {
  requests: RequestRow[];
  action: SalesforceWriteAction;
  context: ActionContext;
}): Promise<Map<string, PlanProposal>> {
  const { requests, action, context } = options;
  const groups = new Map<string, Array<{ row: RequestRow; users: string[] }>>();
  for (const row of requests) {
    // An approver took targets off it: it is planned by itself.
    if (row.removed_targets) continue;
    const { users, ...rest } = JSON.parse(row.input) as { users?: unknown };
    if (!isIds(users)) continue;
    const key = JSON.stringify(rest);
    groups.set(key, [...(groups.get(key) ?? []), { row, users }]);
  }
  const plans = new Map<string, PlanProposal>();
  for (const [rest, members] of groups) {
    const plan = await action.preview({
      input: {
        ...JSON.parse(rest),
        users: [...new Set(members.flatMap(({ users }) => users))],
      },
      context,
    });
    for (const { row, users } of members) {
      const part = splitPlan({
        plan,
        userIds: new Set(users),
        title: row.title,
      });
      // A user of whom the plan says nothing is planned alone, and says why.
      if (part && part.targets.length === users.length) {
        plans.set(row.id, part);
      }
    }
  }
  return plans;
}

function isIds(users: unknown): users is string[] {
  return (
    Array.isArray(users) &&
    users.length > 0 &&
    users.every(user => typeof user === 'string' && salesforceId.test(user))
  );
}

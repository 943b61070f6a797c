import type {
  Blocker,
  Target,
} from '@salesdesk/backstage-plugin-salesforce-common';
import {
  soql,
  type ActionContext,
  type PlannedChange,
  type ResolvedUser,
  type SalesforceRecord,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { removalChange, type Assignable } from './assignments';
import type { Assignment } from './permissionSetReads';
import { namesOf } from './words';

/** What becomes of those who have what is to be deleted. */
export interface Holders {
  users: ResolvedUser[];
  /** Takes it from each of them, where that is wanted. */
  removals: PlannedChange[];
  /** Where it is not wanted: Salesforce will not delete it. */
  blockers: Blocker[];
}

/** Reads who has a permission set, or a group of them, that is to be deleted. */
export async function holdersOf(options: {
  context: ActionContext;
  what: Assignable;
  target: Target;
  path: string;
  removeFromUsers: boolean;
}): Promise<Holders> {
  const { context, what, target, path, removeFromUsers } = options;
  const assignments = await context.reader.queryAll<
    SalesforceRecord & Assignment & { AssigneeId: string }
  >(
    soql.select({
      from: 'PermissionSetAssignment',
      fields: ['Id', 'AssigneeId', 'PermissionSetId', 'ExpirationDate'],
      where: soql.eq(what.fieldName, what.id),
    }),
    { maximum: 10_000 },
  );
  if (assignments.length === 0)
    return { users: [], removals: [], blockers: [] };
  const users = await context.resolver.users({
    path,
    references: assignments.map(({ AssigneeId }) => AssigneeId),
    setsInclude: 'all',
  });
  const own = users.filter(({ id }) => context.protectedUserIds.includes(id));
  if (own.length > 0) {
    return {
      users,
      removals: [],
      blockers: [
        {
          code: 'in_use',
          message: `Salesdesk itself works as ${namesOf(own)}, who has "${
            what.label
          }": it would lock itself out of the org`,
          remedy: 'Take it from that user in Salesforce first; then retry',
          target,
        },
      ],
    };
  }
  const byUser = new Map(assignments.map(held => [held.AssigneeId, held]));
  if (removeFromUsers) {
    return {
      users,
      removals: users.flatMap(user => {
        const held = byUser.get(user.id);
        return held ? [removalChange({ user, what, held })] : [];
      }),
      blockers: [],
    };
  }
  return {
    users,
    removals: [],
    blockers: [
      {
        code: 'in_use',
        message: `${namesOf(users)} ${users.length === 1 ? 'has' : 'have'} "${
          what.label
        }"`,
        remedy: 'Ask again and take it from everybody first',
        target,
      },
    ],
  };
}

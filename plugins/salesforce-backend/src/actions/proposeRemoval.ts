import type {
  ActionContext,
  PlanProposal,
  ResolvedUser,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { removalChange, type Assignable } from './assignments';
import { ownUserWarning, withoutProtected } from './lockout';
import type { Assignment } from './permissionSetReads';
import { namesOf } from './words';

/** Takes what is assigned away from those who have it; licences stay. */
export function proposeRemoval(options: {
  users: ResolvedUser[];
  what: Assignable;
  heldBy: (user: ResolvedUser) => Assignment | undefined;
  /** Why nothing is done for who has no such assignment. */
  otherwise: string;
  context: ActionContext;
}): PlanProposal {
  const { users, what, heldBy, otherwise, context } = options;
  const { users: holders, leftOut } = withoutProtected({
    users: users.filter(heldBy),
    context,
    path: 'users',
  });
  return {
    title: `Remove "${what.label}" from ${namesOf(holders)}`,
    changes: holders.flatMap(user => {
      const held = heldBy(user);
      return held ? [removalChange({ user, what, held })] : [];
    }),
    leftOut: [
      ...leftOut,
      ...users
        .filter(user => !heldBy(user))
        .map(({ target }) => ({ target, reason: otherwise })),
    ],
    targets: users.map(({ target }) => target),
    warnings: ownUserWarning({
      users: holders,
      context,
      warning: 'You are among them and lose what it allows',
    }),
  };
}

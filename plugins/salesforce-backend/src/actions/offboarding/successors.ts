import type { FieldError } from '@salesdesk/backstage-plugin-salesforce-common';
import type {
  ActionContext,
  ResolvedUser,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { Owner } from '../transferParts';

/** To be read of leaving users: their managers take over. */
export const managerFields = ['ManagerId', 'Manager.Name', 'Manager.IsActive'];

/**
 * Who takes over from each leaving user: the person named, or each one's
 * manager. Where there is something to take over and nobody to take it, that
 * is an error that says so.
 */
export function successorsOf(options: {
  users: ResolvedUser[];
  named: ResolvedUser | undefined;
  /** What there is to take over, in words; undefined for nothing. */
  needed: (user: ResolvedUser) => string | undefined;
  context: ActionContext;
}): Map<string, Owner> {
  const { users, named, needed, context } = options;
  const leaving = new Set(users.map(({ id }) => id));
  if (named && (!named.isActive || leaving.has(named.id))) {
    context.resolver.refuse([
      {
        path: 'transferTo',
        code: 'invalid_input',
        message: named.isActive
          ? `${named.name} leaves too`
          : `${named.name} is inactive, and nobody inactive can get records`,
      },
    ]);
  }
  const errors: FieldError[] = [];
  const successors = new Map<string, Owner>();
  for (const user of users) {
    const successor = named ?? managerOf(user, context);
    const isFit = successor && !leaving.has(successor.id);
    if (isFit) successors.set(user.id, successor);
    const what = needed(user);
    if (!isFit && what) {
      errors.push({
        path: 'transferTo',
        code: 'invalid_input',
        message: `${user.name} has no manager who stays and is active: say who takes over ${what}`,
      });
    }
  }
  if (errors.length > 0) context.resolver.refuse(errors);
  return successors;
}

function managerOf(
  user: ResolvedUser,
  context: ActionContext,
): Owner | undefined {
  const { ManagerId: id, Manager: manager } = user.fields;
  if (
    typeof id !== 'string' ||
    typeof manager !== 'object' ||
    manager === null ||
    !('Name' in manager) ||
    !('IsActive' in manager) ||
    manager.IsActive !== true
  ) {
    return undefined;
  }
  const name = String(manager.Name);
  return {
    id,
    name,
    target: {
      object: 'User',
      id,
      label: name,
      url: context.recordUrl('User', id),
    },
  };
}

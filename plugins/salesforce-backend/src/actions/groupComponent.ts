import type { Target } from '@salesdesk/backstage-plugin-salesforce-common';
import type { PlannedChange } from '@salesdesk/backstage-plugin-salesforce-node';
import { field } from './planParts';

/** Puts a permission set into a group of them, or takes it out. */
export function groupComponent(options: {
  group: { label: string } & ({ id: string } | { createdAt: number });
  set: { id: string; label: string };
  target: Target;
  /** The component, where it is to be taken out. */
  heldBy?: string;
}): PlannedChange {
  const { group, set, target, heldBy } = options;
  const isGiven = heldBy === undefined;
  const id = 'id' in group ? group.id : null;
  const value = (
    name: string,
    label: string,
    of: string | null,
    words: string,
  ) =>
    field({
      name,
      label,
      before: isGiven ? null : of,
      after: isGiven ? of : null,
      ...(isGiven ? { afterLabel: words } : { beforeLabel: words }),
    });
  return {
    object: 'PermissionSetGroupComponent',
    recordId: heldBy ?? null,
    operation: isGiven ? 'create' : 'delete',
    fields: [
      {
        ...value(
          'PermissionSetGroupId',
          'Permission set group',
          id,
          group.label,
        ),
        ...('createdAt' in group ? { afterFrom: group.createdAt } : {}),
      },
      value('PermissionSetId', 'Permission set', set.id, set.label),
    ],
    summary: isGiven
      ? `Put "${set.label}" into "${group.label}"`
      : `Take "${set.label}" out of "${group.label}"`,
    target,
    naturalKey: ['PermissionSetGroupId', 'PermissionSetId'],
  };
}

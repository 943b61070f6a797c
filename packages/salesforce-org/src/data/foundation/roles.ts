import type { DraftRow } from '../../core/types';
import { developerNameFrom } from '../../rules/developerName';
import { roleGroupTypes } from '../../rules/groups/userRoleRules';
import { idOfName, type LoadContext } from '../LoadContext';

/** A role and the one above it, which must come before it in a list. */
export interface RoleSpec {
  readonly name: string;
  readonly parent: string | null;
}

/** Loads roles and the two groups of each; returns the ids by name. */
export function loadRoles(
  { org, time }: LoadContext,
  specs: readonly RoleSpec[],
): Map<string, string> {
  const ids = new Map<string, string>();
  const created = { LastModifiedDate: time.datetime(-1500) };
  for (const { name, parent } of specs) {
    const [id] = org.store.load('UserRole', [
      {
        Name: name,
        DeveloperName: developerNameFrom(name),
        ParentRoleId: parent ? idOfName(ids, parent) : null,
        RollupDescription: name,
        OpportunityAccessForAccountOwner: 'Read',
        CaseAccessForAccountOwner: 'Read',
        ContactAccessForAccountOwner: 'Edit',
        PortalType: 'None',
        ...created,
      },
    ]);
    ids.set(name, id);
  }
  org.store.load(
    'Group',
    [...ids].flatMap(([name, id]) =>
      roleGroupTypes.map(
        (type): DraftRow => ({
          Type: type,
          RelatedId: id,
          DeveloperName: developerNameFrom(name),
          DoesIncludeBosses: false,
          DoesSendEmailToMembers: false,
        }),
      ),
    ),
  );
  return ids;
}

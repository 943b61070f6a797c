import type { OrgPerson } from '@salesdesk/backstage-plugin-salesforce-common';
import type { LinkConflictRow, UserLinkRow } from '../database/tables';
import { matchKeysOf, UserIndex, userIdAnnotation } from './matchUsers';
import type { CatalogPerson, MatchableUser } from './PersonService';

/** A Salesforce user, with what people tell users apart by. */
export interface LinkableUser extends MatchableUser {
  name: string;
  isActive: boolean;
}

/**
 * Who is recognised as whom, by what, and what only seems so: a user who might
 * as well be somebody else is proposed. Pure.
 */
export function toOrgPeople(options: {
  orgId: string;
  people: CatalogPerson[];
  users: LinkableUser[];
  links: UserLinkRow[];
  conflicts: LinkConflictRow[];
  /** Whose each user is, by id. */
  owners: ReadonlyMap<string, string>;
}): OrgPerson[] {
  const { orgId, people, users, links, conflicts, owners } = options;
  const index = new UserIndex(users);
  const refused = new Set(
    conflicts
      .filter(({ state }) => state === 'refused')
      .map(row => `${row.person_ref} ${row.user_id}`),
  );
  return people.map(person => {
    const keys = matchKeysOf({ person, orgId, byEmail: true });
    const chosen = index.choose(keys);
    const user =
      chosen && owners.get(chosen.id) === person.ref ? chosen : undefined;
    const link = links.find(row => row.person_ref === person.ref);
    const { ref, displayName, email, picture } = person;
    return {
      person: {
        ref,
        displayName,
        ...(email ? { email } : {}),
        ...(picture ? { picture } : {}),
      },
      proposals: (chosen && !user ? [chosen] : index.propose(keys))
        .filter(({ id }) => !refused.has(`${ref} ${id}`))
        .map(shown),
      ...(user
        ? {
            user: shown(user),
            recognisedBy: reasonOf({
              reason: index.reasonFor(keys),
              hasAnnotation:
                person.annotations[`${userIdAnnotation}.${orgId}`] !==
                undefined,
              isLinked: link?.user_id === user.id,
            }),
          }
        : {}),
      ...(link && link.user_id === user?.id
        ? { settledBy: link.settled_by, settledAt: link.settled_at }
        : {}),
    };
  });
}

function reasonOf(options: {
  reason: ReturnType<UserIndex<LinkableUser>['reasonFor']>;
  hasAnnotation: boolean;
  isLinked: boolean;
}): NonNullable<OrgPerson['recognisedBy']> {
  const { reason, hasAnnotation, isLinked } = options;
  if (reason === 'federation_id' || reason === 'username') return reason;
  return isLinked && !hasAnnotation ? 'link' : 'annotation';
}

function shown(user: LinkableUser) {
  const { id, username, name, email, isActive } = user;
  return { id, username, name, email, isActive };
}

import { matchKeysOf, UserIndex, type MatchReason } from './matchUsers';
import type { CatalogPerson, MatchableUser } from './PersonService';

/** What outweighs what, where several people seem to be one user. */
const byWeight: MatchReason[] = ['explicit', 'federation_id', 'username'];

interface Claim {
  personRef: string;
  reason: MatchReason;
}

/**
 * Whose each user is, by id. A user is one person's: of several the one for whom
 * more speaks, and nobody's where as much speaks for two, such as namesakes of
 * two namespaces, until somebody settles it. Pure.
 */
export function ownersOfUsers(options: {
  orgId: string;
  users: MatchableUser[];
  /** With the links that were settled. */
  people: CatalogPerson[];
  byEmail: boolean;
}): Map<string, string> {
  const { orgId, users, people, byEmail } = options;
  const index = new UserIndex(users);
  const strongest = new Map<string, Claim[]>();
  for (const person of people) {
    const keys = matchKeysOf({ person, orgId, byEmail });
    const user = index.choose(keys);
    const reason = index.reasonFor(keys);
    if (!user || !reason) continue;
    const claim = { personRef: person.ref, reason };
    const rivals = strongest.get(user.id) ?? [];
    const order = rivals[0]
      ? byWeight.indexOf(reason) - byWeight.indexOf(rivals[0].reason)
      : -1;
    if (order < 0) strongest.set(user.id, [claim]);
    else if (order === 0) strongest.set(user.id, [...rivals, claim]);
  }
  const owners = new Map<string, string>();
  for (const [userId, claims] of strongest) {
    if (claims.length === 1) owners.set(userId, claims[0].personRef);
  }
  return owners;
}

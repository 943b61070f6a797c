/** What is known of who is who when somebody comes back from Salesforce. */
export interface OwnershipFacts {
  personRef: string;
  userId: string;
  /** Whom the user is linked with by an earlier login or by an admin. */
  linkedPerson?: string;
  /** With whom the person is linked in this org. */
  linkedUserId?: string;
  /** Whose user this is by annotation, federation id or username. */
  matchedPerson?: string;
  /** Which user is the person's by annotation, federation id or username. */
  matchedUserId?: string;
  /** Somebody settled before that this user is not this person's. */
  refused: boolean;
}

/** Why a login does not make the user the person's. */
export type OwnershipConflict =
  | 'user_linked_to_other'
  | 'person_linked_to_other_user'
  | 'user_matches_other'
  | 'person_matches_other_user'
  | 'refused_before';

/**
 * Whether the Salesforce user who logged in may become the person's. A login
 * proves that somebody knows that user's password; it does not prove who they
 * are at the portal when everything else says that it is somebody else. Pure.
 */
export function judgeOwnership(
  facts: OwnershipFacts,
): 'theirs' | { conflict: OwnershipConflict } {
  const { personRef, userId } = facts;
  if (facts.linkedPerson && facts.linkedPerson !== personRef) {
    return { conflict: 'user_linked_to_other' };
  }
  if (facts.linkedUserId && facts.linkedUserId !== userId) {
    return { conflict: 'person_linked_to_other_user' };
  }
  if (facts.linkedPerson === personRef) return 'theirs';
  if (facts.refused) return { conflict: 'refused_before' };
  if (facts.matchedPerson && facts.matchedPerson !== personRef) {
    return { conflict: 'user_matches_other' };
  }
  if (facts.matchedUserId && facts.matchedUserId !== userId) {
    return { conflict: 'person_matches_other_user' };
  }
  return 'theirs';
}

import type { OwnershipConflict } from './judgeOwnership';

/** Why a Salesforce user was not accepted as the person's, for the person. */
export function ownershipWords(options: {
  conflict: OwnershipConflict;
  username: string;
  orgTitle: string;
}): string {
  const { conflict, username, orgTitle } = options;
  switch (conflict) {
    case 'user_linked_to_other':
    case 'user_matches_other':
      return `${username} is the Salesforce user of somebody else at the portal`;
    case 'person_linked_to_other_user':
    case 'person_matches_other_user':
      return `your Salesforce user in ${orgTitle} is another one than ${username}`;
    case 'refused_before':
    default:
      return `an admin settled that ${username} is not your Salesforce user`;
  }
}

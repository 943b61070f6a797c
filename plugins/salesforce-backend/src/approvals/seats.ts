/**
 * The Salesforce user as a name of the person behind it. Two entities of the
 * catalog with the same Salesforce user are one person to approvals. Ids differ
 * in their first fifteen characters.
 */
export function seatOfUser(userId: string): string {
  return `salesforce-user:${userId.slice(0, 15)}`;
}

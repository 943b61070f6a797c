import type { Caller } from '../permissions/Caller';

/** Who looks at reviews, and what else they may see and do. */
export interface ReviewViewer {
  caller: Caller;
  /** They see every review, as those who look after orgs or read the audit log do. */
  seesAll: boolean;
  /** They close and reassign reviews that others started. */
  managesAll: boolean;
  /** Their own Salesforce user in an org; undefined where they have none. Throws while the org cannot be asked. */
  userIdIn(orgId: string): Promise<string | undefined>;
}

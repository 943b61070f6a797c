import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Principal } from '../domain/reviewEligibility';
import type { RequestDecisions } from './RequestDecisions';

/** The person behind a call. Never a service: see `Callers`. */
export interface Caller {
  credentials: BackstageCredentials;
  /** Entity ref, complete and lower case. */
  ref: string;
  /** Their own entity ref and those of the groups they belong to. */
  ownershipRefs: string[];
  /** The people in whose name they may review now. */
  principals: Principal[];
  /** What the host's roles let them do with requests. */
  decisions: RequestDecisions;
  /** Whether they may look after orgs; asked once, when first needed. */
  managesOrgs(): Promise<boolean>;
}

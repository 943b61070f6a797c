import type {
  Decision,
  Policy,
  PolicyRecord,
  PolicyReplay,
  PolicyVersionPage,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { Caller } from '../permissions/Caller';

/** What the policy would decide, for whom and about what. */
export interface PolicyTrial {
  action: string;
  /** Entity ref of the person who would ask. */
  person: string;
  org?: string;
  targetPersons: string[];
  reason?: string;
  /** A policy that is not in force yet; default: the current one. */
  policy?: Policy;
}

/** Reads and changes the policies of the write actions. */
export interface PolicyService {
  list(options: { caller: Caller }): Promise<PolicyRecord[]>;

  /** Throws NotFoundError for an action that is not installed or only reads. */
  get(
    input: { action: string },
    options: { caller: Caller },
  ): Promise<PolicyRecord>;

  /** Throws ConflictError (`version_conflict`) when another version is current. */
  set(
    input: {
      action: string;
      policy: Policy;
      expectedVersion: number;
      comment?: string;
    },
    options: { caller: Caller },
  ): Promise<PolicyRecord>;

  /** Returns to the configuration, as a new version. Throws like `set`. */
  reset(
    input: { action: string; expectedVersion: number },
    options: { caller: Caller },
  ): Promise<PolicyRecord>;

  /** Newest first. */
  listVersions(
    input: { action: string; cursor?: string; limit: number },
    options: { caller: Caller },
  ): Promise<PolicyVersionPage>;

  /** What would have been decided differently of the requests of the last days. */
  replay(
    input: { action: string; policy: Policy; days?: number },
    options: { caller: Caller },
  ): Promise<PolicyReplay>;

  /** What would be decided; the host's roles are asked for the caller only. */
  evaluate(input: PolicyTrial, options: { caller: Caller }): Promise<Decision>;
}

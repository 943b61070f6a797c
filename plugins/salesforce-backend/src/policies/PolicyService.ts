import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  Decision,
  Policy,
  PolicyRecord,
  PolicyVersionPage,
} from '@salesdesk/backstage-plugin-salesforce-common';

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
  list(options: { credentials: BackstageCredentials }): Promise<PolicyRecord[]>;

  /** Throws NotFoundError for an action that is not installed or only reads. */
  get(
    input: { action: string },
    options: { credentials: BackstageCredentials },
  ): Promise<PolicyRecord>;

  /** Throws ConflictError (`version_conflict`) when another version is current. */
  set(
    input: {
      action: string;
      policy: Policy;
      expectedVersion: number;
      comment?: string;
    },
    options: { credentials: BackstageCredentials },
  ): Promise<PolicyRecord>;

  /** Returns to the configuration, as a new version. Throws like `set`. */
  reset(
    input: { action: string; expectedVersion: number },
    options: { credentials: BackstageCredentials },
  ): Promise<PolicyRecord>;

  /** Newest first. */
  listVersions(
    input: { action: string; cursor?: string; limit: number },
    options: { credentials: BackstageCredentials },
  ): Promise<PolicyVersionPage>;

  /** What would be decided; the host's roles are asked for the caller only. */
  evaluate(
    input: PolicyTrial,
    options: { credentials: BackstageCredentials },
  ): Promise<Decision>;
}

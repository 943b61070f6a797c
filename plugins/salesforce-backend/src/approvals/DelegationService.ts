import type {
  CreateDelegationBody,
  Delegation,
  DelegationList,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { Caller } from '../permissions/Caller';

/** Whom people name to review in their name. Everybody sees to their own. */
export interface DelegationService {
  list(options: { caller: Caller }): Promise<DelegationList>;

  /** Throws InputError (`invalid_input`) for a person or a period that is none. */
  create(
    input: CreateDelegationBody,
    options: { caller: Caller },
  ): Promise<Delegation>;

  /** Throws NotFoundError for one that is over, or somebody else's. */
  end(
    input: { delegationId: string },
    options: { caller: Caller },
  ): Promise<void>;
}

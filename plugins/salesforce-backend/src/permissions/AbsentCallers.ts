import type {
  BackstageCredentials,
  PermissionsRegistryService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import {
  salesforceOrgManagePermission,
  SalesdeskError,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { SalesforceAbsentPeopleExtensionPoint } from '@salesdesk/backstage-plugin-salesforce-node';
import { ConflictError } from '@backstage/errors';
import type { PersonService } from '../people';
import type { Caller } from './Caller';
import { RequestDecisions } from './RequestDecisions';

/** Holds the policy that a module brought for people who are not there, if one did. */
export class AbsentPeopleSlot implements SalesforceAbsentPeopleExtensionPoint {
  #policy: PermissionPolicy | undefined;

  get policy(): PermissionPolicy | undefined {
    return this.#policy;
  }

  setPermissionPolicy(policy: PermissionPolicy): void {
    if (this.#policy) {
      throw new ConflictError(
        'Two modules say what absent people may do; install one of them',
      );
    }
    this.#policy = policy;
  }
}

/**
 * Speaks for people who are not there: what happens by itself in their name is
 * decided by what the host would let them do now. Whoever left the catalog, and
 * everybody where the host says nothing of absent people, may do nothing.
 */
export class AbsentCallers {
  readonly #options: {
    slot: Pick<AbsentPeopleSlot, 'policy'>;
    persons: Pick<PersonService, 'find' | 'groupsOf'>;
    permissionsRegistry: PermissionsRegistryService;
  };

  constructor(options: {
    slot: Pick<AbsentPeopleSlot, 'policy'>;
    persons: Pick<PersonService, 'find' | 'groupsOf'>;
    permissionsRegistry: PermissionsRegistryService;
  }) {
    this.#options = options;
  }

  /**
   * Somebody as the host knows them now. Throws `not_permitted` unless they may
   * do all of what is demanded, also where the host does not say.
   */
  async person(
    ref: string,
    { demand }: { demand: Permission[] },
  ): Promise<Caller> {
    const { slot, persons, permissionsRegistry } = this.#options;
    const { policy } = slot;
    if (!policy) {
      throw new SalesdeskError(
        'NotAllowedError',
        'The portal does not say what people may do who are not there',
        { code: 'not_permitted' },
      );
    }
    const known = await persons.find(ref);
    if (!known) throw refusal(`The catalog does not know '${ref}' any more`);
    const ownershipRefs = [ref, ...(await persons.groupsOf(ref))];
    const credentials: BackstageCredentials = {
      $$type: '@backstage/BackstageCredentials',
      principal: { type: 'user', userEntityRef: ref },
    };
    const ask = (permission: Permission): Promise<PolicyDecision> =>
      policy.handle(
        { permission },
        {
          credentials,
          info: { userEntityRef: ref, ownershipEntityRefs: ownershipRefs },
        },
      );
    const may = async (permission: Permission) =>
      (await ask(permission)).result === AuthorizeResult.ALLOW;
    for (const permission of demand) {
      if (!(await may(permission))) {
        throw refusal(
          `The role of ${known.displayName} does not include '${permission.name}' any more`,
        );
      }
    }
    return {
      credentials,
      ref,
      ownershipRefs,
      // Nobody stands in for somebody else while neither is there.
      principals: [],
      decisions: await RequestDecisions.fetch({
        permissionsRegistry,
        credentials,
        permissions: {
          authorizeConditional: queries =>
            Promise.all(queries.map(({ permission }) => ask(permission))),
        },
      }),
      managesOrgs: () => may(salesforceOrgManagePermission),
    };
  }
}

function refusal(message: string): SalesdeskError {
  return new SalesdeskError('NotAllowedError', message, {
    code: 'not_permitted',
  });
}

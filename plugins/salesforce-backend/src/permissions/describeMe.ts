import {
  salesforceAssistantUsePermission,
  salesforceAuditReadPermission,
  salesforceInventoryReadPermission,
  salesforcePolicyManagePermission,
  type Me,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { SalesforceUserService } from '../people/SalesforceUserService';
import type { PeopleDirectory } from '../requests/PeopleDirectory';
import type { Caller } from './Caller';
import type { Callers } from './Callers';

/** Who is asking, and which pages are for them. */
export async function describeMe(options: {
  caller: Caller;
  callers: Callers;
  people: PeopleDirectory;
  users: SalesforceUserService;
  /** Whether access reviews are anything to them. */
  reviewsAccess(caller: Caller): Promise<boolean>;
}): Promise<Me> {
  const { caller, callers, people, users } = options;
  const [
    persons,
    own,
    [readAudit, managePolicies, useAssistant, readInventory],
    manageOrgs,
    reviewAccess,
  ] = await Promise.all([
    people.describe([caller.ref]),
    // Somebody whom the catalog does not know has no Salesforce user either.
    users.ofPerson({ personRef: caller.ref }).catch(error => {
      if (error?.name !== 'NotFoundError') throw error;
      return { items: [] };
    }),
    callers.mayEach(
      [
        salesforceAuditReadPermission,
        salesforcePolicyManagePermission,
        salesforceAssistantUsePermission,
        salesforceInventoryReadPermission,
      ],
      caller.credentials,
    ),
    caller.managesOrgs(),
    options.reviewsAccess(caller),
  ]);
  return {
    person: persons.get(caller.ref) ?? {
      ref: caller.ref,
      displayName: caller.ref,
    },
    salesforceUsers: own.items,
    may: {
      review: caller.decisions.inGeneral('decide') !== 'no',
      readAudit,
      managePolicies,
      manageOrgs,
      useAssistant,
      readInventory,
      reviewAccess,
      readAllData: caller.decisions.inGeneral('runReads') === 'yes',
      seeAllRequests: caller.decisions.inGeneral('read') === 'yes',
    },
  };
}

import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import { salesforceAuditReadPermission } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import type { PersonService } from '../people';
import {
  AbsentCallers,
  type AbsentPeopleSlot,
} from '../permissions/AbsentCallers';
import type { OrgDirectory } from '../requests/OrgDirectory';
import type { PeopleDirectory } from '../requests/PeopleDirectory';
import { DefaultWitnesses, type Witnesses } from './Witnesses';

/** Witnesses of the host's catalog, by the host's policy for people who are not there. */
export function createWitnesses(options: {
  knex: Knex;
  people: PeopleDirectory;
  persons: PersonService;
  orgs: Pick<OrgDirectory, 'ownersOf' | 'titles'>;
  absentPeople: Pick<AbsentPeopleSlot, 'policy'>;
  permissionsRegistry: PermissionsRegistryService;
}): Witnesses {
  const { persons, absentPeople } = options;
  const absent = new AbsentCallers({ ...options, slot: absentPeople });
  const reads = (ref: string) =>
    absent.person(ref, { demand: [salesforceAuditReadPermission] }).then(
      () => true,
      () => false,
    );
  return new DefaultWitnesses({
    ...options,
    listPersons: async limit => {
      // modules hand the policy in after this was made
      if (!absentPeople.policy) return [];
      const { people } = await persons.listPeople({ offset: 0, limit });
      return people.map(({ ref }) => ref);
    },
    exists: async ref => (await persons.find(ref)) !== undefined,
    mayWatch: async (ref, resource) => {
      const caller = await absent.person(ref, { demand: [] }).catch(() => null);
      return (
        caller !== null &&
        (caller.decisions.allows('decide', resource) ||
          caller.decisions.managesOrgs ||
          reads(ref))
      );
    },
  });
}

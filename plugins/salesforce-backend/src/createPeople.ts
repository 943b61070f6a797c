import { Delegations } from './approvals/Delegations';
import type { HostServices } from './hostServices';
import { CatalogPersonService, readLinkTable } from './people';
import { Callers } from './permissions/Callers';
import { DefaultPeopleDirectory } from './requests/DefaultPeopleDirectory';

/** Who people are, who stands in for whom, and what the host lets callers do. */
export function createPeople(
  options: Pick<
    HostServices,
    | 'auth'
    | 'catalog'
    | 'config'
    | 'knex'
    | 'permissions'
    | 'permissionsRegistry'
    | 'userInfo'
  > & { now: () => Date },
) {
  const { config, knex, now } = options;
  const byEmail =
    config.getOptionalBoolean('salesforce.matching.byEmail') ?? false;
  const links = readLinkTable({ knex, now });
  const persons = CatalogPersonService.create({ ...options, byEmail, links });
  const people = DefaultPeopleDirectory.create({ people: persons });
  const delegations = new Delegations({ knex, people, now });
  const callers = Callers.create({ ...options, people, delegations });
  return { byEmail, persons, people, delegations, callers };
}

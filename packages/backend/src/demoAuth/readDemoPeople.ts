import { stringifyEntityRef, parseEntityRef } from '@backstage/catalog-model';
import { Config } from '@backstage/config';

/** Somebody who may sign in to the demo with a click. */
export interface DemoPerson {
  /** The catalog entity that this person is, such as `user:default/erin.walsh`. */
  userEntityRef: string;
  /** The name to show. */
  name: string;
}

/** Reads `auth.providers.demo.people`, keyed by complete user entity ref. */
export function readDemoPeople(config: Config): Map<string, DemoPerson> {
  const people = config.getConfigArray('people').map(person => ({
    userEntityRef: stringifyEntityRef(
      parseEntityRef(person.getString('userEntityRef')),
    ),
    name: person.getString('name'),
  }));
  return new Map(people.map(person => [person.userEntityRef, person]));
}

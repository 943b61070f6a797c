import type { ConfigApi } from '@backstage/frontend-plugin-api';

/** Somebody whom the sign-in page offers. */
export interface DemoPerson {
  userEntityRef: string;
  name: string;
  /** In a word or two, such as "Employee". */
  role: string;
  /** What this person may do, in a sentence. */
  description: string;
}

/** Reads `auth.providers.demo.people`; nobody when the demo is switched off. */
export function readDemoPeople(config: ConfigApi): DemoPerson[] {
  const people =
    config.getOptionalConfigArray('auth.providers.demo.people') ?? [];
  return people.map(person => ({
    userEntityRef: person.getString('userEntityRef'),
    name: person.getString('name'),
    role: person.getString('role'),
    description: person.getString('description'),
  }));
}

import type { AuditPage } from '@salesdesk/backstage-plugin-salesforce-common';
import type { PeopleDirectory } from './PeopleDirectory';

/** Adds to audit entries who their actors are, as far as they are people. */
export async function withPeople(
  page: AuditPage,
  people: Pick<PeopleDirectory, 'describe'>,
): Promise<AuditPage> {
  const actors = new Set(
    page.items.map(({ actor }) => actor).filter(ref => ref.startsWith('user:')),
  );
  const persons = await people.describe([...actors]);
  return {
    ...page,
    items: page.items.map(entry => {
      const actorPerson = persons.get(entry.actor);
      return actorPerson ? { ...entry, actorPerson } : entry;
    }),
  };
}

import type { Person } from '@salesdesk/backstage-plugin-salesforce-common';
import type { PersonService } from '../people';
import type { PeopleDirectory } from './PeopleDirectory';

/** Asks the host's catalog, in as few questions as it takes. */
export class DefaultPeopleDirectory implements PeopleDirectory {
  readonly #people: PersonService;

  static create(options: { people: PersonService }): DefaultPeopleDirectory {
    return new DefaultPeopleDirectory(options.people);
  }

  private constructor(people: PersonService) {
    this.#people = people;
  }

  async describe(refs: readonly string[]): Promise<Map<string, Person>> {
    const people = await this.#people.describe([...refs]);
    return new Map(refs.map((ref, index) => [ref, people[index]]));
  }

  async managerOf(userRef: string): Promise<string | undefined> {
    return this.#people.managerOf(userRef);
  }

  async membersOf(refs: readonly string[]): Promise<Map<string, string[]>> {
    return this.#each(refs, async ref => {
      if (ref.startsWith('group:')) {
        return (await this.#people.membersOf(ref)).map(person => person.ref);
      }
      // Whoever left, or was misspelt, reviews nothing.
      return (await this.#people.find(ref)) ? [ref] : [];
    });
  }

  async groupsOf(userRefs: readonly string[]): Promise<Map<string, string[]>> {
    return this.#each(userRefs, ref => this.#people.groupsOf(ref));
  }

  async #each(
    refs: readonly string[],
    read: (ref: string) => Promise<string[]>,
  ): Promise<Map<string, string[]>> {
    return new Map(
      await Promise.all(
        refs.map(async ref => [ref, await read(ref)] as [string, string[]]),
      ),
    );
  }
}

import type { CatalogPerson, PersonService } from '../people';
import { DefaultPeopleDirectory } from './DefaultPeopleDirectory';

const known = new Set(['user:default/priya', 'user:default/tom']);

const personOf = (ref: string): CatalogPerson => ({
  ref,
  displayName: ref,
  name: ref,
  namespace: 'default',
  annotations: {},
  directGroups: [],
});

const people = DefaultPeopleDirectory.create({
  people: {
    find: async (ref: string) => (known.has(ref) ? personOf(ref) : undefined),
    membersOf: async () => [...known].map(personOf),
  } as Partial<PersonService> as PersonService,
});

describe('the people behind reviewers', () => {
  it('are those whom the catalog knows: who left reviews nothing', async () => {
    expect(
      await people.membersOf([
        'user:default/priya',
        'user:default/left-last-year',
        'group:default/approvers',
      ]),
    ).toEqual(
      new Map([
        ['user:default/priya', ['user:default/priya']],
        ['user:default/left-last-year', []],
        ['group:default/approvers', [...known]],
      ]),
    );
  });
});

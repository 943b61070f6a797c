import { ReviewRows } from './ReviewRows';

const row = (person: string, manager: string | null) => ({
  id: `id of ${person}`,
  target: `${person}@acme.com`,
  values: [person, `user:default/${person}`, manager],
});

describe('rows to review', () => {
  it('go to nobody who has left, whoever is still written down as manager', async () => {
    const present = new Set(['user:default/priya', 'group:default/admins']);
    const rows = ReviewRows.create({
      inventory: {
        query: async () => ({
          items: [
            row('erin', 'user:default/priya'),
            row('ari', 'user:default/left-too'),
            row('ann', null),
          ],
          columns: [],
        }),
      },
      persons: { managerOf: async () => 'user:default/left' },
      isThere: async ref => present.has(ref),
    });
    const { items } = await rows.read({
      orgId: 'acme',
      definition: { object: 'User', columns: ['name'], filters: [] },
      reviewers: {
        by: 'manager',
        ref: 'user:default/starter-who-left',
        orgOwners: ['group:default/gone', 'group:default/admins'],
      },
    });
    expect(items.map(({ reviewer_ref }) => reviewer_ref)).toEqual([
      'user:default/priya',
      'group:default/admins',
      'group:default/admins',
    ]);
  });
});

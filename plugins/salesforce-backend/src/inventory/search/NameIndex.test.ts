import type { InventoryName } from './InventorySearch';
import { NameIndex } from './NameIndex';

function user(label: string, value: string, status = 'active'): InventoryName {
  return { kind: 'user', id: `005${value}`, label, value, status };
}

const index = new NameIndex([
  user('Erin Walsh', 'erin.walsh@acme.com'),
  user('Dan Novak', 'dan@acme.com'),
  user('Dan Nowak', 'dan.nowak@acme.com'),
  user('Zoë Müller', 'zoe.mueller@acme.com'),
  user("Seán O'Brien", 'sean.obrien@acme.com'),
  user('李 伟', 'li.wei@acme.com'),
  user('Erin Walshe', 'erin.walshe@acme.com', 'inactive'),
  {
    kind: 'permission-set',
    id: '0PS1',
    label: 'Knowledge Editor',
    value: 'Knowledge_Editor',
  },
  { kind: 'role', id: '00E1', label: 'Knowledge Lead', value: 'Know_Lead' },
]);

function found(text: string, options: { strict?: boolean } = {}): string[] {
  return index
    .search({ text, limit: 10, strict: options.strict ?? false })
    .map(({ label }) => label);
}

describe('names', () => {
  it.each([
    ['Erin Walsh', ['Erin Walsh', 'Erin Walshe']],
    ['walsh erin', ['Erin Walsh', 'Erin Walshe']],
    ['erin.walsh@acme.com', ['Erin Walsh', 'Erin Walshe']],
    ['zoe mull', ['Zoë Müller']],
    ['ZOË MÜLLER', ['Zoë Müller']],
    ["o'brien", ["Seán O'Brien"]],
    ['李', ['李 伟']],
    ['dan no', ['Dan Novak', 'Dan Nowak']],
    ['knowl', ['Knowledge Lead', 'Knowledge Editor']],
    ['', []],
    ['nobody at all', []],
  ])('are found by %s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ['erin wlash', 'Erin Walsh'],
    ['knowlege editor', 'Knowledge Editor'],
    ['dan novac', 'Dan Novak'],
  ])('are found in spite of the mistake in %s', (text, expected) => {
    expect(found(text)[0]).toBe(expected);
    expect(found(text, { strict: true })).toEqual([]);
  });

  it('come by kind', () => {
    expect(
      index.search({ text: 'know', kinds: ['role'], limit: 5, strict: true }),
    ).toMatchObject([{ label: 'Knowledge Lead', match: 'words' }]);
  });

  it('of 100,000 users are found', () => {
    const many = new NameIndex(
      Array.from({ length: 100_000 }, (_, i) =>
        user(`First${i % 700} Last${i % 3000}`, `user.${i}@acme.com`),
      ),
    );
    expect(
      many.search({ text: 'first12 lastt12', limit: 5, strict: false }),
    ).not.toEqual([]);
  });
});

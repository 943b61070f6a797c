import { columnWidths } from './columnWidths';
import { RecordLinks } from './recordLinks';
import { asTabs, shownRows } from './shownRows';

const columns = [{ name: 'Name' }, { name: 'Owner.Name' }];
const rows = [
  { Name: 'b 10', Owner: { Name: 'Zoë' } },
  { Name: 'b 9', Owner: null },
  { Name: 'A', Owner: { Name: 'Ann' } },
  { Name: null, Owner: { Name: 'Tab\there' } },
];

describe('loaded rows', () => {
  it('are ordered as people order, with empty ones last either way', () => {
    const names = (direction: 'ascending' | 'descending') =>
      shownRows({
        rows,
        columns,
        words: '',
        order: { column: 'Name', direction },
      }).map(({ Name }) => Name);
    expect(names('ascending')).toEqual(['A', 'b 9', 'b 10', null]);
    expect(names('descending')).toEqual(['b 10', 'b 9', 'A', null]);
  });

  it('are found by words in any column', () => {
    expect(
      shownRows({ rows, columns, words: 'zoë B', order: undefined }),
    ).toEqual([rows[0]]);
  });

  it('are copied so that a spreadsheet keeps cells apart', () => {
    expect(asTabs(rows.slice(2), columns)).toBe(
      'Name\tOwner.Name\nA\tAnn\n\t"Tab\there"',
    );
  });

  it('of fifty thousand are filtered and sorted', () => {
    const many = Array.from({ length: 50_000 }, (_, index) => ({
      Name: `Account ${(index * 7919) % 50_000}`,
      Owner: { Name: `Person ${index % 97}` },
    }));
    const found = shownRows({
      rows: many,
      columns,
      words: 'person 4',
      order: { column: 'Name', direction: 'ascending' },
    });
    expect(found.length).toBeGreaterThan(5_000);
    expect(columnWidths([], [])).toEqual([]);
  });
});

describe('links to records', () => {
  const links = new RecordLinks({
    objects: [
      { name: 'Account', label: 'Account', custom: false, keyPrefix: '001' },
      { name: 'TaskStatus', label: '', custom: false, keyPrefix: '01J' },
      { name: 'CaseStatus', label: '', custom: false, keyPrefix: '01J' },
    ],
    start: { object: 'Contact' },
  });

  it('are known by the object of the query, or by how an id begins', () => {
    const row = {
      Id: '003000000000001AAA',
      Name: 'Ada',
      AccountId: '001000000000001AAA',
      Account: { Name: 'Acme' },
      Status: '01J000000000001AAA',
      Odd: 'not an id',
    };
    const of = (name: string, type: string) => links.of(row, { name, type });
    expect(of('Id', 'id')).toEqual({ object: 'Contact', id: row.Id });
    expect(of('Name', 'string')).toEqual({ object: 'Contact', id: row.Id });
    expect(of('Account.Name', 'string')).toEqual({
      object: 'Account',
      id: row.AccountId,
    });
    // two objects share its beginning
    expect(of('Status', 'reference')).toBeUndefined();
    expect(of('Odd', 'reference')).toBeUndefined();
  });
});

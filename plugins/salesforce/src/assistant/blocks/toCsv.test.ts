import { toCsv } from './toCsv';

describe('rows as CSV', () => {
  it('quote what would break a line, and disarm what a spreadsheet would run', () => {
    expect(
      toCsv({
        columns: [
          { name: 'Name', label: 'Name', type: 'string' },
          { name: 'Owner.Name', label: 'Owner, name', type: 'string' },
          { name: 'Amount', label: 'Amount', type: 'currency' },
        ],
        rows: [
          { Name: 'a "b"\nc', Owner: { Name: '=SUM(A1)' }, Amount: -5 },
          { Name: null, Owner: null, Amount: 0 },
        ],
      }),
    ).toBe(
      'Name,"Owner, name",Amount\r\n"a ""b""\nc",\'=SUM(A1),-5\r\n,,0\r\n',
    );
  });
});

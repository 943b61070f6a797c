import { isLongAnswer, parseRows } from './parseRows';

const row = (index: number, more: object = {}) => ({
  attributes: {
    type: 'User',
    url: `/services/data/v63.0/sobjects/User/${index}`,
  },
  Id: `005${String(index).padStart(15, '0')}`,
  Name: `},{"attributes":{"type" "records":[ ${index} ]} \\ "ü"`,
  Title: index % 2 ? null : 'x'.repeat(index % 97),
  ...more,
});
const rows = Array.from({ length: 2000 }, (_, index) => row(index));
const page = { totalSize: 2000, done: false, nextRecordsUrl: '/x-2000' };

describe('parsing rows', () => {
  it.each<[string, unknown]>([
    ['a page', { ...page, records: rows }],
    ['a page whose rows come first', { records: rows, ...page }],
    ['a last page', { totalSize: 1, done: true, records: [rows[0]] }],
    ['a page without rows', { totalSize: 0, done: true, records: [] }],
    [
      'rows that hold rows',
      {
        ...page,
        records: rows.map((one, index) => ({
          ...one,
          Contacts: { totalSize: 2, done: true, records: [row(index), one] },
        })),
      },
    ],
    ['rows before other lists', { records: rows, others: [1, [2]] }],
    [
      'several pages',
      {
        compositeResponse: [
          { body: { ...page, records: rows }, httpStatusCode: 200 },
          { body: { ...page, records: rows.slice(5) }, httpStatusCode: 200 },
        ],
      },
    ],
    ['a list', rows],
    ['something else', { fields: [{ name: 'records', picklistValues: [] }] }],
  ])('answers of %s what JSON.parse does', (_, given) => {
    const text = JSON.stringify(given);
    expect(parseRows(text)).toEqual(JSON.parse(text));
  });

  it.each([1, 2, 300, 100_000])(
    'refuses an answer of which the last %d characters are missing',
    missing => {
      const text = JSON.stringify({ ...page, records: rows });
      expect(isLongAnswer(text)).toBe(true);
      expect(() => parseRows(text.slice(0, -missing))).toThrow(SyntaxError);
    },
  );
});

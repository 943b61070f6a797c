import fc from 'fast-check';
import { referencesIn } from './references';

describe('a pasted list', () => {
  it.each([
    [
      'one a line',
      'marco@acme.com\r\ndan@acme.com\n',
      ['marco@acme.com', 'dan@acme.com'],
    ],
    [
      'a column of a spreadsheet',
      'Ari Cohen\tAnn Lee',
      ['Ari Cohen', 'Ann Lee'],
    ],
    [
      'addresses with commas',
      'a@acme.com, b@acme.com',
      ['a@acme.com', 'b@acme.com'],
    ],
    [
      'addresses with semicolons',
      'a@acme.com; b@acme.com',
      ['a@acme.com', 'b@acme.com'],
    ],
    [
      'ids',
      '005Ho00000Marco,005Ho00000AriAAA00',
      ['005Ho00000Marco', '005Ho00000AriAAA00'],
    ],
    ['a name with a comma', 'Rossi, Jenna', ['Rossi, Jenna']],
    [
      'a condition',
      "where: Department IN ('a@b', 'c@d')",
      ["where: Department IN ('a@b', 'c@d')"],
    ],
    ['the same twice', 'dan@acme.com\ndan@acme.com', ['dan@acme.com']],
    ['nothing', ' \n ', []],
  ])('is understood as %s', (_, pasted, expected) => {
    expect(referencesIn(pasted)).toEqual(expected);
  });

  it('gives back every name of a list with one a line', () => {
    const name = fc.stringMatching(/^[A-Za-zÀ-ž' -]{1,30}$/).map(s => s.trim());
    fc.assert(
      fc.property(fc.uniqueArray(name.filter(Boolean)), names => {
        expect(referencesIn(names.join('\n'))).toEqual(names);
      }),
    );
  });
});

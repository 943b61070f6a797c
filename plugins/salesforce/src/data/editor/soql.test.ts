import fc from 'fast-check';
import { placeOfError } from './placeOfError';
import { soqlTokens } from './soqlTokens';
import { wantedAt } from './wantedAt';

/** What is wanted at the bar in a text. */
function at(marked: string) {
  const position = marked.indexOf('|');
  return wantedAt(marked.replace('|', ''), position);
}

const account = { kind: 'object', name: 'Account' };

describe('what can be written in a query', () => {
  it.each([
    ['|', { kind: 'word', words: ['SELECT'] }],
    ['SELECT Id |', { kind: 'word', words: ['FROM'] }],
    ['SELECT Id FROM |', { kind: 'object' }],
    ['SELECT Id FROM Acc|', { kind: 'object', from: 15 }],
    ['SELECT | FROM Account', { kind: 'field', source: account, path: [] }],
    ['SELECT Id, Na| FROM Account', { kind: 'field', from: 11 }],
    [
      'SELECT Owner.Manager.Na| FROM Account',
      { kind: 'field', from: 21, path: ['Owner', 'Manager'] },
    ],
    ['SELECT a.Na| FROM Account a', { kind: 'field', path: [] }],
    [
      'SELECT Id FROM Account WHERE |',
      { kind: 'field', source: account, clause: 'WHERE' },
    ],
    ['SELECT COUNT(|) FROM Account', { kind: 'field', source: account }],
    [
      "SELECT Id FROM Account WHERE Name = 'x' AND Ind|",
      { kind: 'field', from: 44 },
    ],
    [
      'SELECT Id FROM Account WHERE Industry = |',
      { kind: 'value', field: ['Industry'], quoted: false },
    ],
    [
      "SELECT Id FROM Account WHERE Industry = 'Te|",
      { kind: 'value', field: ['Industry'], quoted: true, from: 41 },
    ],
    [
      "SELECT Id FROM Account WHERE Parent.Industry NOT IN ('Tech', |",
      { kind: 'value', field: ['Parent', 'Industry'] },
    ],
    ['SELECT Id FROM Account ORDER BY |', { kind: 'field' }],
    [
      'SELECT Id, (SELECT | FROM Contacts) FROM Account',
      {
        kind: 'field',
        source: { kind: 'children', of: account, relationship: 'Contacts' },
      },
    ],
    [
      'SELECT Id, (SELECT Id FROM |) FROM Account',
      { kind: 'relationship', of: account },
    ],
    [
      'SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM |)',
      { kind: 'object' },
    ],
    [
      'SELECT Id FROM Account WHERE Id IN (SELECT | FROM Contact)',
      { kind: 'field', source: { kind: 'object', name: 'Contact' } },
    ],
  ])('at the bar in %s', (marked, wanted) => {
    expect(at(marked)).toMatchObject(wanted);
  });

  it('offers comparisons after a field and conjunctions after a value', () => {
    expect(at('SELECT Id FROM Account WHERE Name |')).toMatchObject({
      words: expect.arrayContaining(['=', 'LIKE', 'NOT IN']),
    });
    expect(at("SELECT Id FROM Account WHERE Name = 'x' |")).toMatchObject({
      words: expect.arrayContaining(['AND', 'ORDER BY']),
    });
  });

  it('takes any text apart without failing, and never a word from behind the cursor', () => {
    const piece = fc.constantFrom(
      'SELECT',
      'FROM',
      'WHERE',
      '(',
      ')',
      ',',
      "'x",
      "'x'",
      'Account',
      'Owner.',
      '=',
      'IN',
      ' ',
      '\n',
      '☃',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 20 }),
        fc.nat(200),
        (pieces, place) => {
          const text = pieces.join(' ');
          const position = Math.min(place, text.length);
          const wanted = wantedAt(text, position);
          expect(wanted?.from ?? 0).toBeLessThanOrEqual(position + 1);
          const tokens = soqlTokens(text);
          for (const token of tokens) {
            expect(text.slice(token.from, token.to)).toBe(token.text);
          }
        },
      ),
    );
  });
});

describe('the place of an error', () => {
  const typed = 'SELECT Id,\n  Foo__c\nFROM Account WHERE Foo__c = 1';

  it('is found where the caret stands, however the text was composed anew', () => {
    const drawn =
      "\nSELECT Id, Foo__c FROM Account WHERE OwnerId = '005' AND Foo__c = 1\n";
    const words = "No such column 'Foo__c' on entity 'Account'.";
    const first = placeOfError({
      text: typed,
      message: 'Salesforce does not accept this query',
      details: `${drawn}           ^\nERROR at Row:1:Column:12\n${words}`,
    });
    expect(first).toMatchObject({ line: 2, column: 3, words });
    const second = placeOfError({
      text: typed,
      message: '',
      details: `${drawn}${' '.repeat(57)}^\nERROR at Row:1:Column:58\n${words}`,
    });
    expect(second).toMatchObject({ line: 3, column: 20 });
    // as the API hands it on: all in one line
    const inOneLine = placeOfError({
      text: typed,
      message: '',
      details: `SELECT Id, Foo__c FROM Account ^ ERROR at Row:1:Column:12 ${words}`,
    });
    expect(inOneLine).toMatchObject({ line: 2, column: 3, words });
  });

  it('is read from our own words where Salesforce was not asked', () => {
    expect(
      placeOfError({
        text: 'SELECT Id FORM Account',
        message: "This is not one SOQL query: unexpected 'Account'",
      }),
    ).toMatchObject({ line: 1, column: 16 });
    expect(
      placeOfError({
        text: 'SELECT Id FROM Account WHERE',
        message: 'This is not one SOQL query: it ends too early',
      }),
    ).toMatchObject({ from: 27, to: 28 });
    expect(placeOfError({ text: typed, message: 'Too busy' })).toBeUndefined();
  });
});

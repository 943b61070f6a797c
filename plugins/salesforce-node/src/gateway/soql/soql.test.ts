import fc from 'fast-check';
import {
  parseQuery,
  type ConditionWithValueQuery,
  type ValueCondition,
  type WhereClauseWithoutOperator,
} from '@jetstreamapp/soql-parser-js';
import { soql } from '.';

/** What a SOQL server understands by a string literal. */
function unquote(literal: string): string {
  const named: Record<string, string> = {
    n: '\n',
    r: '\r',
    t: '\t',
    b: '\b',
    f: '\f',
  };
  return literal
    .slice(1, -1)
    .replace(/\\(u[0-9a-f]{4}|.)/g, (_, escape: string) =>
      escape.length === 5
        ? String.fromCharCode(parseInt(escape.slice(1), 16))
        : named[escape] ?? escape,
    );
}

function onlyCondition(text: string): ValueCondition {
  const where = parseQuery(text).where as WhereClauseWithoutOperator;
  expect(where).not.toHaveProperty('operator');
  return where.left as ConditionWithValueQuery as ValueCondition;
}

// Any UTF-16 text, weighted towards what has a meaning in SOQL.
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(
      ...`\\'"%_;()-/*\n\r\t\b\f\u0000\u2028\u0085 OR=aé李😀`,
    ),
  }),
);

describe('a built query', () => {
  it('never lets a value break out of its quotes', () => {
    fc.assert(
      fc.property(anyText, text => {
        const query = soql.select({
          from: 'User',
          fields: ['Id'],
          where: soql.eq('Name', text),
        });
        const condition = onlyCondition(query.text);
        expect(condition.operator).toBe('=');
        expect(unquote(condition.value as string)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps each value of a list in its own quotes', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 5 }), texts => {
        const query = soql.select({
          from: 'User',
          fields: ['Id'],
          where: soql.inList('Name', texts),
        });
        const { value } = onlyCondition(query.text);
        expect((value as string[]).map(unquote)).toEqual(texts);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes every character of a search word as itself', () => {
    fc.assert(
      fc.property(anyText, text => {
        const query = soql.select({
          from: 'User',
          fields: ['Id'],
          where: soql.contains('Name', text),
        });
        const literal = onlyCondition(query.text).value as string;
        // every % and _ between the outer two is escaped
        expect(literal.slice(2, -2).replace(/\\./g, '')).not.toMatch(/[%_]/);
        expect(unquote(literal)).toBe(`%${text}%`);
      }),
      { numRuns: 1000 },
    );
  });

  it('joins conditions so that each keeps its meaning', () => {
    const query = soql.select({
      from: 'User',
      fields: ['Id', 'Profile.Name'],
      where: soql.and(
        soql.or(soql.eq('A', 1), soql.isNull('B')),
        soql.not(soql.eq('C', true)),
        soql.compare('D', '<', soql.date('2025-01-01')),
        soql.notInList('E', ['x']),
        soql.inQuery(
          'Id',
          soql.select({
            from: 'GroupMember',
            fields: ['UserOrGroupId'],
            where: soql.eq('Group.Name', "Sales'"),
          }),
        ),
      ),
      orderBy: [{ field: 'Name', direction: 'DESC', nulls: 'LAST' }],
      limit: 10,
      offset: 5,
    });
    expect(query.text).toBe(
      "SELECT Id, Profile.Name FROM User WHERE (A = 1 OR B = NULL) AND (NOT (C = TRUE)) AND D < 2025-01-01 AND E NOT IN ('x') AND Id IN (SELECT UserOrGroupId FROM GroupMember WHERE Group.Name = 'Sales\\'') ORDER BY Name DESC NULLS LAST LIMIT 10 OFFSET 5",
    );
    expect(soql.fromTree(soql.parse(query.text)).text).toBe(query.text);
  });

  it('selects children and aggregates', () => {
    expect(
      soql.select({
        from: 'User',
        fields: [
          'Id',
          {
            relationship: 'PermissionSetAssignments',
            fields: ['Id'],
            where: soql.startsWith('PermissionSet.Label', '50%'),
            limit: 5,
          },
        ],
      }).text,
    ).toBe(
      "SELECT Id, (SELECT Id FROM PermissionSetAssignments WHERE PermissionSet.Label LIKE '50\\%%' LIMIT 5) FROM User",
    );
    expect(
      soql.select({
        from: 'User',
        fields: ['ProfileId', { aggregate: 'COUNT', field: 'Id', as: 'users' }],
        groupBy: ['ProfileId'],
      }).text,
    ).toBe('SELECT ProfileId, COUNT(Id) users FROM User GROUP BY ProfileId');
    expect(
      soql.select({
        from: 'User',
        fields: ['ProfileId', { aggregate: 'COUNT', field: 'Id', as: 'users' }],
        groupBy: ['ProfileId'],
        having: { aggregate: 'COUNT', field: 'Id', operator: '>', value: 3 },
        orderBy: [{ aggregate: 'COUNT', field: 'Id', direction: 'DESC' }],
      }).text,
    ).toBe(
      'SELECT ProfileId, COUNT(Id) users FROM User GROUP BY ProfileId HAVING COUNT(Id) > 3 ORDER BY COUNT(Id) DESC',
    );
  });

  it.each<[string, () => unknown]>([
    ['an empty list', () => soql.inList('Id', [])],
    [
      'a part of a group',
      () =>
        soql.select({
          from: 'User',
          fields: ['ProfileId'],
          groupBy: ['ProfileId'],
          having: {
            aggregate: 'COUNT',
            field: 'Id',
            operator: '>',
            value: 1.5,
          },
        }),
    ],
    ['an empty list to leave out', () => soql.notInList('Id', [])],
    ['no conditions', () => soql.and()],
    ['a missing value', () => soql.eq('Id', undefined as unknown as string)],
    [
      'an object as value',
      () => soql.eq('Id', { $ne: 1 } as unknown as string),
    ],
    ['a number that is none', () => soql.eq('A', NaN)],
    ['a number too large', () => soql.eq('A', 1e21)],
    ['half a character', () => soql.eq('A', '\ud83d')],
    ['a day that is none', () => soql.date('2025-13-01')],
    ['a day with more', () => soql.date("2025-01-01' OR")],
    ['a moment that is none', () => soql.dateTime(new Date(NaN))],
    ['a field with a space', () => soql.eq('Id OR Id', 1)],
    ['a field with a quote', () => soql.eq("Id'", 1)],
    ['a field with a newline', () => soql.eq('Id\n', 1)],
    ['a path that ends in a dot', () => soql.eq('Owner.', 1)],
    ['no fields', () => soql.select({ from: 'User', fields: [] })],
    [
      'a function as a field',
      () => soql.select({ from: 'User', fields: ['COUNT(Id)'] }),
    ],
    [
      'two objects',
      () => soql.select({ from: 'User, Account', fields: ['Id'] }),
    ],
    [
      'half a row',
      () => soql.select({ from: 'User', fields: ['Id'], limit: 0.5 }),
    ],
    [
      'less than no rows',
      () => soql.select({ from: 'User', fields: ['Id'], limit: -1 }),
    ],
  ])('refuses %s', (_, build) => {
    expect(build).toThrow(
      expect.objectContaining({ name: 'InputError', code: 'invalid_query' }),
    );
  });

  it('writes small numbers without exponents', () => {
    expect(String(soql.eq('A', 1e-7))).toBe('A = 0.0000001');
    expect(String(soql.eq('A', -12.5))).toBe('A = -12.5');
  });
});

describe('a query from a syntax tree', () => {
  it.each([
    "SELECT Name, Industry FROM Account WHERE BillingCountry = 'Germany' ORDER BY AnnualRevenue DESC LIMIT 50",
    "SELECT Id, (SELECT LastName FROM Contacts) FROM Account WHERE (NOT Name LIKE 'A\\%') AND Y IN ('a', 'b\\'c')",
    'SELECT COUNT(Id) cnt, StageName FROM Opportunity GROUP BY ROLLUP(StageName) HAVING COUNT(Id) > 1',
    'SELECT TYPEOF What WHEN Account THEN Phone ELSE Name END FROM Event',
    'SELECT FIELDS(ALL) FROM Account LIMIT 200',
    'SELECT Id FROM User WHERE LastLoginDate < 2025-01-01T00:00:00Z AND CreatedDate = LAST_N_DAYS:30',
    "SELECT Id FROM Account WHERE M INCLUDES ('a;b', 'c') LIMIT 10 OFFSET 5",
  ])('says what was written: %s', text => {
    expect(soql.fromTree(soql.parse(text)).text).toBe(text);
  });

  it.each([
    ['two statements', 'SELECT Id FROM User; DELETE FROM User'],
    ['a comment', 'SELECT Id FROM User -- all'],
    ['a block comment', 'SELECT Id /* all */ FROM User'],
    ['another statement', 'DELETE FROM User'],
    ['a bind variable', 'SELECT Id FROM User WHERE Name = :name'],
    ['a comparison of two values', "SELECT Id FROM User WHERE '1' = '1'"],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(() => soql.parse(text)).toThrow(
      expect.objectContaining({ name: 'InputError', code: 'invalid_query' }),
    );
  });

  it('says in one line where the text stops being SOQL', () => {
    expect(() => soql.parse('SELECT Id FROM User; DELETE')).toThrow(
      "This is not one SOQL query: unexpected ';'",
    );
    expect(() => soql.parse('DELETE FROM User')).toThrow(
      "This is not one SOQL query: unexpected 'DELETE'",
    );
    expect(() => soql.parse("SELECT Id FROM User WHERE Name = 'a")).toThrow(
      "This is not one SOQL query: unexpected character '",
    );
  });

  it('refuses a tree whose text would say more than the tree', () => {
    const tree = soql.parse("SELECT Id FROM User WHERE Name = 'x'");
    const where = tree.where as { left: ValueCondition };
    where.left.value = "'x' OR Name != 'x'";
    expect(() => soql.fromTree(tree)).toThrow(
      expect.objectContaining({ code: 'invalid_query' }),
    );
  });

  it('lends its condition to a built query', () => {
    const tree = soql.parse(
      "SELECT Id FROM User WHERE Department = 'R&D' OR Title = 'VP'",
    );
    const condition = soql.conditionOf(tree);
    expect(
      soql.select({
        from: 'User',
        fields: ['Id'],
        where: condition && soql.and(condition, soql.eq('IsActive', true)),
      }).text,
    ).toBe(
      "SELECT Id FROM User WHERE (Department = 'R&D' OR Title = 'VP') AND IsActive = TRUE",
    );
    expect(soql.conditionOf(soql.parse('SELECT Id FROM User'))).toBeUndefined();
  });
});

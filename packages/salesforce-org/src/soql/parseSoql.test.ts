import {
  composeQuery,
  parseQuery as oracle,
} from '@jetstreamapp/soql-parser-js';
import fc from 'fast-check';
import { isSalesforceError } from '../core/SalesforceError';
import { parseSoql } from './parseSoql';
import type { Condition, Literal, QueryTree } from './syntaxTree';

/** What is wrong, and the place that the caret points at. */
function complaint(soql: string): string {
  try {
    parseSoql(soql);
  } catch (error) {
    if (!isSalesforceError(error)) throw error;
    expect(error.errorCode).toBe('MALFORMED_QUERY');
    const place = /Column:(\d+)\n([\s\S]*)/.exec(error.message);
    return place ? `${place[1]}: ${place[2]}` : error.message;
  }
  return 'nothing';
}

function valueOf(soql: string): Literal {
  const { where } = parseSoql(`SELECT Id FROM A WHERE f = ${soql}`);
  if (where?.kind !== 'comparison') throw new Error('not a comparison');
  return where.value;
}

/** A condition as text with all its parentheses. */
function shape(condition: Condition): string {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return `(${condition.operands.map(shape).join(` ${condition.kind} `)})`;
    case 'not':
      return `not ${shape(condition.operand)}`;
    case 'comparison':
    case 'list':
    default: {
      const { left } = condition;
      return left.kind === 'path' ? left.path[0].text : left.name.text;
    }
  }
}

describe('reading SOQL', () => {
  it.each([
    'SELECT Id FROM Account',
    'select id, name from account where isactive = true',
    "SELECT Group.Name FROM GroupMember WHERE Group.Type = 'Queue' ORDER BY Group.Name",
    'SELECT Id FROM Group',
    "SELECT Id FROM Order WHERE Type = 'x' ORDER BY Id",
    'SELECT Type, Order, Limit FROM Foo__c',
    'SELECT a.Id, a.Owner.Name FROM Account a WHERE a.Name = null',
    'SELECT c.Id, a.Name FROM Contact c, c.Account a',
    'SELECT COUNT() FROM Account',
    'SELECT COUNT(Id) cnt, Name n FROM A GROUP BY Name HAVING COUNT(Id) > 1 ORDER BY COUNT(Id) DESC NULLS LAST LIMIT 5 OFFSET 2',
    'SELECT CALENDAR_YEAR(convertTimezone(CreatedDate)) FROM A GROUP BY CALENDAR_YEAR(convertTimezone(CreatedDate))',
    'SELECT Name FROM A GROUP BY ROLLUP(Name, Phone)',
    'SELECT Id, (SELECT Id FROM Contacts WHERE a = 1 ORDER BY b LIMIT 3) FROM Account',
    'SELECT TYPEOF What WHEN Account THEN Phone, Name ELSE Name END FROM Task',
    'SELECT FIELDS(ALL) FROM Account LIMIT 200',
    'SELECT Id FROM Account USING SCOPE mine WHERE a = 1',
    "SELECT Id FROM A WHERE Id IN (SELECT b FROM C WHERE d IN ('x', 'y'))",
    "SELECT Id FROM A WHERE a INCLUDES ('x;y', 'z') AND b EXCLUDES ('w')",
    'SELECT Id FROM A WHERE a = 1e5 AND b > -1.5 AND c < .5',
    'SELECT Id FROM A WHERE a >= 2026-01-01 AND b < 2026-01-01T10:00:00+01:00',
    'SELECT Id FROM A WHERE a = 17:30:45Z',
    'SELECT Id FROM A WHERE a = LAST_N_DAYS:30 OR a = today',
    'SELECT Id FROM A WHERE a > USD5000',
    "SELECT Id FROM A WHERE DISTANCE(b, GEOLOCATION(1.5, -2), 'mi') < 5",
    'SELECT Id FROM A WHERE a = 1 ORDER BY b, c DESC, d NULLS FIRST LIMIT 1 FOR VIEW',
    'SELECT\n\tId\nFROM\n\tAccount\n',
  ])('takes %s', soql => expect(complaint(soql)).toBe('nothing'));

  it.each([
    ['', 'SOQL statements cannot be empty or null'],
    ['   ', 'SOQL statements cannot be empty or null'],
    ['invalid', "1: unexpected token: 'invalid'"],
    ['SELECT * FROM Account', "8: unexpected token: '*'"],
    ['SELECT FROM Account', "8: unexpected token: 'FROM'"],
    ['SELECT Id, FROM Account', "12: unexpected token: 'FROM'"],
    ['SELECT Id Account', "18: unexpected token: '<EOF>'"],
    ['SELECT Id FROM Account AS a', "24: unexpected token: 'AS'"],
    ['SELECT Id FROM A WHERE', "23: unexpected token: '<EOF>'"],
    ['SELECT Id FROM A WHERE a IS NULL', "26: unexpected token: 'IS'"],
    ["SELECT Id FROM A WHERE a NOT LIKE 'x'", "30: unexpected token: 'LIKE'"],
    ["SELECT Id FROM A WHERE a == 'x'", "27: unexpected token: '='"],
    ['SELECT Id FROM A WHERE a = b', "28: unexpected token: 'b'"],
    ['SELECT Id FROM A WHERE a = 1 + 2', "30: unexpected token: '+'"],
    ['SELECT Id FROM A WHERE a = "x"', `28: unexpected token: '"'`],
    [
      'SELECT Id FROM A WHERE a BETWEEN 1 AND 2',
      "26: unexpected token: 'BETWEEN'",
    ],
    ['SELECT Id FROM A WHERE a IN ()', "30: unexpected token: ')'"],
    ['SELECT Id FROM A WHERE (a = 1', "30: unexpected token: '<EOF>'"],
    [
      'SELECT Id FROM A WHERE a = 1 AND b = 2 OR c = 3',
      "40: unexpected token: 'OR'",
    ],
    [
      'SELECT Id FROM A WHERE a = 1 OR b = 2 AND c = 3',
      "39: unexpected token: 'AND'",
    ],
    [
      'SELECT Id FROM A WHERE a = :b',
      '28: Bind variables only allowed in Apex code',
    ],
    ['SELECT Id FROM A WHERE a = LAST_N_DAYS', "39: unexpected token: '<EOF>'"],
    ['SELECT Id FROM A WHERE a = LAST_N_DAYS:-3', "40: unexpected token: '-3'"],
    ['SELECT Id FROM A WHERE a = TODAY:3', "33: unexpected token: ':'"],
    ['SELECT Id FROM A WHERE a = 2026-1-1', "32: unexpected token: '-1'"],
    ["SELECT Id FROM A WHERE a = 'it''s'", "32: unexpected token: ''s''"],
    [
      "SELECT Id FROM A WHERE a = 'open",
      "28: mismatched character '<EOF>' expecting '''",
    ],
    [
      "SELECT Id FROM A WHERE a = 'x\ny'",
      '28: Line breaks not allowed in string literals',
    ],
    [
      "SELECT Id FROM A WHERE a = 'x\\qy'",
      "28: Invalid string literal 'x\\qy'. Illegal character sequence '\\q' in string literal.",
    ],
    ['SELECT Id FROM A; DELETE FROM A', "17: unexpected token: ';'"],
    ['SELECT Id FROM A -- comment', "18: unexpected token: '-'"],
    ['SELECT Id FROM A JOIN B', "23: unexpected token: 'B'"],
    ['SELECT Id FROM A OFFSET 5 LIMIT 1', "27: unexpected token: 'LIMIT'"],
    ['SELECT Id FROM A LIMIT -1', "24: unexpected token: '-1'"],
    ['SELECT Id FROM A LIMIT 1.5', "24: unexpected token: '1.5'"],
    ['SELECT Id FROM A ORDER BY', "26: unexpected token: '<EOF>'"],
    ['SELECT Id FROM A WITH SECURITY_ENFORCED', "18: unexpected token: 'WITH'"],
    ['SELECT Id FROM A WITH USER_MODE', "18: unexpected token: 'WITH'"],
    [
      `SELECT Id FROM A WHERE a = '${'x'.repeat(4001)}'`,
      '28: string literal is too long: the maximum length is 4000 characters',
    ],
  ])('refuses %s', (soql, expected) => expect(complaint(soql)).toBe(expected));

  it('points at the place with a caret, a row and a column', () => {
    const soql = 'SELECT Id,\n  Name\nFROM Account WHERE Name = 1 ORDER BY';
    expect(() => parseSoql(soql)).toThrow(
      `\nFROM Account WHERE Name = 1 ORDER BY\n${' '.repeat(
        36,
      )}^\nERROR at Row:3:Column:37\nunexpected token: '<EOF>'`,
    );
  });

  it('shows of a long line what is around the place', () => {
    const soql = `SELECT ${'Name, '.repeat(40)}FROM Account`;
    const { message } = (() => {
      try {
        return parseSoql(soql) && { message: '' };
      } catch (error) {
        return error as Error;
      }
    })();
    const [, excerpt, caret] = message.split('\n');
    expect(excerpt.length).toBeLessThan(90);
    expect(excerpt.slice(caret.indexOf('^'))).toMatch(/^FROM/);
  });

  it.each([
    ['a = 1 AND b = 2 AND c = 3', '(a and b and c)'],
    ['a = 1 AND (b = 2 OR c = 3)', '(a and (b or c))'],
    ['NOT a = 1 AND b = 2', '(not a and b)'],
    ['NOT (a = 1 AND b = 2)', 'not (a and b)'],
    ['(NOT a = 1) OR b = 2', '(not a or b)'],
    ['((a = 1))', 'a'],
  ])('%s means %s', (where, expected) => {
    const tree = parseSoql(`SELECT Id FROM A WHERE ${where}`);
    expect(shape(tree.where!)).toBe(expected);
  });

  it.each([
    ["'plain'", 'plain'],
    ["'it\\'s'", "it's"],
    ["'a\\\\b'", 'a\\b'],
    ["'\\n\\t\\r\\b\\f\\\"'", '\n\t\r\b\f"'],
    ["'\\u0041'", 'A'],
    ["'李 伟 😀'", '李 伟 😀'],
    ['1e3', 1000],
    ['-.5', -0.5],
    ['TRUE', true],
    ['null', null],
    ['EUR25', 25],
  ])('%s is the value %j', (text, value) => {
    expect(valueOf(text).value).toBe(value);
  });

  it('reads any string back that is escaped by the book', () => {
    const character = fc.constantFrom(
      ...Array.from(`ab0%_'"\\\n\r\t\b\u0000é李😀u`),
    );
    const escape = (text: string) =>
      text
        .replace(/\\/g, '\\\\')
        .replace(/'/g, "\\'")
        .replace(/\n/g, '\\n')
        .replace(/\r/g, '\\r');
    fc.assert(
      fc.property(fc.string({ unit: character }), text => {
        expect(valueOf(`'${escape(text)}'`).value).toBe(text);
      }),
    );
  });

  it('never crashes, whatever it is given', () => {
    const words = fc.constantFrom(
      ...'SELECT Id Name FROM Account WHERE AND OR NOT IN LIKE ( ) , . = != < GROUP BY ORDER LIMIT 5 NULL : * -'.split(
        ' ',
      ),
      "'text'",
      "'",
      '2026-01-01',
      'COUNT',
      'TYPEOF',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 20 }), parts => {
        expect(complaint(parts.join(' '))).toMatch(/./);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('compared with a parser by others', () => {
  const name = fc.constantFrom('Name', 'Amount', 'Owner.Name', 'A.B.C');
  const value = fc.constantFrom("'x'", '5', '-1.5', 'NULL', 'TRUE', 'TODAY');
  const comparison = fc
    .tuple(name, fc.constantFrom('=', '!=', '<', '>='), value)
    .map(parts => parts.join(' '));
  const list = name.map(field => `${field} NOT IN ('a', 'b')`);
  const condition = fc.letrec<{ condition: string }>(tie => ({
    condition: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'condition' },
      comparison,
      list,
      comparison.map(text => `NOT ${text}`),
      fc
        .tuple(
          fc.array(tie('condition'), { minLength: 2, maxLength: 3 }),
          fc.constantFrom(' AND ', ' OR '),
        )
        .map(([parts, joint]) => `(${parts.join(joint)})`),
    ),
  })).condition;
  const query = fc
    .tuple(
      fc.uniqueArray(name, { minLength: 1 }),
      fc.option(condition),
      fc.option(name),
      fc.option(fc.nat(100)),
    )
    .map(
      ([fields, where, order, limit]) =>
        `SELECT ${fields.join(', ')} FROM Account${
          where === null ? '' : ` WHERE ${where}`
        }${order === null ? '' : ` ORDER BY ${order} DESC NULLS LAST`}${
          limit === null ? '' : ` LIMIT ${limit}`
        }`,
    );

  /** The tree without positions, which composing moves. */
  function meaning(soql: string): unknown {
    return JSON.parse(
      JSON.stringify(parseSoql(soql), (key, part) =>
        key === 'offset' ? undefined : part,
      ),
    );
  }

  it('takes what the other takes, and means the same by it', () => {
    fc.assert(
      fc.property(query, soql => {
        const composed = composeQuery(oracle(soql));
        expect(meaning(composed)).toEqual(meaning(soql));
      }),
      { numRuns: 500 },
    );
  });

  it('knows the clauses that the other knows', () => {
    const soql =
      "SELECT Name, COUNT(Id) n FROM Account WHERE Name LIKE 'a%' GROUP BY Name HAVING COUNT(Id) > 1 ORDER BY Name ASC NULLS LAST LIMIT 10 OFFSET 5";
    const tree: QueryTree = parseSoql(soql);
    const other = oracle(soql);
    expect(tree.limit?.value).toBe(other.limit);
    expect(tree.skip?.value).toBe(other.offset);
    expect(tree.select).toHaveLength(other.fields!.length);
    expect(tree.having).toBeDefined();
  });
});

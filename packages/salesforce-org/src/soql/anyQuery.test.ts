import fc from 'fast-check';
import { isSalesforceError } from '../core/SalesforceError';
import { SmallOrg } from '../__testUtils__/smallOrg';

/*
 * Queries that nobody wrote: any field, any operator, any value. Whatever is
 * asked must be answered or refused, and an index must not change an answer.
 */

const small = new SmallOrg();
const [first, second] = small.load('Account', [
  { Name: 'Acme', AnnualRevenue: 5, Industry: 'Energy', OwnerId: small.userId },
  { Name: 'Globex', ParentId: undefined, BillingCity: 'Bonn' },
]);
small.load('Contact', [
  { LastName: 'Lee', AccountId: first, OwnerId: small.userId },
  { LastName: 'Kim', AccountId: second, DoNotCall: true },
  { LastName: 'Solo' },
]);
small.load('Task', [{ Subject: 'Call', WhatId: first }, { Subject: 'Mail' }]);

const names = ['Account', 'Contact', 'Task', 'Case', 'User'];
const object = fc.constantFrom(...names);

const parentsOf: Readonly<Record<string, readonly string[]>> = {
  Account: ['Owner.Name', 'Owner.Profile.Name', 'Parent.Parent.Name'],
  Contact: ['Account.Owner.Name', 'CreatedBy.Manager.Username'],
  Task: ['What.Name', 'Who.Type', 'Owner.Name'],
  Case: ['Contact.Account.Name', 'Owner.Type'],
  User: ['Profile.UserLicense.Name', 'Manager.Name'],
};

/** A field that there is, mostly; sometimes one of another object. */
const fieldOf = (name: string): fc.Arbitrary<string> => {
  const { fields } = small.org.schema.require(name);
  const known = fields.filter(field => !field.name.startsWith('UserP'));
  return fc.oneof(
    {
      weight: 8,
      arbitrary: fc.constantFrom(...known.map(field => field.name)),
    },
    { weight: 4, arbitrary: fc.constantFrom(...parentsOf[name]) },
    { weight: 1, arbitrary: fc.constantFrom('Nothing', 'Owner.Nothing') },
  );
};

const texts = ["'Acme'", "'a%'", "''", 'null'];
const ids = [`'${first}'`, `'${first.slice(0, 15)}'`, 'null'];
const numbers = ['5', '-1.5e3', 'null', 'USD5'];
const byType: Readonly<Record<string, readonly string[]>> = {
  id: ids,
  reference: ids,
  boolean: ['true', 'FALSE'],
  int: numbers,
  double: numbers,
  currency: numbers,
  percent: numbers,
  date: ['2026-02-11', 'TODAY', 'LAST_N_DAYS:3', 'null'],
  datetime: ['2026-02-11T00:00:00Z', 'THIS_WEEK', 'null'],
};
const anyLiteral = fc.constantFrom(
  ...texts,
  ...Object.values(byType).flat(),
  '10:00:00Z',
);

/** A value of the field's type, mostly. */
const literalFor = (name: string, field: string): fc.Arbitrary<string> => {
  const type = small.org.schema.require(name).field(field)?.type ?? 'string';
  return fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...(byType[type] ?? texts)) },
    { weight: 1, arbitrary: anyLiteral },
  );
};
const operator = fc.constantFrom('=', '=', '!=', '<', '<=', '>', '>=', 'LIKE');

const condition = (name: string) =>
  fc.oneof(
    fieldOf(name).chain(field =>
      fc
        .tuple(operator, literalFor(name, field))
        .map(([sign, value]) => `${field} ${sign} ${value}`),
    ),
    fieldOf(name).chain(field =>
      fc
        .tuple(
          fc.constantFrom('IN', 'IN', 'NOT IN', 'INCLUDES', 'EXCLUDES'),
          fc.array(literalFor(name, field), { minLength: 1, maxLength: 3 }),
        )
        .map(([sign, values]) => `${field} ${sign} (${values.join(', ')})`),
    ),
    fc
      .tuple(
        fieldOf(name),
        object,
        fc.constantFrom('Id', 'AccountId', 'OwnerId'),
      )
      .map(
        ([field, inner, selected]) =>
          `${field} IN (SELECT ${selected} FROM ${inner})`,
      ),
  );

const item = (name: string) =>
  fc.oneof(
    { weight: 6, arbitrary: fieldOf(name) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          fc.constantFrom(
            'COUNT',
            'SUM',
            'MAX',
            'CALENDAR_YEAR',
            'toLabel',
            'FORMAT',
            'FIELDS',
            'GROUPING',
            'LOWER',
          ),
          fieldOf(name),
        )
        .map(([call, field]) => `${call}(${field})`),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '(SELECT Id FROM Contacts)',
        '(SELECT Subject FROM Tasks ORDER BY Subject LIMIT 1)',
        'TYPEOF What WHEN Account THEN Name ELSE Type END',
      ),
    },
  );

const clause = (text: string, value: fc.Arbitrary<string>) =>
  fc
    .option(value, { freq: 2 })
    .map(given => (given === null ? '' : ` ${text} ${given}`));

const query = object.chain(name =>
  fc
    .tuple(
      fc.array(item(name), { minLength: 1, maxLength: 3 }),
      clause(
        'WHERE',
        fc
          .tuple(
            fc.array(condition(name), { minLength: 1, maxLength: 2 }),
            fc.constantFrom(' AND ', ' OR '),
            fc.constantFrom('', 'NOT '),
          )
          .map(([parts, joint, not]) => `${not}(${parts.join(joint)})`),
      ),
      clause('GROUP BY', fieldOf(name)),
      clause('ORDER BY', fieldOf(name)),
      clause('LIMIT', fc.constantFrom('0', '1', '200', '5000')),
    )
    .map(
      ([items, where, group, order, limit]) =>
        `SELECT ${items.join(
          ', ',
        )} FROM ${name}${where}${group}${order}${limit}`,
    ),
);

describe('any query', () => {
  it('is answered or refused, and never breaks', () => {
    let answered = 0;
    fc.assert(
      fc.property(query, soql => {
        try {
          const result = small.org.query(small.ctx, soql);
          expect(result.records().length).toBeLessThanOrEqual(
            Math.max(result.totalSize, 0),
          );
          expect(result.columns().entityName).toBeDefined();
          answered += 1;
        } catch (error) {
          if (!isSalesforceError(error)) throw error;
        }
      }),
      { numRuns: 2_000 },
    );
    expect(answered).toBeGreaterThan(100);
  });

  it('has the same answer with an index and without', () => {
    const rows = fc.constantFrom('Account', 'Contact').chain(name =>
      fc.tuple(
        fc.constant(name),
        fc
          .tuple(
            fc.constantFrom('Id', 'OwnerId', 'Name', 'Owner.Username'),
            fc.constantFrom(
              "'Acme'",
              "'LEE'",
              `'${first}'`,
              `'${small.userId}'`,
              "'ANN@small.test'",
            ),
          )
          .map(([field, value]) => `${field} = ${value}`),
      ),
    );
    const answer = (soql: string) => {
      try {
        return small.column(soql, 'Id').sort();
      } catch (error) {
        if (!isSalesforceError(error)) throw error;
        return error.errorCode;
      }
    };
    fc.assert(
      fc.property(rows, ([name, where]) => {
        const indexed = answer(`SELECT Id FROM ${name} WHERE ${where}`);
        // Two negations mean the same and cannot use an index.
        const read = answer(
          `SELECT Id FROM ${name} WHERE NOT (NOT (${where}))`,
        );
        expect(indexed).toEqual(read);
      }),
      { numRuns: 200 },
    );
  });
});

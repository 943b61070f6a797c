import { SmallOrg } from '../__testUtils__/smallOrg';

/*
 * The numbers in brackets are those of the list of what naive emulators get
 * wrong, in the description of the API that this package keeps to.
 */

function createCompany() {
  const small = new SmallOrg({
    schema: {
      objects: [
        {
          name: 'Contact',
          fields: [
            {
              name: 'Skills__c',
              type: 'multipicklist',
              picklistValues: ['four', 'six', 'eight'],
            },
            { name: 'Shift__c', type: 'time' },
          ],
        },
        {
          name: 'Invoice__c',
          fields: [
            {
              name: 'Account__c',
              type: 'reference',
              referenceTo: 'Account',
              childRelationshipName: 'Invoices__r',
            },
            { name: 'Note__c', type: 'textarea', length: 1000 },
          ],
        },
      ],
    },
  });
  const [queue] = small.load('Group', [{ Name: 'Triage', Type: 'Queue' }]);
  const [acme, globex, nobody] = small.load('Account', [
    {
      Name: 'Acme',
      Industry: 'Energy',
      AnnualRevenue: 300,
      BillingCity: 'Bonn',
      BillingCountry: 'Germany',
      OwnerId: small.userId,
      CreatedDate: '2026-02-11T04:30:00.000+0000',
    },
    { Name: 'globex', AnnualRevenue: 100, OwnerId: small.userId },
    { Name: 'Ümlaut_100%', Industry: 'energy' },
  ]);
  const [lee, kim] = small.load('Contact', [
    {
      FirstName: 'Ann',
      LastName: 'Lee',
      AccountId: acme,
      Skills__c: 'four;six',
      Birthdate: '2010-01-01',
      Shift__c: '17:30:45.000Z',
    },
    { LastName: 'Kim', AccountId: acme, Skills__c: 'eight' },
    { LastName: 'Solo', DoNotCall: true },
  ]);
  small.load('Case', [
    { Subject: 'mine', OwnerId: small.userId, ContactId: lee },
    { Subject: 'theirs', OwnerId: queue, Description: 'long' },
  ]);
  small.load('Task', [
    { Subject: 'about Acme', WhatId: acme, OwnerId: small.userId, WhoId: kim },
    { Subject: 'about nothing', OwnerId: small.userId },
  ]);
  return { small, acme, globex, nobody, lee, kim, queue };
}

const { small, acme, globex, lee, queue } = createCompany();
const { records, column } = {
  records: (soql: string) => small.records(soql),
  column: (soql: string, name?: string) => small.column(soql, name),
};
const url = (type: string, id: string) =>
  `/services/data/v64.0/sobjects/${type}/${id}`;

describe('the records of an answer', () => {
  it('[13] have canonical names, whatever the case of the query', () => {
    expect(
      records('SELECT name, BILLINGCITY, owner.NAME FROM account LIMIT 1'),
    ).toEqual([
      {
        attributes: { type: 'Account', url: url('Account', acme) },
        Name: 'Acme',
        BillingCity: 'Bonn',
        Owner: {
          attributes: { type: 'User', url: url('User', small.userId) },
          Name: 'Ann Lee',
        },
      },
    ]);
  });

  it('[12] have ids of 18 characters and are found by 15', () => {
    const [record] = records(
      `SELECT Id FROM Account WHERE Id = '${acme.slice(0, 15)}'`,
    );
    expect(record.Id).toBe(acme);
    expect(acme).toHaveLength(18);
    const both = `SELECT Id FROM Account WHERE Id IN ('${acme.slice(
      0,
      15,
    )}', '${globex}')`;
    expect(records(both)).toHaveLength(2);
  });

  it('[12] ids compare with regard to case', () => {
    const other = acme.slice(0, 15).replace('5g', '5G');
    expect(records(`SELECT Id FROM Account WHERE Id = '${other}'`)).toEqual([]);
  });

  it('[14] have null where there is no parent, and no children', () => {
    const [record] = records(
      "SELECT Account.Name, Account.Owner.Name, (SELECT Id FROM Cases) FROM Contact WHERE LastName = 'Solo'",
    );
    expect(record).toMatchObject({ Account: null, Cases: null });
  });

  it('[14] have lists of children that are answers themselves', () => {
    const [record] = records(
      'SELECT (SELECT LastName FROM Contacts ORDER BY LastName LIMIT 1) FROM Account LIMIT 1',
    );
    expect(record.Contacts).toEqual({
      totalSize: 1,
      done: true,
      records: [
        {
          attributes: { type: 'Contact', url: expect.any(String) },
          LastName: 'Kim',
        },
      ],
    });
  });

  it('[17] have the types of the API', () => {
    expect(
      records(
        "SELECT CreatedDate, Birthdate, Shift__c, Skills__c, DoNotCall, Email FROM Contact WHERE LastName = 'Lee'",
      )[0],
    ).toMatchObject({
      CreatedDate: '2026-02-11T12:00:00.000+0000',
      Birthdate: '2010-01-01',
      Shift__c: '17:30:45.000Z',
      Skills__c: 'four;six',
      DoNotCall: false,
      Email: null,
    });
    expect(
      records('SELECT AnnualRevenue, BillingAddress FROM Account LIMIT 1')[0],
    ).toMatchObject({
      AnnualRevenue: 300,
      BillingAddress: {
        city: 'Bonn',
        country: 'Germany',
        geocodeAccuracy: null,
        latitude: null,
        longitude: null,
        postalCode: null,
        state: null,
        street: null,
      },
    });
    expect(
      records("SELECT BillingAddress FROM Account WHERE Name = 'globex'")[0]
        .BillingAddress,
    ).toBeNull();
  });

  it('[24] carry the version of the request in their URLs', () => {
    const { org, ctx } = small;
    const [record] = org
      .query({ ...ctx, apiVersion: '58.0' }, 'SELECT Id FROM Account LIMIT 1')
      .records();
    expect(record.attributes.url).toBe(
      `/services/data/v58.0/sobjects/Account/${acme}`,
    );
  });

  it('show of a polymorphic parent what all kinds have', () => {
    expect(
      records(
        'SELECT Owner.Name, Owner.Type, OwnerId FROM Case ORDER BY Subject',
      ),
    ).toMatchObject([
      {
        Owner: {
          attributes: { type: 'Name', url: url('User', small.userId) },
          Name: 'Ann Lee',
          Type: 'User',
        },
      },
      {
        Owner: {
          attributes: { type: 'Name', url: url('Group', queue) },
          Name: 'Triage',
          Type: 'Queue',
        },
      },
    ]);
    expect(
      column("SELECT Subject FROM Case WHERE Owner.Type = 'Queue'", 'Subject'),
    ).toEqual(['theirs']);
    expect(
      small.refusedQuery('SELECT Owner.Department FROM Case').message,
    ).toContain("No such column 'Department' on entity 'Name'");
  });

  it('choose the fields of a polymorphic parent by its type', () => {
    expect(
      records(
        'SELECT TYPEOF What WHEN Account THEN Name, Industry WHEN Opportunity THEN Amount ELSE Name END, Who.Name FROM Task ORDER BY Subject',
      ),
    ).toMatchObject([
      {
        What: {
          attributes: { type: 'Account', url: url('Account', acme) },
          Name: 'Acme',
          Industry: 'Energy',
        },
        Who: { Name: 'Kim' },
      },
      { What: null, Who: null },
    ]);
  });

  it('follow aliases of objects and of parents', () => {
    expect(
      column(
        "SELECT a.Name FROM Contact c, c.Account a WHERE c.LastName = 'Lee'",
        'Account',
      ),
    ).toMatchObject([{ Name: 'Acme' }]);
    expect(column('SELECT Account.Name FROM Account LIMIT 1')).toEqual([
      'Acme',
    ]);
  });

  it('put labels and formats under the name of the field, or an alias', () => {
    const [record] = records(
      'SELECT FORMAT(AnnualRevenue), toLabel(Industry) sector FROM Account LIMIT 1',
    );
    expect(record).toMatchObject({ AnnualRevenue: '$300', sector: 'Energy' });
  });

  it('are built a page at a time, from the rows as they were', () => {
    const own = createCompany();
    const result = own.small.org.query(
      own.small.ctx,
      'SELECT Name FROM Account ORDER BY Name',
    );
    own.small.org.dml.update(own.small.ctx, 'Account', own.acme, {
      Name: 'Renamed',
    });
    expect(result.totalSize).toBe(3);
    expect(result.records(0, 1)).toMatchObject([{ Name: 'Acme' }]);
    expect(result.records(1).map(record => record.Name)).toEqual([
      'globex',
      'Ümlaut_100%',
    ]);
  });
});

describe('WHERE', () => {
  it.each([
    // [16] Texts compare without regard to case; null differs from a value.
    ["Name = 'ACME'", ['Acme']],
    ["Industry = 'energy'", ['Acme', 'Ümlaut_100%']],
    ["Industry != 'energy'", ['globex']],
    ["NOT Industry = 'energy'", ['globex']],
    ['Industry = null', ['globex']],
    ["Industry = ''", ['globex']],
    ['Industry != null', ['Acme', 'Ümlaut_100%']],
    ["Industry IN ('ENERGY', null)", ['Acme', 'globex', 'Ümlaut_100%']],
    ["Industry NOT IN ('Energy')", ['globex']],
    ["Name LIKE 'A%'", ['Acme']],
    ["Name LIKE '_CM_'", ['Acme']],
    ["Name LIKE 'üm%'", ['Ümlaut_100%']],
    ["Name LIKE '%\\_100\\%'", ['Ümlaut_100%']],
    ["Name LIKE 'Acm\\_'", []],
    ["Name LIKE '%.%'", []],
    ["Name LIKE '% - %'", []],
    ["(NOT Name LIKE 'A%')", ['globex', 'Ümlaut_100%']],
    ["(NOT Industry LIKE 'E%')", ['globex']],
    ["Name > 'B'", ['globex', 'Ümlaut_100%']],
    ['AnnualRevenue > 100', ['Acme']],
    ['AnnualRevenue >= 1e2', ['Acme', 'globex']],
    ['AnnualRevenue < 1000', ['Acme', 'globex']],
    ['AnnualRevenue != 100', ['Acme', 'Ümlaut_100%']],
    ['AnnualRevenue = null', ['Ümlaut_100%']],
    ['CreatedDate = TODAY', ['globex', 'Ümlaut_100%']],
    ['CreatedDate = YESTERDAY', ['Acme']],
    ['CreatedDate < TODAY', ['Acme']],
    ['CreatedDate >= TODAY', ['globex', 'Ümlaut_100%']],
    ['CreatedDate = 2026-02-11T05:30:00+01:00', ['Acme']],
    ['CreatedDate > 2026-02-11T04:30:00Z', ['globex', 'Ümlaut_100%']],
    ['DAY_ONLY(CreatedDate) = 2026-02-10', []],
    ['DAY_ONLY(convertTimezone(CreatedDate)) = 2026-02-10', ['Acme']],
    [
      'CALENDAR_YEAR(CreatedDate) = 2026 AND HOUR_IN_DAY(CreatedDate) = 4',
      ['Acme'],
    ],
    ["Owner.Name = 'ann lee'", ['Acme', 'globex']],
    ['Owner.Name = null', ['Ümlaut_100%']],
    ["Owner.Name != 'x'", ['Acme', 'globex', 'Ümlaut_100%']],
    ['Owner.IsActive = false', ['Ümlaut_100%']],
    [
      "Name = 'acme' OR (AnnualRevenue = 100 AND Industry = null)",
      ['Acme', 'globex'],
    ],
    ['Id IN (SELECT AccountId FROM Contact)', ['Acme']],
    ['Id NOT IN (SELECT AccountId FROM Contact)', ['globex', 'Ümlaut_100%']],
    ['Id IN (SELECT WhatId FROM Task) AND Name != null', ['Acme']],
    ["BillingCity = 'bonn'", ['Acme']],
  ])('%s', (where, expected) => {
    expect(column(`SELECT Name FROM Account WHERE ${where}`).sort()).toEqual(
      [...expected].sort(),
    );
  });

  it.each([
    ["Skills__c INCLUDES ('six')", ['Lee']],
    ["Skills__c INCLUDES ('four;six', 'eight')", ['Kim', 'Lee']],
    ["Skills__c INCLUDES ('four;eight')", []],
    ["Skills__c EXCLUDES ('eight')", ['Lee', 'Solo']],
    ["Skills__c = 'four;six'", ['Lee']],
    ['Birthdate < 2010-01-02', ['Lee']],
    ['Birthdate = LAST_N_YEARS:20', ['Lee']],
    ['Shift__c = 17:30:45Z', ['Lee']],
    ['Shift__c > 17:30:45.100Z', []],
    ['DoNotCall = true', ['Solo']],
    ['DoNotCall = false', ['Kim', 'Lee']],
    ['DoNotCall != true', ['Kim', 'Lee']],
    ["Account.Name = 'ACME'", ['Kim', 'Lee']],
    ['Account.Name = null', ['Solo']],
    ['Account.IsDeleted = false', ['Kim', 'Lee', 'Solo']],
    ["Account.Owner.Username = 'ANN@small.test'", ['Kim', 'Lee']],
  ])('%s', (where, expected) => {
    expect(
      column(`SELECT LastName FROM Contact WHERE ${where}`, 'LastName').sort(),
    ).toEqual(expected);
  });
});

describe('ORDER BY, LIMIT and OFFSET', () => {
  it.each([
    ['ORDER BY Name', ['Acme', 'globex', 'Ümlaut_100%']],
    ['ORDER BY Name DESC', ['Ümlaut_100%', 'globex', 'Acme']],
    ['ORDER BY AnnualRevenue', ['Ümlaut_100%', 'globex', 'Acme']],
    ['ORDER BY AnnualRevenue DESC', ['Ümlaut_100%', 'Acme', 'globex']],
    [
      'ORDER BY AnnualRevenue DESC NULLS LAST',
      ['Acme', 'globex', 'Ümlaut_100%'],
    ],
    ['ORDER BY AnnualRevenue NULLS LAST', ['globex', 'Acme', 'Ümlaut_100%']],
    [
      'ORDER BY Owner.Name NULLS LAST, Name DESC',
      ['globex', 'Acme', 'Ümlaut_100%'],
    ],
    ['ORDER BY Name LIMIT 2', ['Acme', 'globex']],
    ['ORDER BY Name LIMIT 2 OFFSET 2', ['Ümlaut_100%']],
    ['ORDER BY Name LIMIT 0', []],
    ['LIMIT 1 OFFSET 1', ['globex']],
  ])('%s', (clauses, expected) => {
    expect(column(`SELECT Name FROM Account ${clauses}`)).toEqual(expected);
  });

  it('picklists sort as they stand, what is not in them comes last', () => {
    const company = createCompany().small;
    company.load(
      'Opportunity',
      ['Unheard', 'Closed Won', 'Qualification', 'Prospecting', 'Abstract'].map(
        StageName => ({ Name: StageName, StageName, CloseDate: '2026-12-01' }),
      ),
    );
    const stages = (clauses: string) =>
      company.column(
        `SELECT StageName FROM Opportunity ${clauses}`,
        'StageName',
      );
    const expected = [
      'Prospecting',
      'Qualification',
      'Closed Won',
      'Abstract',
      'Unheard',
    ];
    expect(stages('ORDER BY StageName')).toEqual(expected);
    expect(stages('ORDER BY StageName DESC')).toEqual([...expected].reverse());
    expect(stages('GROUP BY StageName ORDER BY StageName')).toEqual(expected);
  });

  it('totalSize is what matches, after LIMIT', () => {
    const { org, ctx } = small;
    const query = 'SELECT Id FROM Account LIMIT 2';
    expect(org.query(ctx, query).totalSize).toBe(2);
  });
});

describe('aggregates', () => {
  it('[15] name what has no name expr0, expr1, and have no URL', () => {
    expect(
      records(
        'SELECT Industry, COUNT(Id), SUM(AnnualRevenue) total, MAX(Name) FROM Account GROUP BY Industry ORDER BY COUNT(Id)',
      ),
    ).toEqual([
      {
        attributes: { type: 'AggregateResult' },
        Industry: null,
        expr0: 1,
        total: 100,
        expr1: 'globex',
      },
      {
        attributes: { type: 'AggregateResult' },
        Industry: 'Energy',
        expr0: 2,
        total: 300,
        expr1: 'Ümlaut_100%',
      },
    ]);
  });

  it('[15] COUNT() counts in totalSize and has no records', () => {
    const { org, ctx } = small;
    const result = org.query(ctx, 'SELECT COUNT() FROM Account');
    expect(result.totalSize).toBe(3);
    expect(result.records()).toEqual([]);
    expect(
      org.query(ctx, 'SELECT COUNT() FROM Account LIMIT 2').totalSize,
    ).toBe(2);
  });

  it.each([
    ['SELECT COUNT(Industry) FROM Account', { expr0: 2 }],
    ['SELECT COUNT_DISTINCT(Industry) FROM Account', { expr0: 1 }],
    ['SELECT AVG(AnnualRevenue) FROM Account', { expr0: 200 }],
    ['SELECT FORMAT(MAX(AnnualRevenue)) m FROM Account', { m: '$300' }],
    ['SELECT FORMAT(COUNT(Id)) FROM Account', { expr0: '3' }],
    [
      'SELECT MIN(CreatedDate) FROM Account',
      { expr0: '2026-02-11T04:30:00.000+0000' },
    ],
    [
      "SELECT SUM(AnnualRevenue) FROM Account WHERE Name = 'none'",
      { expr0: null },
    ],
    ["SELECT COUNT(Id) FROM Account WHERE Name = 'none'", { expr0: 0 }],
    [
      'SELECT Account.Name, COUNT(Id) c FROM Contact WHERE AccountId != null GROUP BY Account.Name',
      { Name: 'Acme', c: 2 },
    ],
    [
      'SELECT Account.Name parent FROM Contact WHERE AccountId != null GROUP BY Account.Name',
      { parent: 'Acme' },
    ],
    [
      'SELECT CALENDAR_YEAR(CreatedDate) y, DAY_ONLY(convertTimezone(CreatedDate)), COUNT(Id) n FROM Account GROUP BY CALENDAR_YEAR(CreatedDate), DAY_ONLY(convertTimezone(CreatedDate)) ORDER BY DAY_ONLY(convertTimezone(CreatedDate)) LIMIT 1',
      { y: 2026, expr0: '2026-02-10', n: 1 },
    ],
    [
      'SELECT Industry FROM Account GROUP BY Industry HAVING COUNT(Id) > 1',
      { Industry: 'Energy' },
    ],
    [
      "SELECT Industry FROM Account GROUP BY Industry HAVING SUM(AnnualRevenue) >= 100 AND Industry LIKE 'e%'",
      { Industry: 'Energy' },
    ],
  ])('%s', (soql, expected) => {
    expect(records(soql)).toEqual([
      { attributes: { type: 'AggregateResult' }, ...expected },
    ]);
  });

  it('ROLLUP and CUBE add subtotals, which GROUPING tells apart', () => {
    const rows = (kind: string) =>
      records(
        `SELECT Industry i, BillingCity b, GROUPING(Industry) gi, GROUPING(BillingCity) gb, COUNT(Id) n FROM Account GROUP BY ${kind}(Industry, BillingCity)`,
      ).map(({ i, b, gi, gb, n }) => [i, b, gi, gb, n]);
    expect(rows('ROLLUP')).toEqual([
      [null, null, 0, 0, 1],
      [null, null, 0, 1, 1],
      ['energy', null, 0, 0, 1],
      ['Energy', 'Bonn', 0, 0, 1],
      ['Energy', null, 0, 1, 2],
      [null, null, 1, 1, 3],
    ]);
    expect(rows('CUBE')).toHaveLength(8);
  });
});

describe('FIELDS()', () => {
  it('expands to what may be seen, of one kind or of all', () => {
    const [all] = records('SELECT FIELDS(ALL) FROM Contact LIMIT 1');
    expect(all).toMatchObject({ LastName: 'Lee', Skills__c: 'four;six' });
    const [custom] = records('SELECT FIELDS(CUSTOM) FROM Contact LIMIT 200');
    expect(Object.keys(custom)).toEqual([
      'attributes',
      'Skills__c',
      'Shift__c',
    ]);
    const [standard] = records('SELECT FIELDS(STANDARD) FROM Contact');
    expect(standard).not.toHaveProperty('Skills__c');
    expect(
      records(
        `SELECT FIELDS(ALL), (SELECT FIELDS(ALL) FROM Cases LIMIT 5) FROM Contact WHERE Id = '${lee}'`,
      ),
    ).toHaveLength(1);
  });
});

describe('queryAll', () => {
  it('finds what is deleted, which query does not', () => {
    const own = createCompany();
    own.small.org.dml.delete(own.small.ctx, 'Contact', own.kim);
    const soql = 'SELECT LastName FROM Contact WHERE AccountId != null';
    expect(own.small.records(soql)).toHaveLength(1);
    expect(own.small.records(soql, { all: true })).toHaveLength(2);
    expect(
      own.small.records('SELECT Id FROM Contact LIMIT 5 ALL ROWS', {
        all: true,
      }),
    ).toHaveLength(3);
    const [account] = own.small.records(
      'SELECT (SELECT Id FROM Contacts) FROM Account LIMIT 1',
      { all: true },
    );
    expect(account.Contacts).toMatchObject({ totalSize: 2 });
  });
});

describe('USING SCOPE', () => {
  it('mine: what the caller owns', () => {
    expect(
      column('SELECT Subject FROM Case USING SCOPE mine', 'Subject'),
    ).toEqual(['mine']);
    expect(records('SELECT Id FROM Case USING SCOPE everything')).toHaveLength(
      2,
    );
  });
});

describe('what the caller may not see', () => {
  const own = createCompany().small;
  const { access } = own.org;

  it('looks as if it were not there', () => {
    jest
      .spyOn(access, 'canReadField')
      .mockImplementation((_, __, field) => field.name !== 'AnnualRevenue');
    expect(own.refusedQuery('SELECT AnnualRevenue FROM Account')).toMatchObject(
      {
        errorCode: 'INVALID_FIELD',
        message: expect.stringContaining(
          "No such column 'AnnualRevenue' on entity 'Account'",
        ),
      },
    );
    expect(
      own.refusedQuery('SELECT Id FROM Account WHERE AnnualRevenue > 5')
        .errorCode,
    ).toBe('INVALID_FIELD');
    expect(
      own.records('SELECT FIELDS(STANDARD) FROM Account')[0],
    ).not.toHaveProperty('AnnualRevenue');
    jest
      .spyOn(access, 'canSeeObject')
      .mockImplementation((_, object) => object.name !== 'Account');
    expect(own.refusedQuery('SELECT Id FROM Account').errorCode).toBe(
      'INVALID_TYPE',
    );
    expect(
      own.refusedQuery('SELECT Account.Name FROM Contact').message,
    ).toContain("Didn't understand relationship 'Account'");
    jest.restoreAllMocks();
  });

  it('is left out of rows, parents, children and counts', () => {
    jest
      .spyOn(access, 'rowFilter')
      .mockImplementation((_, object) =>
        object.name === 'Account' ? row => row.Name !== 'Acme' : undefined,
      );
    expect(own.column('SELECT Name FROM Account')).not.toContain('Acme');
    expect(
      own.org.query(own.ctx, 'SELECT COUNT() FROM Account').totalSize,
    ).toBe(2);
    expect(
      own.records("SELECT Account.Name FROM Contact WHERE LastName = 'Lee'")[0]
        .Account,
    ).toBeNull();
    expect(
      own.records(
        'SELECT Id FROM Contact WHERE AccountId IN (SELECT Id FROM Account)',
      ),
    ).toEqual([]);
    jest.restoreAllMocks();
  });
});

describe('column metadata', () => {
  it('describes fields, parents, children and functions', () => {
    const { org, ctx } = small;
    const { columnMetadata, ...rest } = org
      .query(
        ctx,
        'SELECT Id, Owner.Name, (SELECT LastName FROM Contacts) FROM Account',
      )
      .columns();
    expect(rest).toEqual({
      entityName: 'Account',
      groupBy: false,
      idSelected: true,
      keyPrefix: '001',
    });
    expect(columnMetadata).toMatchObject([
      { columnName: 'Id', apexType: 'Id', aggregate: false, joinColumns: [] },
      {
        columnName: 'Owner',
        foreignKeyName: 'OwnerId',
        joinColumns: [{ columnName: 'Name', textType: true }],
      },
      {
        columnName: 'Contacts',
        aggregate: true,
        joinColumns: [{ columnName: 'LastName' }],
      },
    ]);
    expect(
      org
        .query(
          ctx,
          'SELECT Industry, COUNT(Id), SUM(AnnualRevenue) s FROM Account GROUP BY Industry',
        )
        .columns(),
    ).toMatchObject({
      groupBy: true,
      columnMetadata: [
        { columnName: 'Industry', aggregate: false },
        { columnName: 'expr0', displayName: 'COUNT(Id)', aggregate: true },
        { columnName: 's', displayName: 'SUM(AnnualRevenue)' },
      ],
    });
  });
});

describe('explain', () => {
  it('tells whether an index is used', () => {
    const { org, ctx } = small;
    const first = (soql: string) => org.explain(ctx, soql).plans[0];
    expect(first("SELECT Id FROM Account WHERE Name = 'Acme'")).toMatchObject({
      leadingOperationType: 'Index',
      fields: ['Name'],
      cardinality: 1,
      sobjectCardinality: 3,
    });
    expect(
      first('SELECT Id FROM Account WHERE AnnualRevenue > 1'),
    ).toMatchObject({
      leadingOperationType: 'TableScan',
      sobjectType: 'Account',
    });
  });
});

import fc from 'fast-check';
import {
  soql,
  type ObjectDescription,
  type SalesforceRecord,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { SalesforceOrgServer } from '@salesdesk/salesforce-org';
import {
  startTestOrg,
  stopTestOrgs,
  testGateway,
} from '../__testUtils__/testOrg';
import { anyQuery, queriedObjects } from './__testUtils__/anyQuery';
import { testRunQueryAs, Witness } from './__testUtils__/whatPeopleSee';
import type { RunQueryAs } from './RunQueryAs';

let server: SalesforceOrgServer;
let witnesses: Witness[];
let data: RunQueryAs;
const descriptions = new Map<string, ObjectDescription>();

/** A few hundred each time; `GENERATED_QUERIES=5000` for a longer look. */
const runs = Number(process.env.GENERATED_QUERIES ?? 300);

const usernames = [
  'erin.walsh@acme.com',
  'priya.raman@acme.com',
  'tom.becker@acme.com',
  'marco@acme.com',
  'ari@acme.com',
];

beforeAll(async () => {
  server = await startTestOrg();
  const others = server.org.store
    .findBy('User', 'IsActive', true)
    .filter(user =>
      ['Read Only', 'Marketing User', 'Contract Manager'].includes(
        String(server.org.store.get('Profile', String(user.ProfileId))?.Name),
      ),
    )
    .map(user => String(user.Username));
  witnesses = [...usernames, ...others.slice(0, 3)].map(
    username => new Witness(server, username),
  );
  data = testRunQueryAs(server, witnesses);
  const gateway = testGateway(server);
  for (const name of [...queriedObjects, 'User', 'Product2', 'RecordType']) {
    descriptions.set(name, await gateway.describe(name));
  }
}, 60_000);

afterAll(stopTestOrgs);

async function ask(witness: Witness, text: string) {
  const { reader } = await data.open({
    orgId: 'acme',
    personRef: witness.name,
    mayReadAll: false,
  });
  const { records, sent } = await reader.query(soql.fromTree(soql.parse(text)));
  return { records, sent };
}

/** Undefined for a refusal in words, or one of Salesforce's own. */
async function askOrRefuse(witness: Witness, text: string) {
  return ask(witness, text).catch(error => {
    if (error.name !== 'InputError') throw error;
    return undefined;
  });
}

/** The groups together count no more than the rows there are. */
function expectAtMost(groups: SalesforceRecord[], most: number): void {
  expect(groups.reduce((sum, { n }) => sum + Number(n), 0)).toBeLessThanOrEqual(
    most,
  );
}

/** Throws for anything in a row that the person would not see themselves. */
async function expectSeen(
  witness: Witness,
  object: string,
  row: SalesforceRecord,
): Promise<void> {
  const table = await witness.table(object);
  const seen = table?.get(String(row.Id));
  if (!seen) {
    throw new Error(`${witness.name} does not see ${object} ${row.Id}`);
  }
  const description = descriptions.get(object);
  for (const [name, value] of Object.entries(row)) {
    if (name === 'attributes' || value === null || value === undefined) {
      continue;
    }
    const parent = description?.fields.find(
      ({ relationshipName }) => relationshipName === name,
    );
    const children = description?.childRelationships.find(
      ({ relationshipName }) => relationshipName === name,
    );
    if (parent) {
      const parentId = String(seen[parent.name]);
      const kind = parent.referenceTo.length === 1 ? parent.referenceTo[0] : '';
      const target = kind || objectOf(parentId);
      const { Type, ...rest } = value as SalesforceRecord;
      if (!descriptions.has(target)) continue;
      await expectSeen(witness, target, {
        ...(kind ? (value as SalesforceRecord) : rest),
        Id: parentId,
      });
    } else if (children) {
      const { records } = value as { records: SalesforceRecord[] };
      for (const child of records) {
        await expectSeen(witness, children.childSObject, child);
      }
    } else if (JSON.stringify(seen[name]) !== JSON.stringify(value)) {
      throw new Error(
        `${witness.name} does not see ${object}.${name} = ${String(value)}`,
      );
    }
  }
}

function objectOf(id: string): string {
  return (
    [...descriptions.values()].find(
      ({ keyPrefix }) => keyPrefix === id.slice(0, 3),
    )?.name ?? ''
  );
}

/** The rows that the person owns, found without any of the code under test. */
async function ownedBy(witness: Witness, object: string) {
  const masters: Record<string, { field: string; object: string }> = {
    Subscription_Line__c: {
      field: 'Subscription__c',
      object: 'Subscription__c',
    },
    OpportunityLineItem: { field: 'OpportunityId', object: 'Opportunity' },
  };
  const rows = [...((await witness.table(object))?.values() ?? [])];
  const master = masters[object];
  if (!master) return rows.filter(row => row.OwnerId === witness.userId);
  const parents = await witness.table(master.object);
  return rows.filter(
    row => parents?.get(String(row[master.field]))?.OwnerId === witness.userId,
  );
}

describe('a query of somebody who reads their own data', () => {
  it('returns, whatever it says, only rows and fields that the org shows them, and of those their own', async () => {
    const counts = { answered: 0, refused: 0, rows: 0, grouped: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.nat(witnesses.length - 1),
        anyQuery(descriptions),
        async (position, text) => {
          const witness = witnesses[position];
          const object = /FROM (\w+)(?: a)?(?: |$)(?!.*\) FROM)/.exec(
            text.replace(/\(SELECT.*?\)(?= FROM|,)/g, ''),
          )?.[1] as string;
          const answer = await askOrRefuse(witness, text);
          if (!answer) {
            counts.refused += 1;
            return;
          }
          counts.answered += 1;
          counts.rows += answer.records.length;
          const own = await ownedBy(witness, object);
          if (/COUNT\(/.test(text)) {
            counts.grouped += 1;
            expectAtMost(answer.records, own.length);
            return;
          }
          const ownIds = new Set(own.map(({ Id }) => Id));
          for (const row of answer.records) {
            expect(ownIds).toContain(row.Id);
            await expectSeen(witness, object, row);
          }
        },
      ),
      { numRuns: runs, endOnFailure: true },
    );
    // the property must not hold for want of answers
    expect(counts.answered).toBeGreaterThan(runs * 0.7);
    expect(counts.rows).toBeGreaterThan(runs / 2);
    expect(counts.grouped).toBeGreaterThan(runs / 10);
  }, 600_000);

  it.each([
    [
      'an OR',
      "SELECT Id, OwnerId FROM Account WHERE Name != 'x' OR Name = 'x'",
    ],
    [
      'parentheses that close early',
      "SELECT Id, OwnerId FROM Account WHERE (Name != 'x') OR (Name = 'x')",
    ],
    ['a NOT', "SELECT Id, OwnerId FROM Account WHERE NOT Name = 'x'"],
    [
      'a NOT before an OR',
      "SELECT Id, OwnerId FROM Account WHERE NOT (Name = 'x') OR Name = 'x'",
    ],
    [
      'a condition on the owner',
      "SELECT Id, OwnerId FROM Account WHERE OwnerId != ''",
    ],
    [
      'an alias that is the name of a parent',
      "SELECT Owner.Id, Owner.OwnerId FROM Account Owner WHERE Owner.Name != ''",
    ],
    [
      'a quote in a value',
      "SELECT Id, OwnerId FROM Account WHERE Name != '\\' OR Name != \\''",
    ],
    [
      'letters that look alike',
      "SELECT Id, OwnerId FROM Account WHERE Name != '\u2019 OR OwnerId != \uFF07'",
    ],
    ['a scope', 'SELECT Id, OwnerId FROM Account USING SCOPE everything'],
    ['all fields', 'SELECT FIELDS(ALL) FROM Account LIMIT 200'],
  ])('cannot be widened by %s', async (_, text) => {
    const erin = witnesses[0];
    const { records } = await ask(erin, text);
    expect(records).toHaveLength(9);
    expect(new Set(records.map(({ OwnerId }) => OwnerId))).toEqual(
      new Set([erin.userId]),
    );
  });

  it.each([
    ['another scope', 'SELECT Id FROM Account USING SCOPE team'],
    ['a comment', 'SELECT Id FROM Account -- WHERE'],
    ['a second statement', 'SELECT Id FROM Account; DELETE FROM Account'],
    ['letters of another alphabet', 'SELECT Id, N\u0430me FROM Account'],
    ['a lock', 'SELECT Id FROM Account FOR UPDATE'],
    ['system mode', 'SELECT Id FROM Account WITH SYSTEM_MODE'],
    ['an unknown function', 'SELECT toSecret(Name) FROM Account'],
    ['a field that is none', 'SELECT Id FROM Account WHERE Nothing__c = 1'],
    ['the history of records', 'SELECT Id FROM AccountHistory'],
    ['shares', 'SELECT Id FROM AccountShare'],
    ['rows of nobody', 'SELECT Id FROM Profile'],
    ['rows of everybody', 'SELECT Id, Name FROM Organization'],
    ['rights of others', "SELECT Id FROM UserFieldAccess WHERE UserId != ''"],
    ['secrets of oneself', 'SELECT Id, AccessToken FROM OauthToken'],
    [
      'secrets in a condition',
      "SELECT Id FROM OauthToken WHERE DeleteToken LIKE 'a%'",
    ],
    [
      'a path through a parent of several kinds',
      'SELECT Owner.Profile.Name FROM Case',
    ],
  ])('is refused in words with %s', async (_, text) => {
    await expect(ask(witnesses[0], text)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(/\w+ \w+/),
    });
  });

  it('counts what is their own, and nothing else, wherever it counts', async () => {
    const [erin] = witnesses;
    const own = await ownedBy(erin, 'Opportunity');
    const { records } = await ask(
      erin,
      'SELECT COUNT(Id) n, MAX(Amount) most FROM Opportunity',
    );
    expect(records).toMatchObject([
      {
        n: own.length,
        most: Math.max(...own.map(({ Amount }) => Number(Amount))),
      },
    ]);
    // an account counts as one with opportunities only for one's own
    const { sent } = await ask(
      erin,
      'SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Opportunity WHERE Amount > 0)',
    );
    expect(sent?.match(/OwnerId = /g)).toHaveLength(2);
  });

  it('keeps hidden fields hidden, also where they are only judged by', async () => {
    const tom = witnesses[2];
    for (const text of [
      'SELECT AnnualRevenue FROM Account',
      'SELECT Id FROM Account WHERE AnnualRevenue > 1',
      'SELECT Id FROM Account ORDER BY AnnualRevenue',
      'SELECT MAX(AnnualRevenue) FROM Account',
      'SELECT COUNT(Id) FROM Account GROUP BY Name HAVING MAX(AnnualRevenue) > 1',
      'SELECT FORMAT(AnnualRevenue) x FROM Account',
      'SELECT Account.AnnualRevenue FROM Contact',
      'SELECT Id FROM Contact WHERE Account.AnnualRevenue > 1',
      'SELECT a.annualrevenue FROM Account a',
    ]) {
      await expect(ask(tom, text)).rejects.toMatchObject({
        message: expect.stringContaining("'AnnualRevenue'"),
      });
    }
    const { sent } = await ask(tom, 'SELECT FIELDS(STANDARD) FROM Account');
    expect(sent).toContain('Name');
    expect(sent).not.toContain('AnnualRevenue');
  });

  it('answers about oneself: user, assignments, logins', async () => {
    const [erin] = witnesses;
    expect(
      (await ask(erin, 'SELECT Id, Profile.Name FROM User')).records,
    ).toEqual([expect.objectContaining({ Id: erin.userId })]);
    const { records } = await ask(
      erin,
      'SELECT AssigneeId, PermissionSet.Label FROM PermissionSetAssignment',
    );
    expect(records.length).toBeGreaterThan(0);
    expect(new Set(records.map(row => row.AssigneeId))).toEqual(
      new Set([erin.userId]),
    );
    const logins = await ask(
      erin,
      'SELECT UserId, LoginTime FROM LoginHistory',
    );
    expect(new Set(logins.records.map(row => row.UserId))).toEqual(
      new Set([erin.userId]),
    );
  });

  it('shows records by id that sharing opens, and no others', async () => {
    const [erin] = witnesses;
    const { reader } = await data.open({
      orgId: 'acme',
      personRef: erin.name,
      mayReadAll: false,
    });
    const seen = await erin.table('Account');
    const all = [...server.org.store.all('Account')].map(({ Id }) => Id);
    const records = await reader.retrieve({
      object: 'Account',
      ids: all,
      fields: ['Id', 'Name'],
    });
    expect(records.flatMap(record => record?.Id ?? []).sort()).toEqual(
      [...(seen?.keys() ?? [])].sort(),
    );
    expect(seen?.size).toBeLessThan(all.length);
  });
});

import { convertLead } from '../../rules/crm/convertLead';
import { TestOrg } from '../../__testUtils__/TestOrg';
import { demoData } from './demoData';
import { demoServiceUsers } from './demoServiceUsers';

/**
 * What people ask for in the demo, done by the calls that it comes down to:
 * the data and the rights are there for each.
 */
describe('the scenarios', () => {
  const org = TestOrg.create({ data: demoData() });
  const integration = () => org.as(demoServiceUsers.integration);
  const erin = () => org.as('erin.walsh@acme.com');

  it('1: Marco is frozen and stays active', () => {
    const marco = org.userId('marco@acme.com');
    org.update(
      'UserLogin',
      org.id('UserLogin', 'UserId', marco),
      { IsFrozen: true },
      integration(),
    );
    expect(
      org.row(`SELECT IsActive FROM User WHERE Id = '${marco}'`),
    ).toMatchObject({ IsActive: true });
  });

  it('2: Jenna gets a user, in a time zone that Salesforce knows', () => {
    const fields = org.userFields({
      Username: 'jenna.rossi@acme.com',
      Alias: 'jrossi',
    });
    expect(
      org.outcome(() =>
        org.insert(
          'User',
          { ...fields, TimeZoneSidKey: 'US/Eastern' },
          integration(),
        ),
      ),
    ).toBe('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST');
    expect(org.insert('User', fields, integration())).toMatch(/^005/);
  });

  it('4: what inactive users still hold can be found', () => {
    expect(
      org.count(
        'SELECT Id FROM PermissionSetLicenseAssign WHERE Assignee.IsActive = false',
        integration(),
      ),
    ).toBeGreaterThan(0);
    expect(
      org
        .rows('SELECT UserId FROM UserPackageLicense', integration())
        .map(({ UserId }) => UserId),
    ).toContain(org.userId('grace.holm@acme.com'));
  });

  it('6 and 17: Ari’s profile changes, and back', () => {
    const ari = org.userId('ari@acme.com');
    for (const name of ['Sales Manager', 'Standard User']) {
      org.update(
        'User',
        ari,
        { ProfileId: org.profileId(name) },
        integration(),
      );
      expect(
        org.row(`SELECT Profile.Name FROM User WHERE Id = '${ari}'`),
      ).toMatchObject({ Profile: { Name: name } });
    }
  });

  it('7: German accounts by revenue, the largest first', () => {
    const revenues = org
      .rows(
        `SELECT Name, Industry, AnnualRevenue FROM Account
         WHERE BillingCountry = 'Germany' ORDER BY AnnualRevenue DESC NULLS LAST LIMIT 50`,
        integration(),
      )
      .map(({ AnnualRevenue }) => Number(AnnualRevenue));
    expect(revenues).toHaveLength(50);
    expect(revenues).toEqual([...revenues].sort((one, two) => two - one));
  });

  it('11: Foo and Ann join Marketing Analytics until next Friday, and no longer', () => {
    const fresh = TestOrg.create({ data: demoData() });
    const group = fresh.id(
      'PermissionSetGroup',
      'MasterLabel',
      'Marketing Analytics',
    );
    const ctx = fresh.as(demoServiceUsers.integration);
    const may = () =>
      fresh.org.access.canReadField(
        fresh.as('ann.lee@acme.com'),
        fresh.org.schema.require('Campaign'),
        fresh.org.schema.require('Campaign').field('ActualCost')!,
      );
    for (const username of ['foo.bar@acme.com', 'ann.lee@acme.com']) {
      fresh.insert(
        'PermissionSetAssignment',
        {
          AssigneeId: fresh.userId(username),
          PermissionSetGroupId: group,
          ExpirationDate: '2026-11-27T23:00:00Z',
        },
        ctx,
      );
    }
    const members = `SELECT Id FROM PermissionSetAssignment
                     WHERE PermissionSetGroupId = '${group}' AND IsActive = true`;
    const during = fresh.count(members);
    expect(may()).toBe(true);
    fresh.org.clock.set('2026-11-28T00:00:00Z');
    expect(fresh.count(members)).toBe(during - 2);
  });

  it('13: Dan’s tokens and sessions can be found and ended', () => {
    const dan = org.userId('dan@acme.com');
    const tokens = org.rows(
      `SELECT AppName, DeleteToken FROM OauthToken WHERE UserId = '${dan}'`,
      integration(),
    );
    expect(tokens.every(({ DeleteToken }) => Boolean(DeleteToken))).toBe(true);
    for (const { Id } of org.rows(
      `SELECT Id FROM AuthSession WHERE UsersId = '${dan}' AND ParentId = null`,
      integration(),
    )) {
      org.delete('AuthSession', String(Id), integration());
    }
    expect(
      org.count(`SELECT Id FROM AuthSession WHERE UsersId = '${dan}'`),
    ).toBe(0);
  });

  it('15: who can delete accounts, and by what, is answered by permissions', () => {
    const sources = org
      .rows(
        `SELECT Parent.Label, Parent.IsOwnedByProfile FROM ObjectPermissions
         WHERE SobjectType = 'Account' AND PermissionsDelete = true`,
        integration(),
      )
      .map(row => (row.Parent as { Label: string }).Label);
    expect(sources).toEqual(
      expect.arrayContaining(['System Administrator', 'Standard User']),
    );
    expect(sources).not.toContain('Read Only');
    const almighty = org.rows(
      `SELECT Assignee.Username FROM PermissionSetAssignment
       WHERE PermissionSet.PermissionsModifyAllData = true
       AND PermissionSet.IsOwnedByProfile = false`,
      integration(),
    );
    expect(almighty.length).toBeGreaterThan(0);
  });

  it('16: all that Marco has open goes to Ari', () => {
    const marco = org.userId('marco@acme.com');
    const ari = org.userId('ari@acme.com');
    const open = {
      Opportunity: `SELECT Id FROM Opportunity WHERE OwnerId = '${marco}' AND IsClosed = false`,
      Account: `SELECT Id FROM Account WHERE OwnerId = '${marco}'`,
    };
    for (const [object, soql] of Object.entries(open)) {
      const rows = org.rows(soql, integration());
      expect(rows.length).toBeGreaterThan(0);
      rows.forEach(({ Id }) =>
        org.update(object, String(Id), { OwnerId: ari }, integration()),
      );
      expect(org.count(soql, integration())).toBe(0);
    }
  });

  it('20 and 26: Erin sees her permission sets, profile and logins', () => {
    const labels = org
      .rows(
        `SELECT PermissionSet.Label FROM PermissionSetAssignment
         WHERE AssigneeId = '${erin().userId}'
         AND PermissionSet.IsOwnedByProfile = false`,
        erin(),
      )
      .map(row => (row.PermissionSet as { Label: string }).Label)
      .sort();
    expect(labels).toEqual(['CRM User', 'Einstein Activity Capture']);
    const users = org
      .rows('SELECT UserId FROM LoginHistory', erin())
      .map(({ UserId }) => UserId);
    expect(new Set(users)).toEqual(new Set([erin().userId]));
  });

  it('22 and 23: Erin’s opportunities and accounts, by amount', () => {
    expect(
      org.count(
        `SELECT Name, Amount FROM Opportunity
         WHERE IsClosed = false AND OwnerId = '${erin().userId}'
         ORDER BY Amount DESC NULLS LAST LIMIT 10`,
        erin(),
      ),
    ).toBe(10);
    expect(
      org
        .rows(
          `SELECT Name FROM Account WHERE ARR__c > 100000
           AND OwnerId = '${erin().userId}'`,
          erin(),
        )
        .map(({ Name }) => Name),
    ).toContain('Acme Industries');
  });

  it('CRM: Erin works on her records with her own rights, and deletes nobody else’s', () => {
    const account = org.id('Account', 'Name', 'Acme Industries');
    org.update('Account', account, { Phone: '+1 412 555-0111' }, erin());
    const parent = org.insert('Account', { Name: 'CloudWave - HQ' }, erin());
    for (const Name of ['CloudWave NA', 'CloudWave AU']) {
      org.insert('Account', { Name, ParentId: parent }, erin());
    }
    org.insert(
      'Lead',
      { LastName: 'Smith', Company: 'Acme', Email: 'smith@acme.example' },
      erin(),
    );
    org.insert(
      'Task',
      { Subject: 'Follow up', WhatId: account, ActivityDate: '2026-11-23' },
      erin(),
    );
    org.insert(
      'Event',
      {
        Subject: 'Meeting',
        WhatId: account,
        StartDateTime: '2026-11-23T15:00:00Z',
        EndDateTime: '2026-11-23T16:00:00Z',
      },
      erin(),
    );
    const [opportunity] = org.rows(
      `SELECT Id FROM Opportunity WHERE IsClosed = false AND OwnerId = '${
        erin().userId
      }'`,
      erin(),
    );
    org.update(
      'Opportunity',
      String(opportunity.Id),
      { StageName: 'Negotiation/Review', CloseDate: '2026-11-27' },
      erin(),
    );
    const foreign = org.row(
      `SELECT Id FROM Account WHERE OwnerId != '${
        erin().userId
      }' ORDER BY Name LIMIT 1`,
    );
    expect(
      org.outcome(() => org.delete('Account', String(foreign.Id), erin())),
    ).not.toBe('done');
  });

  it('CRM: Frank Knight’s lead becomes an account, a contact and an opportunity', () => {
    const { accountId, opportunityId } = convertLead({
      org: org.org,
      ctx: erin(),
      conversion: {
        leadId: org.id('Lead', 'Name', 'Frank Knight'),
        convertedStatus: 'Closed - Converted',
        opportunityName: 'Knight LLC Opportunity',
      },
    });
    expect(
      org.row(
        `SELECT Name, AccountId FROM Opportunity WHERE Id = '${opportunityId}'`,
        erin(),
      ),
    ).toMatchObject({ Name: 'Knight LLC Opportunity', AccountId: accountId });
  });

  it('a description that gives orders is nothing but a text', () => {
    expect(
      org
        .rows('SELECT Description FROM Account', erin())
        .filter(({ Description }) => String(Description).startsWith('SYSTEM:')),
    ).toHaveLength(1);
  });
});

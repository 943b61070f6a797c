import { TestOrg } from '../../__testUtils__/TestOrg';
import { demoData } from './demoData';
import { demoGroups, demoPeople } from './demoPeople';

const data = demoData();
const org = TestOrg.create({ data });

/** Every row of `demo-org.md`, as far as an org can tell. */
describe('the demo org', () => {
  const one = (soql: string) => org.row(soql);
  const number = (soql: string) => org.count(soql);
  const values = (soql: string, field: string) =>
    org.rows(soql).map(row => row[field]);
  const user = (username: string) =>
    one(
      `SELECT Id, Name, Email, IsActive, Profile.Name, Profile.UserLicense.Name,
              UserRole.Name, LastLoginDate
       FROM User WHERE Username = '${username}'`,
    );
  const erin = org.as('erin.walsh@acme.com');

  it('is the production org "Acme" of Enterprise edition, with the calendar year', () => {
    expect(
      one(
        `SELECT Name, OrganizationType, IsSandbox, FiscalYearStartMonth
         FROM Organization`,
      ),
    ).toMatchObject({
      Name: 'Acme',
      OrganizationType: 'Enterprise Edition',
      IsSandbox: false,
      FiscalYearStartMonth: 1,
    });
  });

  it('has about 175 Salesforce users, 144 of them active', () => {
    const people = "FROM User WHERE UserType = 'Standard'";
    expect(number(`SELECT Id ${people}`)).toBe(175);
    expect(number(`SELECT Id ${people} AND IsActive = true`)).toBe(144);
    expect(
      number("SELECT Id FROM User WHERE UserType = 'AutomatedProcess'"),
    ).toBeGreaterThan(0);
  });

  it.each([
    ['Salesforce', 130, 122],
    ['Salesforce Platform', 20, 20],
    ['Salesforce Integration', 5, 2],
  ])('has the licence %s with %d seats, %d used', (name, total, used) => {
    expect(
      one(
        `SELECT TotalLicenses, UsedLicenses FROM UserLicense WHERE Name = '${name}'`,
      ),
    ).toMatchObject({ TotalLicenses: total, UsedLicenses: used });
    expect(
      number(
        `SELECT Id FROM User WHERE IsActive = true AND Profile.UserLicense.Name = '${name}'`,
      ),
    ).toBe(used);
  });

  it.each([
    [
      'erin.walsh@acme.com',
      'Erin Walsh',
      'Standard User',
      'Account Executive NA',
    ],
    [
      'priya.raman@acme.com',
      'Priya Raman',
      'Sales Manager',
      'Sales Director NA',
    ],
    ['sam.okafor@acme.com', 'Sam Okafor', 'System Administrator', null],
    ['tom.becker@acme.com', 'Tom Becker', 'Standard Platform User', null],
    [
      'marco@acme.com',
      'Marco Bianchi',
      'Standard User',
      'Account Executive EMEA',
    ],
    ['dan@acme.com', 'Dan Novak', 'Standard User', null],
    ['dan.nowak@acme.com', 'Dan Nowak', 'Standard User', null],
    ['ari@acme.com', 'Ari Cohen', 'Standard User', 'Account Executive NA'],
    ['alex.kim@acme.com', 'Alex Kim', undefined, undefined],
    ['alex.kimura@acme.com', 'Alex Kimura', undefined, undefined],
    ['alexandra.petrova@acme.com', 'Alexandra Petrova', undefined, undefined],
    ['sean.obrien@acme.com', "Seán O'Brien", undefined, undefined],
    ['zoe.mueller@acme.com', 'Zoë Müller', undefined, undefined],
    ['li.wei@acme.com', '李 伟', undefined, undefined],
    ['ann.lee@acme.com', 'Ann Lee', undefined, undefined],
    ['foo.bar@acme.com', 'Foo Bar', undefined, undefined],
    ['sample.user@acme.com', 'Sample User', undefined, undefined],
    ['pat.default@acme.com', 'Pat Default', undefined, undefined],
  ])('knows %s', (username, name, profile, role) => {
    expect(user(username)).toMatchObject({
      Name: name,
      Email: username,
      IsActive: true,
      ...(profile ? { Profile: { Name: profile } } : {}),
      ...(role === undefined
        ? {}
        : { UserRole: role === null ? null : { Name: role } }),
    });
  });

  it('gives people whose profile nobody names a Salesforce licence', () => {
    const named = ['tom.becker@acme.com', 'grace.holm@acme.com'];
    for (const { email, salesforce } of demoPeople) {
      if (!salesforce || named.includes(email)) continue;
      expect(user(email)).toMatchObject({
        Profile: { UserLicense: { Name: 'Salesforce' } },
      });
    }
  });

  it('does not know Jenna, Ines or anybody called Jo', () => {
    for (const username of ['jenna.rossi@acme.com', 'ines.duarte@acme.com']) {
      expect(number(`SELECT Id FROM User WHERE Username = '${username}'`)).toBe(
        0,
      );
      expect(demoPeople.some(({ email }) => email === username)).toBe(true);
    }
    expect(number("SELECT Id FROM User WHERE FirstName = 'Jo'")).toBe(0);
  });

  it('has exactly three people who could be meant by "Alex", two by "Dan", one by most', () => {
    for (const [name, count] of [
      ['Alex%', 3],
      ['Dan', 2],
      ['Marco', 1],
      ['Ari', 1],
      ['Erin', 1],
      ['Grace', 1],
      ['Ann', 1],
    ] as const) {
      expect([
        name,
        number(`SELECT Id FROM User WHERE FirstName LIKE '${name}'`),
      ]).toEqual([name, count]);
    }
  });

  it('has service users on the Integration licence', () => {
    for (const username of ['integration@acme.com', 'svc.billing@acme.com']) {
      expect(user(username)).toMatchObject({
        IsActive: true,
        Profile: {
          Name: 'Minimum Access - API Only Integrations',
          UserLicense: { Name: 'Salesforce Integration' },
        },
      });
    }
  });

  it('has eleven inactive users who last logged in before 2025, Grace in 2024', () => {
    const rows = org.rows(
      `SELECT Username, LastLoginDate FROM User
       WHERE IsActive = false AND LastLoginDate < 2025-01-01T00:00:00Z`,
    );
    expect(rows).toHaveLength(11);
    expect(
      rows.find(({ Username }) => Username === 'grace.holm@acme.com'),
    ).toMatchObject({ LastLoginDate: expect.stringMatching(/^2024-/) });
    expect(number('SELECT Id FROM User WHERE IsActive = false')).toBe(31);
  });

  it('has people who have not logged in for 90 days or ever, and frozen ones', () => {
    const active = "IsActive = true AND UserType = 'Standard'";
    expect(
      number(
        `SELECT Id FROM User WHERE ${active} AND LastLoginDate < LAST_N_DAYS:90`,
      ),
    ).toBeGreaterThanOrEqual(8);
    expect(
      number(`SELECT Id FROM User WHERE ${active} AND LastLoginDate = null`),
    ).toBeGreaterThanOrEqual(3);
    expect(
      number('SELECT Id FROM UserLogin WHERE IsFrozen = true'),
    ).toBeGreaterThanOrEqual(1);
    expect(number('SELECT Id FROM UserLogin')).toBe(175);
  });

  it('has the ten profiles', () => {
    expect(values('SELECT Name FROM Profile ORDER BY Name', 'Name')).toEqual([
      'Contract Manager',
      'Marketing User',
      'Minimum Access - API Only Integrations',
      'Minimum Access - Salesforce',
      'Read Only',
      'Sales Manager',
      'Solution Manager',
      'Standard Platform User',
      'Standard User',
      'System Administrator',
    ]);
    expect(
      number(
        "SELECT Id FROM User WHERE Profile.Name = 'System Administrator' AND IsActive = true",
      ),
    ).toBeGreaterThan(1);
  });

  it('has the roles in their hierarchy', () => {
    const parents = Object.fromEntries(
      org
        .rows('SELECT Name, ParentRole.Name FROM UserRole')
        .map(row => [
          row.Name,
          (row.ParentRole as { Name: string } | null)?.Name ?? null,
        ]),
    );
    expect(parents).toEqual({
      CEO: null,
      CFO: 'CEO',
      COO: 'CEO',
      CTO: 'CEO',
      'SVP Sales': 'CEO',
      'Sales Director NA': 'SVP Sales',
      'Account Executive NA': 'Sales Director NA',
      'Sales Director EMEA': 'SVP Sales',
      'Account Executive EMEA': 'Sales Director EMEA',
      RevOps: 'SVP Sales',
      'SVP Customer Service': 'CEO',
      'Customer Support North America': 'SVP Customer Service',
      'Customer Support International': 'SVP Customer Service',
    });
  });

  it('has the twelve permission sets, one with Modify All Data, one that nobody holds', () => {
    const labels = [
      'Sales Cloud Einstein',
      'Einstein Analytics Plus',
      'Einstein Activity Capture',
      'CRM User',
      'Service Cloud User',
      'Knowledge Editor',
      'Contract Approver',
      'Data Export',
      'API Only',
      'View All Revenue',
      'Manage Users Lite',
      'Marketing Analytics Reader',
    ];
    const rows = org.rows(
      `SELECT Label, PermissionsModifyAllData, (SELECT Id FROM Assignments)
       FROM PermissionSet WHERE IsOwnedByProfile = false AND Type != 'Group'`,
    );
    const found = rows.map(({ Label }) => Label);
    labels.forEach(label => expect(found).toContain(label));
    expect(
      rows
        .filter(row => row.PermissionsModifyAllData === true)
        .map(({ Label }) => Label),
    ).toEqual(['Data Export']);
    expect(
      rows.filter(row => row.Assignments === null).map(({ Label }) => Label),
    ).toEqual(['Knowledge Editor']);
  });

  it('has Sales Cloud Einstein tied to its licence, 22 of 25 seats used, and Erin without', () => {
    expect(
      one(
        `SELECT TotalLicenses, UsedLicenses FROM PermissionSetLicense
         WHERE MasterLabel = 'Sales Cloud Einstein'`,
      ),
    ).toMatchObject({ TotalLicenses: 25, UsedLicenses: 22 });
    expect(
      one(
        "SELECT License.Name FROM PermissionSet WHERE Label = 'Sales Cloud Einstein'",
      ),
    ).toBeTruthy();
    const holders =
      "FROM PermissionSetAssignment WHERE PermissionSet.Label = 'Sales Cloud Einstein'";
    expect(number(`SELECT Id ${holders}`)).toBe(22);
    expect(
      number(`SELECT Id ${holders} AND AssigneeId = '${erin.userId}'`),
    ).toBe(0);
    expect(
      number(`SELECT Id ${holders} AND Assignee.IsActive = false`),
    ).toBeGreaterThan(0);
  });

  it('lets exactly the rest of the team have Sales Cloud Einstein', () => {
    const fresh = TestOrg.create({ data });
    const set = fresh.id('PermissionSet', 'Label', 'Sales Cloud Einstein');
    const license = fresh.id(
      'PermissionSetLicense',
      'MasterLabel',
      'Sales Cloud Einstein',
    );
    const holders = new Set(
      fresh
        .rows(
          `SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSetId = '${set}'`,
        )
        .map(({ AssigneeId }) => AssigneeId),
    );
    const without = fresh
      .rows(
        "SELECT UserOrGroupId FROM GroupMember WHERE Group.Name = 'North America Sales Team'",
      )
      .map(({ UserOrGroupId }) => String(UserOrGroupId))
      .filter(id => !holders.has(id));
    expect(without).toHaveLength(3);
    for (const AssigneeId of without) {
      fresh.insert('PermissionSetLicenseAssign', {
        AssigneeId,
        PermissionSetLicenseId: license,
      });
      fresh.insert('PermissionSetAssignment', {
        AssigneeId,
        PermissionSetId: set,
      });
    }
    expect(
      fresh.refusal(() =>
        fresh.insert('PermissionSetLicenseAssign', {
          AssigneeId: fresh.userId('dan@acme.com'),
          PermissionSetLicenseId: license,
        }),
      ).errorCode,
    ).toBe('LICENSE_LIMIT_EXCEEDED');
  });

  it('has the permission set groups: updated ones, one with a muting set, one Outdated', () => {
    const status = Object.fromEntries(
      org
        .rows('SELECT MasterLabel, Status FROM PermissionSetGroup')
        .map(row => [row.MasterLabel, row.Status]),
    );
    expect(status).toMatchObject({
      'Marketing Analytics': 'Updated',
      'Sales Operations': 'Updated',
      'Finance Team Access': 'Updated',
    });
    expect(
      Object.values(status).filter(word => word === 'Outdated'),
    ).toHaveLength(1);
    const muting = one('SELECT Id FROM MutingPermissionSet');
    expect(
      one(
        `SELECT PermissionSetGroup.MasterLabel FROM PermissionSetGroupComponent
         WHERE PermissionSetId = '${muting.Id}'`,
      ),
    ).toMatchObject({
      PermissionSetGroup: { MasterLabel: 'Finance Team Access' },
    });
    expect(
      one(
        `SELECT PermissionsEdit, PermissionsDelete FROM ObjectPermissions
         WHERE SobjectType = 'Contract' AND Parent.Label = 'Finance Team Access'`,
      ),
    ).toMatchObject({ PermissionsEdit: true, PermissionsDelete: false });
  });

  it('has groups and queues with members, the team being the same as in the catalog', () => {
    const members = (name: string) =>
      values(
        `SELECT Username FROM User WHERE Id IN
           (SELECT UserOrGroupId FROM GroupMember WHERE Group.Name = '${name}')
         ORDER BY Username`,
        'Username',
      );
    const team = demoPeople
      .filter(({ groups }) => groups.includes('sales-na'))
      .map(({ email }) => email)
      .sort();
    expect(members('North America Sales Team')).toEqual(team);
    expect(team).toHaveLength(13);
    expect(team).toEqual(
      expect.arrayContaining([
        'erin.walsh@acme.com',
        'ari@acme.com',
        'priya.raman@acme.com',
        'ann.lee@acme.com',
      ]),
    );
    expect(members('EMEA Sales Team')).toContain('marco@acme.com');
    expect(members('Deal Desk').length).toBeGreaterThan(2);
    expect(
      values(
        "SELECT Name FROM Group WHERE Type = 'Queue' ORDER BY Name",
        'Name',
      ),
    ).toEqual(['Lead Triage', 'VIP Support']);
    expect(
      values(
        "SELECT SobjectType FROM QueueSobject WHERE Queue.Name = 'VIP Support'",
        'SobjectType',
      ),
    ).toEqual(['Case']);
  });

  it('has the company’s own fields and objects', () => {
    const fieldOf = (object: string, name: string) =>
      (
        org.org.describe(org.admin, object) as {
          fields: { name: string; type: string; referenceTo: string[] }[];
        }
      ).fields.find(field => field.name === name);
    expect(fieldOf('Account', 'ARR__c')).toMatchObject({ type: 'currency' });
    expect(fieldOf('Opportunity', 'Renewal_Date__c')).toMatchObject({
      type: 'date',
    });
    expect(fieldOf('Opportunity', 'Risk__c')).toMatchObject({
      type: 'picklist',
      picklistValues: [
        { value: 'Low' },
        { value: 'Medium' },
        { value: 'High' },
      ],
    });
    expect(fieldOf('Subscription__c', 'Account__c')).toMatchObject({
      referenceTo: ['Account'],
    });
    expect(number('SELECT Id FROM Subscription_Line__c')).toBeGreaterThan(
      number('SELECT Id FROM Subscription__c'),
    );
  });

  it.each([
    ['Account', 400],
    ['Contact', 900],
    ['Lead', 300],
    ['Opportunity', 700],
    ['Case', 250],
  ])('has %s records: %d', (object, count) => {
    expect(number(`SELECT Id FROM ${object}`)).toBe(count);
  });

  it('has 60 accounts in Germany, tasks and events', () => {
    expect(
      number("SELECT Id FROM Account WHERE BillingCountry = 'Germany'"),
    ).toBe(60);
    expect(number('SELECT Id FROM Task')).toBeGreaterThan(100);
    expect(number('SELECT Id FROM Event')).toBeGreaterThan(50);
  });

  it('has Acme Industries with its address, Erin as owner, seven assets and two children', () => {
    const acme = one(
      `SELECT BillingStreet, BillingCity, BillingCountry, Owner.Name,
              (SELECT Name FROM Assets), (SELECT Name FROM ChildAccounts)
       FROM Account WHERE Name = 'Acme Industries'`,
    );
    expect(acme).toMatchObject({
      BillingStreet: '500 Industrial Parkway',
      BillingCity: 'Pittsburgh',
      BillingCountry: 'United States',
      Owner: { Name: 'Erin Walsh' },
      Assets: { totalSize: 7 },
      ChildAccounts: { totalSize: 2 },
    });
  });

  it('gives Erin 14 open opportunities and 9 accounts, some with more than 100k', () => {
    expect(
      org.count(
        `SELECT Id FROM Opportunity WHERE OwnerId = '${erin.userId}' AND IsClosed = false`,
        erin,
      ),
    ).toBe(14);
    expect(
      org.count(
        `SELECT Id FROM Account WHERE OwnerId = '${erin.userId}'`,
        erin,
      ),
    ).toBe(9);
    const large = org.count(
      `SELECT Id FROM Account WHERE OwnerId = '${erin.userId}' AND ARR__c > 100000`,
      erin,
    );
    expect(large).toBeGreaterThan(2);
    expect(large).toBeLessThan(9);
  });

  it('has opportunities in all stages, closing this month, this quarter and in the coming two', () => {
    const stages = org.rows(
      'SELECT StageName, COUNT(Id) FROM Opportunity GROUP BY StageName',
    );
    expect(stages).toHaveLength(10);
    const open = 'SELECT Id FROM Opportunity WHERE IsClosed = false';
    expect(number(`${open} AND CloseDate = THIS_MONTH`)).toBeGreaterThan(10);
    expect(number(`${open} AND CloseDate = THIS_QUARTER`)).toBeGreaterThan(50);
    expect(number(`${open} AND CloseDate = NEXT_N_QUARTERS:2`)).toBeGreaterThan(
      50,
    );
    expect(number(`${open} AND CloseDate < TODAY`)).toBe(0);
    expect(
      number(
        'SELECT Id FROM Opportunity WHERE IsClosed = true AND CloseDate >= TODAY',
      ),
    ).toBe(0);
  });

  it('has Frank Knight of Knight LLC as an open lead, and no such account', () => {
    expect(
      one(
        `SELECT Company, IsConverted, Status FROM Lead WHERE Name = 'Frank Knight'`,
      ),
    ).toMatchObject({
      Company: 'Knight LLC',
      IsConverted: false,
      Status: 'Working - Contacted',
    });
    expect(number("SELECT Id FROM Account WHERE Name LIKE 'Knight%'")).toBe(0);
  });

  it('shares accounts and opportunities privately, cases publicly for reading', () => {
    const everything = (object: string) => number(`SELECT Id FROM ${object}`);
    const priya = org.as('priya.raman@acme.com');
    const dan = org.as('dan@acme.com');
    const seen = (object: string, ctx: typeof erin) =>
      org.count(`SELECT Id FROM ${object}`, ctx);
    for (const object of ['Account', 'Opportunity']) {
      expect(seen(object, erin)).toBeLessThan(everything(object));
      expect(seen(object, priya)).toBeGreaterThan(seen(object, erin));
      expect(seen(object, dan)).toBe(0);
    }
    expect(seen('Case', dan)).toBe(everything('Case'));
    expect(
      org.count(
        `SELECT Id FROM Opportunity WHERE OwnerId = '${erin.userId}'`,
        priya,
      ),
    ).toBe(
      number(`SELECT Id FROM Opportunity WHERE OwnerId = '${erin.userId}'`),
    );
  });

  it.each([
    ['Account', 'AnnualRevenue', 'tom.becker@acme.com', 'erin.walsh@acme.com'],
    ['Opportunity', 'Risk__c', 'leila.rahimi@acme.com', 'erin.walsh@acme.com'],
  ])('hides %s.%s from %s and not from %s', (object, field, hidden, shown) => {
    const soql = `SELECT ${field} FROM ${object} LIMIT 1`;
    expect(org.refusal(() => org.rows(soql, org.as(hidden)))).toMatchObject({
      errorCode: 'INVALID_FIELD',
      message: expect.stringContaining(`No such column '${field}'`),
    });
    expect(org.rows(soql, org.as(shown))).toHaveLength(1);
  });

  it('does not let Marco go while he is the default workflow user', () => {
    const fresh = TestOrg.create({ data });
    expect(
      fresh.refusal(() =>
        fresh.update('User', fresh.userId('marco@acme.com'), {
          IsActive: false,
        }),
      ).messages,
    ).toEqual(['You cannot deactivate the Default Workflow User']);
    expect(
      fresh.count(
        "SELECT Id FROM Opportunity WHERE Owner.Username = 'marco@acme.com' AND IsClosed = false",
      ),
    ).toBeGreaterThan(0);
    expect(
      fresh.count(
        "SELECT Id FROM Account WHERE Owner.Username = 'marco@acme.com'",
      ),
    ).toBeGreaterThan(0);
  });

  it('does not let Pat go until three things are cleared, and Sample at once', () => {
    const fresh = TestOrg.create({ data });
    const pat = fresh.userId('pat.default@acme.com');
    const deactivate = () => fresh.update('User', pat, { IsActive: false });
    expect(fresh.refusal(deactivate).messages).toEqual([
      'You cannot deactivate this user. You cannot deactivate a user who is the default owner of leads',
      'You cannot deactivate this user. You cannot deactivate a user who is the default owner of cases',
      'You cannot deactivate this user. This user is an approver in the approval process: Discount Approval',
    ]);
    const { dml, store } = fresh.org;
    for (const reference of store.findBy(
      'SetupReference',
      'ReferenceId',
      pat,
    )) {
      fresh.refusal(deactivate);
      dml.delete(fresh.org.systemContext(), 'SetupReference', reference.Id);
    }
    deactivate();
    fresh.update('User', fresh.userId('sample.user@acme.com'), {
      IsActive: false,
    });
  });

  it('gives Dan OAuth tokens and a live session', () => {
    const dan = org.userId('dan@acme.com');
    expect(
      number(`SELECT AppName FROM OauthToken WHERE UserId = '${dan}'`),
    ).toBe(3);
    expect(
      number(
        `SELECT Id FROM AuthSession WHERE UsersId = '${dan}' AND SessionType = 'UI'`,
      ),
    ).toBe(1);
  });

  it('has login histories whose last success is the last login', () => {
    const rows = org.rows(
      `SELECT UserId, MAX(LoginTime) latest FROM LoginHistory
       WHERE Status = 'Success' GROUP BY UserId`,
    );
    expect(rows.length).toBeGreaterThan(100);
    for (const { UserId, latest } of rows) {
      expect(
        one(`SELECT LastLoginDate FROM User WHERE Id = '${UserId}'`),
      ).toMatchObject({ LastLoginDate: latest });
    }
  });

  it('lets its integration user do what Salesdesk does', () => {
    const fresh = TestOrg.create({ data });
    const ctx = fresh.as(String(data.integrationUsername));
    const jenna = fresh.insertUser({ Username: 'jenna.rossi@acme.com' }, ctx);
    const login = fresh.row(
      `SELECT Id FROM UserLogin WHERE UserId = '${jenna}'`,
      ctx,
    );
    fresh.update('UserLogin', String(login.Id), { IsFrozen: true }, ctx);
    const set = fresh.row(
      "SELECT Id FROM PermissionSet WHERE Label = 'Knowledge Editor'",
      ctx,
    );
    const assignment = fresh.insert(
      'PermissionSetAssignment',
      { AssigneeId: jenna, PermissionSetId: String(set.Id) },
      ctx,
    );
    fresh.delete('PermissionSetAssignment', assignment, ctx);
    fresh.update(
      'User',
      fresh.userId('ari@acme.com'),
      {
        ProfileId: fresh.profileId('Sales Manager'),
        UserRoleId: fresh.id('UserRole', 'Name', 'RevOps'),
      },
      ctx,
    );
    const role = fresh.insert('UserRole', { Name: 'VP in R&D' }, ctx);
    const group = fresh.insert('Group', { Name: 'Reviewers' }, ctx);
    fresh.insert('GroupMember', { GroupId: group, UserOrGroupId: jenna }, ctx);
    fresh.delete('UserRole', role, ctx);
    fresh.rows('SELECT Id FROM LoginHistory LIMIT 1', ctx);
    fresh.rows('SELECT AppName, DeleteToken FROM OauthToken', ctx);
    const account = fresh.row(
      "SELECT Id, AnnualRevenue, ARR__c FROM Account WHERE Name = 'Acme Industries'",
      ctx,
    );
    fresh.update(
      'Account',
      String(account.Id),
      { Phone: '+1 412 555-0199', OwnerId: fresh.userId('ari@acme.com') },
      ctx,
    );
    expect(
      fresh.insert('Lead', { LastName: 'New', Company: 'Acme' }, ctx),
    ).toMatch(/^00Q/);
  });

  it('is the same for the same seed, and keeps every promise for another', () => {
    const dump = (seed?: number) => {
      const { feature, switches } = demoData({ seed });
      const loaded = TestOrg.create({ data: { ...data, feature, switches } });
      return loaded.org.schema
        .all()
        .filter(object => !object.virtual)
        .map(object => [object.name, [...loaded.org.store.all(object.name)]]);
    };
    const first = JSON.stringify(dump());
    expect(JSON.stringify(dump())).toBe(first);
    const other = JSON.stringify(dump(7));
    expect(other).not.toBe(first);
    expect(other).toContain('erin.walsh@acme.com');
  });

  it('comes back as it was on reset', () => {
    const fresh = TestOrg.create({ data });
    const rows = () => JSON.stringify([...fresh.org.store.all('User')]);
    const before = rows();
    fresh.update('User', fresh.userId('ari@acme.com'), { Title: 'Changed' });
    fresh.org.switches.freezeEndsSessions = true;
    expect(rows()).not.toBe(before);
    fresh.org.reset();
    expect(rows()).toBe(before);
    expect(fresh.org.switches.freezeEndsSessions).toBe(false);
  });

  it.each([
    '2025-12-31T23:30:00Z',
    '2026-02-28T12:00:00Z',
    '2026-03-31T00:30:00Z',
    '2027-07-01T00:00:00Z',
  ])('keeps its promises about dates at %s', clock => {
    const then = TestOrg.create({ data, clock });
    const open = 'SELECT Id FROM Opportunity WHERE IsClosed = false';
    expect(then.count(`${open} AND CloseDate = THIS_QUARTER`)).toBeGreaterThan(
      20,
    );
    expect(then.count(`${open} AND CloseDate = THIS_MONTH`)).toBeGreaterThan(5);
    expect(then.count(`${open} AND CloseDate < TODAY`)).toBe(0);
    expect(
      then.count(
        'SELECT Id FROM User WHERE IsActive = false AND LastLoginDate < 2025-01-01T00:00:00Z',
      ),
    ).toBe(11);
    expect(
      then.count('SELECT Id FROM User WHERE LastLoginDate > TOMORROW'),
    ).toBe(0);
  });

  it('names catalog groups that its people belong to', () => {
    const used = new Set(demoPeople.flatMap(({ groups }) => groups));
    expect([...used].sort()).toEqual(Object.keys(demoGroups).sort());
  });

  it('stores nothing but fields that exist', () => {
    const unknown = org.org.schema
      .all()
      .filter(object => !object.virtual)
      .flatMap(object =>
        [...org.org.store.all(object.name)].flatMap(row =>
          Object.keys(row)
            .filter(name => !object.field(name))
            .map(name => `${object.name}.${name}`),
        ),
      );
    expect(unknown).toEqual([]);
  });
});

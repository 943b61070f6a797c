import { TestOrg } from '../__testUtils__/TestOrg';
import { demoApps } from './connectedApps';
import { dataChoiceSchema, dataSet, type DataChoice } from './dataSets';
import { generatedUsers } from './generate/generation';
import { minimalUsers } from './minimal/minimalData';

function org(choice: DataChoice, seed?: number): TestOrg {
  return TestOrg.create({ data: dataSet(choice, { seed }) });
}

describe('the minimal data set', () => {
  const minimal = org('minimal');

  it('has an administrator, an integration user and nothing to trip over', () => {
    expect(
      minimal
        .rows(
          `SELECT Username, Profile.Name FROM User WHERE UserType = 'Standard' ORDER BY Username`,
        )
        .map(row => [row.Username, (row.Profile as { Name: string }).Name]),
    ).toEqual([
      [minimalUsers.administrator, 'System Administrator'],
      [minimalUsers.integration, 'Minimum Access - API Only Integrations'],
    ]);
    for (const object of ['Account', 'Contact', 'Opportunity', 'Case']) {
      expect(minimal.count(`SELECT Id FROM ${object}`)).toBe(0);
    }
    expect(minimal.count('SELECT Id FROM OpportunityStage')).toBe(10);
    expect(minimal.count('SELECT Id FROM Profile')).toBe(10);
    expect(minimal.count('SELECT Id FROM Organization')).toBe(1);
  });

  it('has hidden rows like every org: sets of profiles, groups of roles, users of Salesforce', () => {
    expect(
      minimal.count(
        'SELECT Id FROM PermissionSet WHERE IsOwnedByProfile = true',
      ),
    ).toBe(10);
    expect(minimal.count("SELECT Id FROM Group WHERE Type = 'Role'")).toBe(3);
    expect(
      minimal.count("SELECT Id FROM Group WHERE Type = 'Organization'"),
    ).toBe(1);
    expect(
      minimal.count("SELECT Id FROM User WHERE UserType != 'Standard'"),
    ).toBe(3);
  });

  it('lets the integration user do its work, without being almighty', () => {
    const ctx = minimal.as(minimalUsers.integration);
    const may = (permission: string) =>
      minimal.org.access.hasSystemPermission(ctx, permission);
    expect(
      [
        'ApiEnabled',
        'ManageUsers',
        'AssignPermissionSets',
        'ResetPasswords',
        'FreezeUsers',
        'ViewSetup',
      ].filter(permission => !may(permission)),
    ).toEqual([]);
    expect(
      ['ModifyAllData', 'AuthorApex', 'BulkApiHardDelete'].filter(may),
    ).toEqual([]);
    const account = minimal.insert('Account', { Name: 'By admin' });
    minimal.update('Account', account, { Phone: '1' }, ctx);
  });
});

describe('connected apps', () => {
  it('come with every data set: one for each way to log in', () => {
    for (const choice of ['demo', 'minimal', { generate: 50 }] as const) {
      const { connectedApps, integrationUsername } = dataSet(choice);
      expect(
        connectedApps.map(({ clientId, flows }) => [clientId, flows]),
      ).toEqual([
        [demoApps.password.consumerKey, ['password']],
        [demoApps.clientCredentials.consumerKey, ['clientCredentials']],
        [demoApps.jwtBearer.consumerKey, ['jwtBearer']],
        [demoApps.webServer.consumerKey, ['authorizationCode', 'refreshToken']],
      ]);
      expect(connectedApps[1].runAs).toBe(integrationUsername);
      expect(connectedApps[2].approvedBy).toEqual([integrationUsername]);
    }
  });
});

describe('the empty data set', () => {
  it('lets whoever calls build an org from nothing, until there are permissions', () => {
    const empty = org('none');
    const [userId] = empty.org.store.load('User', [{ LastName: 'Founder' }]);
    const ctx = { userId, apiVersion: '63.0' };
    expect(empty.insert('Account', { Name: 'First' }, ctx)).toMatch(/^001/);
    empty.org.store.load('PermissionSet', [{ Name: 'X', Label: 'X' }]);
    expect(
      empty.refusal(() => empty.rows('SELECT Id FROM Account', ctx)).errorCode,
    ).toBe('INVALID_TYPE');
  });
});

describe('a generated org', () => {
  it.each([1, 2, 60, 400])('has %d users, whatever their number', users => {
    const made = org({ generate: users });
    expect(made.org.store.findBy('User', 'UserType', 'Standard').length).toBe(
      users,
    );
  });

  it('has the shapes of the worked example, in proportion', () => {
    const made = org({ generate: 1000 });
    const count = (soql: string) => made.count(soql);
    expect(count('SELECT Id FROM Profile')).toBe(10);
    expect(count('SELECT Id FROM UserRole')).toBe(20);
    expect(
      count("SELECT Id FROM Group WHERE Type IN ('Regular', 'Queue')"),
    ).toBe(60);
    expect(
      count(
        "SELECT Id FROM PermissionSet WHERE Type = 'Regular' AND IsOwnedByProfile = false",
      ),
    ).toBe(31);
    expect(count('SELECT Id FROM PermissionSetGroup')).toBe(5);
    expect(
      count(
        'SELECT Id FROM PermissionSetAssignment WHERE PermissionSet.IsOwnedByProfile = false',
      ),
    ).toBeGreaterThan(3000);
    const active = count('SELECT Id FROM User WHERE IsActive = true');
    expect(active).toBeGreaterThan(750);
    expect(active).toBeLessThan(900);
    for (const row of made.rows(
      'SELECT Name, TotalLicenses, UsedLicenses FROM UserLicense',
    )) {
      expect(Number(row.UsedLicenses)).toBeLessThanOrEqual(
        Number(row.TotalLicenses),
      );
    }
    expect(
      count(
        'SELECT Username, COUNT(Id) FROM User GROUP BY Username HAVING COUNT(Id) > 1',
      ),
    ).toBe(0);
  });

  it('is the same for the same seed, and can be told its numbers', () => {
    const dump = (seed: number) =>
      JSON.stringify([
        ...org({ generate: 80 }, seed).org.store.all('PermissionSetAssignment'),
      ]);
    expect(dump(3)).toBe(dump(3));
    expect(dump(3)).not.toBe(dump(4));
    const made = org({
      generation: { users: 30, groups: 3, accounts: 0, assignmentsPerUser: 0 },
    });
    expect(made.count("SELECT Id FROM Group WHERE Type = 'Regular'")).toBe(3);
    expect(made.count('SELECT Id FROM Account')).toBe(0);
    expect(made.as(generatedUsers.integration).userId).toMatch(/^005/);
  });

  it('takes 20,000 users and their assignments, and answers about any of them at once', () => {
    const made = org({
      generation: { users: 20_000, accounts: 0, contacts: 0 },
    });
    expect(made.count('SELECT Id FROM User')).toBe(20_003);
    const { store } = made.org;
    expect(store.count('PermissionSetAssignment')).toBeGreaterThan(80_000);
    const ctx = made.as(generatedUsers.integration);
    expect(
      made.count("SELECT Id FROM User WHERE Username LIKE 'emily.%'", ctx),
    ).toBeGreaterThan(5);
  });

  it('refuses sizes that make no sense', () => {
    for (const choice of [
      { generate: 0 },
      { generate: 1.5 },
      { generation: { users: 10, people: 3 } },
      'everything',
    ]) {
      expect(dataChoiceSchema.safeParse(choice).success).toBe(false);
    }
  });
});

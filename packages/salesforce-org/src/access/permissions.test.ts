import fc from 'fast-check';
import { SeededRandom } from '../data/SeededRandom';
import { TestOrg } from '../__testUtils__/TestOrg';

const fields = ['Account.Phone', 'Account.Fax', 'Account.Site'] as const;
const flags = ['Read', 'Create', 'Edit', 'Delete'] as const;

/** Object rights with all that they depend on. */
const objectRights: readonly (readonly string[])[] = [
  [],
  ['Read'],
  ['Read', 'Create'],
  ['Read', 'Edit'],
  ['Read', 'Edit', 'Delete'],
];

interface SetModel {
  readonly object: readonly string[];
  /** 0 hidden, 1 read, 2 edit; by index of field. */
  readonly fields: readonly number[];
}

describe('effective permissions', () => {
  it('are the union of everything in force, whoever asks: queries, describe, UserFieldAccess and UserEntityAccess', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), seed => {
        const random = new SeededRandom(seed);
        const org = TestOrg.create();
        const user = org.insertUser({
          Username: 'somebody@minimal.test',
          ProfileId: org.profileId('Minimum Access - Salesforce'),
        });
        const api = org.insertPermissionSet({
          label: 'Api',
          assignees: [user],
        });
        expect(api).toMatch(/^0PS/);
        const models: SetModel[] = [];
        for (let index = 0; index < 4; index += 1) {
          const model: SetModel = {
            object: random.pick(objectRights),
            fields: fields.map(() => random.integer(0, 2)),
          };
          const set = loadSet(org, `Set ${index}`, model);
          const state = random.pick(['held', 'held', 'expired', 'not held']);
          if (state !== 'not held') {
            org.org.store.load('PermissionSetAssignment', [
              {
                AssigneeId: user,
                PermissionSetId: set,
                ExpirationDate:
                  state === 'expired' ? '2026-11-22T09:59:59.000+0000' : null,
              },
            ]);
          }
          if (state === 'held') models.push(model);
        }
        expectAccess(org, user, models);
      }),
      { numRuns: 60 },
    );
  });

  it('change with assignments, contents and the clock, also when a change is rolled back', () => {
    const org = TestOrg.create();
    const user = org.insertUser({
      Username: 'somebody@minimal.test',
      ProfileId: org.profileId('Minimum Access - Salesforce'),
    });
    const ctx = org.as('somebody@minimal.test');
    const may = () => org.org.access.hasSystemPermission(ctx, 'ViewAllUsers');
    const set = org.insertPermissionSet({ label: 'Set' });
    const assign = () =>
      org.insert('PermissionSetAssignment', {
        AssigneeId: user,
        PermissionSetId: set,
      });
    const assignment = assign();
    expect(may()).toBe(false);
    org.update('PermissionSet', set, { PermissionsViewAllUsers: true });
    expect(may()).toBe(true);
    expect(() =>
      org.org.dml.transaction(org.admin, () => {
        org.delete('PermissionSetAssignment', assignment);
        expect(may()).toBe(false);
        throw new Error('back');
      }),
    ).toThrow('back');
    expect(may()).toBe(true);
    org.update('PermissionSetAssignment', assignment, {
      ExpirationDate: '2026-11-22T11:00:00Z',
    });
    org.org.clock.advance(3599_000);
    expect(may()).toBe(true);
    org.org.clock.advance(1000);
    expect(may()).toBe(false);
  });

  it('hide custom fields and objects once a set has mentioned them, and not before', () => {
    const org = TestOrg.create({
      schema: {
        objects: [
          {
            name: 'Secret__c',
            sharingModel: 'public_read_write',
            fields: [{ name: 'Word__c', type: 'string' }],
          },
        ],
      },
    });
    const user = org.insertUser({ Username: 'somebody@minimal.test' });
    const ctx = org.as('somebody@minimal.test');
    expect(org.insert('Secret__c', { Word__c: 'open' }, ctx)).toMatch(/^a0/);
    const set = org.insertPermissionSet({
      label: 'Keepers',
      objects: { Secret__c: ['Read'] },
    });
    expect(
      org.refusal(() => org.rows('SELECT Id FROM Secret__c', ctx)),
    ).toMatchObject({
      errorCode: 'INVALID_TYPE',
      message: expect.stringContaining(
        "sObject type 'Secret__c' is not supported",
      ),
    });
    const { Id } = org.row(
      `SELECT Id FROM ObjectPermissions WHERE ParentId = '${set}'`,
    );
    org.delete('ObjectPermissions', String(Id));
    expect(
      org.refusal(() => org.rows('SELECT Id FROM Secret__c', ctx)).errorCode,
    ).toBe('INVALID_TYPE');
    org.insert('ObjectPermissions', {
      ParentId: set,
      SobjectType: 'Secret__c',
      PermissionsRead: true,
    });
    org.insert('PermissionSetAssignment', {
      AssigneeId: user,
      PermissionSetId: set,
    });
    expect(org.row('SELECT Word__c FROM Secret__c', ctx)).toMatchObject({
      Word__c: 'open',
    });
  });
});

function loadSet(org: TestOrg, label: string, model: SetModel): string {
  const { store } = org.org;
  const [set] = store.load('PermissionSet', [
    { Name: label.replace(' ', '_'), Label: label, Type: 'Regular' },
  ]);
  if (model.object.length > 0) {
    store.load('ObjectPermissions', [
      {
        ParentId: set,
        SobjectType: 'Account',
        ...Object.fromEntries(
          model.object.map(flag => [`Permissions${flag}`, true]),
        ),
      },
    ]);
  }
  store.load(
    'FieldPermissions',
    fields.flatMap((Field, index) =>
      model.fields[index] === 0
        ? []
        : [
            {
              ParentId: set,
              SobjectType: 'Account',
              Field,
              PermissionsRead: true,
              PermissionsEdit: model.fields[index] === 2,
            },
          ],
    ),
  );
  return set;
}

function expectAccess(
  org: TestOrg,
  userId: string,
  held: readonly SetModel[],
): void {
  const ctx = { userId, apiVersion: '63.0' };
  const has = (flag: string) =>
    held.some(({ object }) => object.includes(flag));
  const level = (index: number) =>
    Math.max(0, ...held.map(model => model.fields[index]));
  const entity = org.row(
    `SELECT IsReadable, IsCreatable, IsEditable, IsDeletable
     FROM UserEntityAccess WHERE UserId = '${userId}' AND EntityDefinitionId = 'Account'`,
  );
  expect([
    entity.IsReadable,
    entity.IsCreatable,
    entity.IsEditable,
    entity.IsDeletable,
  ]).toEqual(flags.map(has));
  if (!has('Read')) {
    expect(
      org.refusal(() => org.rows('SELECT Id FROM Account', ctx)).errorCode,
    ).toBe('INVALID_TYPE');
    expect(org.refusal(() => org.org.describe(ctx, 'Account')).errorCode).toBe(
      'NOT_FOUND',
    );
    return;
  }
  const described = org.org.describe(ctx, 'Account') as {
    fields: { name: string; updateable: boolean }[];
  };
  fields.forEach((path, index) => {
    const name = path.split('.')[1];
    const field = described.fields.find(candidate => candidate.name === name);
    expect(field !== undefined).toBe(level(index) >= 1);
    expect(
      org.row(
        `SELECT IsAccessible, IsUpdatable, IsCreatable FROM UserFieldAccess
         WHERE UserId = '${userId}' AND EntityDefinitionId = 'Account'
         AND FieldDefinitionId = '${path}'`,
      ),
    ).toMatchObject({
      IsAccessible: level(index) >= 1,
      IsUpdatable: level(index) >= 2 && has('Edit'),
      IsCreatable: level(index) >= 2 && has('Create'),
    });
    const query = () =>
      org.rows(`SELECT Id FROM Account WHERE ${name} != null`, ctx);
    if (level(index) >= 1) {
      expect(query()).toEqual([]);
    } else {
      expect(org.refusal(query)).toMatchObject({
        errorCode: 'INVALID_FIELD',
        message: expect.stringContaining(`No such column '${name}'`),
      });
    }
  });
}

import type { FieldInput, ObjectRules } from '../core/types';
import { SmallOrg } from '../__testUtils__/smallOrg';

/** Objects of a test's own: a text key, a number, a list, a parent. */
const gadgets = [
  {
    name: 'Gadget__c',
    fields: [
      {
        name: 'Key__c',
        label: 'Key',
        type: 'string',
        length: 20,
        externalId: true,
      },
      {
        name: 'Serial__c',
        label: 'Serial',
        type: 'string',
        length: 10,
        unique: true,
        externalId: true,
      },
      {
        name: 'Size__c',
        label: 'Size',
        type: 'double',
        precision: 5,
        scale: 2,
      },
      { name: 'Count__c', label: 'Count', type: 'int', digits: 4 },
      {
        name: 'Colours__c',
        label: 'Colours',
        type: 'multipicklist',
        restrictedPicklist: true,
        picklistValues: ['Red', 'Green'],
      },
      { name: 'Due__c', label: 'Due', type: 'date' },
      { name: 'At__c', label: 'At', type: 'datetime' },
      { name: 'Opens__c', label: 'Opens', type: 'time' },
      { name: 'Done__c', label: 'Done', type: 'boolean' },
      {
        name: 'Account__c',
        label: 'Account',
        type: 'reference',
        referenceTo: 'Account',
        childRelationshipName: 'Gadgets__r',
      },
    ],
  },
];

function withGadgets(rules: readonly ObjectRules[] = []) {
  return new SmallOrg({
    schema: { objects: gadgets },
    features: [{ rules: () => rules }],
  });
}

describe('creating a record', () => {
  const small = withGadgets();
  const refused = (object: string, fields: FieldInput) =>
    small.refusal(() => small.create(object, fields));

  it('takes names in any casing, fills defaults, and signs it', () => {
    const id = small.create('lead', { LASTNAME: 'Knight', company: 'Knight' });
    expect(small.org.retrieve(small.ctx, 'Lead', id)).toMatchObject({
      attributes: {
        type: 'Lead',
        url: `/services/data/v64.0/sobjects/Lead/${id}`,
      },
      Id: id,
      LastName: 'Knight',
      Name: 'Knight',
      FirstName: null,
      Status: 'Open - Not Contacted',
      IsConverted: false,
      OwnerId: small.userId,
      CreatedById: small.userId,
      CreatedDate: '2026-02-11T12:00:00.000+0000',
    });
  });

  it.each([
    [
      'Lead',
      {},
      'REQUIRED_FIELD_MISSING',
      'Required fields are missing: [LastName, Company]',
      ['LastName', 'Company'],
    ],
    [
      'Lead',
      { LastName: null, Company: '' },
      'REQUIRED_FIELD_MISSING',
      'Required fields are missing: [LastName, Company]',
      ['LastName', 'Company'],
    ],
    [
      'Account',
      { Name: 'x', foo: 1 },
      'INVALID_FIELD',
      "No such column 'foo' on sobject of type Account",
      undefined,
    ],
    [
      'Account',
      { Name: 'x', CreatedDate: '2020-01-01', isdeleted: true },
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      'Unable to create/update fields: CreatedDate, IsDeleted. Please check the security settings of this field and verify that it is read/write for your profile or permission set.',
      ['CreatedDate', 'IsDeleted'],
    ],
    [
      'Account',
      { Name: 'x', BillingAddress: { city: 'Bonn' } },
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      'Unable to create/update fields: BillingAddress. Please check the security settings of this field and verify that it is read/write for your profile or permission set.',
      ['BillingAddress'],
    ],
    [
      'Account',
      { Name: 'x', Id: '0015g0000000001AAA' },
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      'cannot specify Id in an insert call',
      ['Id'],
    ],
    [
      'Account',
      { Name: 'x', AccountNumber: 'n'.repeat(41) },
      'STRING_TOO_LONG',
      `Account Number: data value too large: ${'n'.repeat(41)} (max length=40)`,
      ['AccountNumber'],
    ],
    [
      'Contact',
      { LastName: 'x', Email: 'not an email' },
      'INVALID_EMAIL_ADDRESS',
      'Email: invalid email address: not an email',
      ['Email'],
    ],
    [
      'Gadget__c',
      { Colours__c: 'Red;Blue' },
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      'Colours: bad value for restricted picklist field: Blue',
      ['Colours__c'],
    ],
    [
      'Gadget__c',
      { Size__c: 'forty' },
      'JSON_PARSER_ERROR',
      'Cannot deserialize instance of double from VALUE_STRING value forty or request may be missing a required field at [line:1, column:2]',
      undefined,
    ],
    [
      'Gadget__c',
      { Size__c: 1000 },
      'NUMBER_OUTSIDE_VALID_RANGE',
      'Size: value outside of valid range on numeric field: 1000',
      ['Size__c'],
    ],
    [
      'Gadget__c',
      { Due__c: '2026-02-30' },
      'JSON_PARSER_ERROR',
      'Cannot deserialize instance of date from VALUE_STRING value 2026-02-30 or request may be missing a required field at [line:1, column:2]',
      undefined,
    ],
    [
      'Gadget__c',
      { Done__c: 'perhaps' },
      'JSON_PARSER_ERROR',
      'Cannot deserialize instance of boolean from VALUE_STRING value perhaps or request may be missing a required field at [line:1, column:2]',
      undefined,
    ],
    [
      'Gadget__c',
      { Name: 5 },
      'JSON_PARSER_ERROR',
      'Cannot deserialize instance of string from VALUE_NUMBER_INT value 5 or request may be missing a required field at [line:1, column:2]',
      undefined,
    ],
    [
      'Gadget__c',
      { Account__c: 'abc' },
      'MALFORMED_ID',
      'Account: id value of incorrect type: abc',
      ['Account__c'],
    ],
    [
      'Gadget__c',
      { Account__c: '0035g0000000001AAA' },
      'FIELD_INTEGRITY_EXCEPTION',
      'Account: id value of incorrect type: 0035g0000000001AAA',
      ['Account__c'],
    ],
    [
      'Gadget__c',
      { Account__c: '001000000000001' },
      'INVALID_CROSS_REFERENCE_KEY',
      'invalid cross reference id',
      [],
    ],
    [
      'LoginHistory',
      {},
      'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
      'entity type cannot be inserted: Login History',
      [],
    ],
  ])(
    '%s %j is refused with %s',
    (object, fields, errorCode, message, names) => {
      expect(refused(object, fields)).toEqual({
        httpStatus: 400,
        errorCode,
        message,
        ...(names && { fields: names }),
      });
    },
  );

  it('of an object that there is not, is 404 NOT_FOUND', () => {
    expect(refused('Nothing__c', {})).toEqual({
      httpStatus: 404,
      errorCode: 'NOT_FOUND',
      message: 'The requested resource does not exist',
    });
  });

  it.each([
    [{ Size__c: '1.005' }, { Size__c: 1.01 }],
    [{ Size__c: -2.345 }, { Size__c: -2.35 }],
    [{ Count__c: '12' }, { Count__c: 12 }],
    [{ Due__c: '2026-02-28T10:00:00Z' }, { Due__c: '2026-02-28' }],
    [
      { At__c: '2026-02-28T10:00:00+02:00' },
      { At__c: '2026-02-28T08:00:00.000+0000' },
    ],
    [{ At__c: '2026-02-28' }, { At__c: '2026-02-28T00:00:00.000+0000' }],
    [{ Opens__c: '09:30:00Z' }, { Opens__c: '09:30:00.000Z' }],
    [{ Done__c: 'TRUE' }, { Done__c: true }],
    [{ Colours__c: 'green;red' }, { Colours__c: 'Green;Red' }],
    [{ Name: '  trimmed ' }, { Name: 'trimmed' }],
    [{ Key__c: '' }, { Key__c: null }],
  ])('%j is kept as %j', (given, kept) => {
    const id = small.create('Gadget__c', given);
    expect(small.org.retrieve(small.ctx, 'Gadget__c', id)).toMatchObject(kept);
  });

  it('names its parent by external id, or says that there is none', () => {
    const [first] = small.load('Gadget__c', [{ Name: 'g', Serial__c: 'S-1' }]);
    const extended = new SmallOrg({
      schema: {
        objects: [
          ...gadgets,
          {
            name: 'Part__c',
            fields: [
              {
                name: 'Gadget__c',
                type: 'reference',
                referenceTo: 'Gadget__c',
                childRelationshipName: 'Parts__r',
              },
            ],
          },
        ],
      },
    });
    expect(first).toBeDefined();
    const gadget = extended.create('Gadget__c', { Serial__c: 'S-1' });
    const part = extended.create('Part__c', {
      Gadget__r: { serial__c: 's-1' },
    });
    expect(extended.org.store.get('Part__c', part)?.Gadget__c).toBe(gadget);
    expect(
      extended.refusal(() =>
        extended.create('Part__c', { Gadget__r: { Serial__c: 'S-2' } }),
      ),
    ).toMatchObject({
      errorCode: 'INVALID_FIELD',
      message:
        'Foreign key external ID: s-2 not found for field Serial__c in entity Gadget__c',
    });
  });

  it('refuses a unique value twice, also in another case', () => {
    const first = small.create('Gadget__c', { Serial__c: 'ABC' });
    expect(refused('Gadget__c', { Serial__c: 'abc' })).toEqual({
      httpStatus: 400,
      errorCode: 'DUPLICATE_VALUE',
      message: `duplicate value found: Serial__c duplicates value on record with id: ${first.slice(
        0,
        15,
      )}`,
      fields: [],
    });
  });
});

describe('changing a record', () => {
  const small = withGadgets();
  const id = small.create('Gadget__c', { Name: 'one', Key__c: 'k' });

  it('takes 15 characters, clears by null, and moves the stamps', () => {
    small.org.clock.advance(60_000);
    small.org.dml.update(small.ctx, 'gadget__c', id.slice(0, 15), {
      key__c: null,
      Count__c: 3,
    });
    expect(small.org.store.get('Gadget__c', id)).toMatchObject({
      Name: 'one',
      Count__c: 3,
      LastModifiedDate: '2026-02-11T12:01:00.000+0000',
      CreatedDate: '2026-02-11T12:00:00.000+0000',
    });
    expect(small.org.store.get('Gadget__c', id)).not.toHaveProperty('Key__c');
  });

  it.each([
    [
      '23foo',
      404,
      'NOT_FOUND',
      'Provided external ID field does not exist or is not accessible: 23foo',
    ],
    [
      'a00000000000009',
      404,
      'NOT_FOUND',
      'The requested resource does not exist',
    ],
    [
      '001000000000009',
      404,
      'NOT_FOUND',
      'The requested resource does not exist',
    ],
  ])('%s: %d %s', (target, httpStatus, errorCode, message) => {
    expect(
      small.refusal(() =>
        small.org.dml.update(small.ctx, 'Gadget__c', target, {}),
      ),
    ).toMatchObject({ httpStatus, errorCode, message });
  });

  it('of a row that is missing has the code that the switch says', () => {
    const switched = new SmallOrg({
      switches: { missingRowErrorCode: 'INVALID_CROSS_REFERENCE_KEY' },
    });
    const run = () =>
      switched.org.dml.delete(switched.ctx, 'Account', '001000000000009');
    expect(switched.refusal(run)).toEqual({
      httpStatus: 404,
      errorCode: 'INVALID_CROSS_REFERENCE_KEY',
      message: 'invalid cross reference id',
      fields: [],
    });
  });

  it('refuses to empty what is required, and an Id in the body', () => {
    const account = small.create('Account', { Name: 'Acme' });
    const update = (fields: FieldInput) => () =>
      small.org.dml.update(small.ctx, 'Account', account, fields);
    expect(small.refusal(update({ Name: null }))).toMatchObject({
      errorCode: 'REQUIRED_FIELD_MISSING',
      fields: ['Name'],
    });
    expect(small.refusal(update({ Id: account }))).toMatchObject({
      errorCode: 'INVALID_FIELD',
      message: 'The Id field should not be specified in the sobject data.',
    });
  });

  it('may keep its own unique value', () => {
    const own = small.create('Gadget__c', { Serial__c: 'own' });
    small.org.dml.update(small.ctx, 'Gadget__c', own, { Serial__c: 'OWN' });
    expect(small.org.store.get('Gadget__c', own)?.Serial__c).toBe('OWN');
  });
});

describe('upsert', () => {
  const small = withGadgets();
  const upsert = (field: string, value: string, fields = {}) =>
    small.org.dml.upsert(small.ctx, 'Gadget__c', { field, value }, fields);

  it('creates, then updates, without regard to case', () => {
    const created = upsert('serial__c', 'X1', { Name: 'first' });
    expect(created.created).toBe(true);
    const updated = upsert('Serial__c', 'x1', { Name: 'second' });
    expect(updated).toEqual({ id: created.id, created: false });
    expect(small.org.store.get('Gadget__c', created.id)).toMatchObject({
      Name: 'second',
      Serial__c: 'X1',
    });
  });

  it('by an id that several rows have answers 300 with where they are', () => {
    const ids = ['a', 'b'].map(Name =>
      small.create('Gadget__c', { Name, Key__c: 'twin' }),
    );
    expect(small.thrown(() => upsert('Key__c', 'twin'))).toMatchObject({
      httpStatus: 300,
      body: ids.map(id => `/services/data/v64.0/sobjects/Gadget__c/${id}`),
    });
  });

  it.each(['Count__c', 'Nothing__c'])('by %s is 404', field => {
    expect(small.refusal(() => upsert(field, '1'))).toEqual({
      httpStatus: 404,
      errorCode: 'NOT_FOUND',
      message: `Provided external ID field does not exist or is not accessible: ${field}`,
    });
  });

  it('refuses the key in the body', () => {
    expect(
      small.refusal(() => upsert('Key__c', 'v', { key__c: 'v' })),
    ).toMatchObject({
      errorCode: 'INVALID_FIELD',
      message: 'The Key__c field should not be specified in the sobject data.',
    });
  });
});

describe('deleting a record', () => {
  it('twice, changing or reading it after: 404 ENTITY_IS_DELETED', () => {
    const small = new SmallOrg();
    const { org, ctx } = small;
    const id = small.create('Account', { Name: 'gone' });
    org.dml.delete(ctx, 'Account', id);
    const expected = {
      httpStatus: 404,
      errorCode: 'ENTITY_IS_DELETED',
      message: 'entity is deleted',
      fields: [],
    };
    const calls = [
      () => org.dml.delete(ctx, 'Account', id),
      () => org.dml.update(ctx, 'Account', id, { Name: 'x' }),
      () => org.retrieve(ctx, 'Account', id),
    ];
    for (const call of calls) expect(small.refusal(call)).toEqual(expected);
    expect(small.records('SELECT Id FROM Account')).toEqual([]);
    expect(
      small.records('SELECT Id FROM Account WHERE IsDeleted = true', {
        all: true,
      }),
    ).toHaveLength(1);
  });

  it('takes children along, or frees them, or is stopped by them', () => {
    const small = withGadgets();
    const { org, ctx } = small;
    const account = small.create('Account', { Name: 'parent' });
    const contact = small.create('Contact', {
      LastName: 'child',
      AccountId: account,
    });
    const gadget = small.create('Gadget__c', { Account__c: account });
    const supportCase = small.create('Case', { AccountId: account });
    expect(
      small.refusal(() => org.dml.delete(ctx, 'Account', account)),
    ).toMatchObject({ httpStatus: 400, errorCode: 'DELETE_FAILED' });
    expect(org.store.get('Contact', contact)?.IsDeleted).toBeUndefined();
    org.dml.delete(ctx, 'Case', supportCase);
    org.dml.delete(ctx, 'Account', account);
    expect(org.store.get('Contact', contact)?.IsDeleted).toBe(true);
    expect(org.store.get('Gadget__c', gadget)).not.toHaveProperty('Account__c');
    org.dml.undelete(ctx, 'Account', account);
    expect(org.store.get('Contact', contact)?.IsDeleted).toBe(false);
  });

  it.each([
    ['INSUFFICIENT_ACCESS_OR_READONLY', 400],
    ['METHOD_NOT_ALLOWED', 405],
  ] as const)(
    'never works for users: %s',
    (userDeleteErrorCode, httpStatus) => {
      const small = new SmallOrg({ switches: { userDeleteErrorCode } });
      expect(
        small.refusal(() =>
          small.org.dml.delete(small.ctx, 'User', small.userId),
        ),
      ).toMatchObject({ errorCode: userDeleteErrorCode, httpStatus });
    },
  );
});

describe('a transaction', () => {
  it('is undone as a whole, and the journal never tells of it', () => {
    const small = new SmallOrg();
    const { org, ctx } = small;
    const run = () =>
      org.dml.transaction(ctx, () => {
        small.create('Account', { Name: 'one' });
        small.create('Account', {});
      });
    expect(small.refusal(run).errorCode).toBe('REQUIRED_FIELD_MISSING');
    expect(org.store.count('Account')).toBe(0);
    expect(org.journal.entries()).toEqual([]);
  });

  it('goes on after a refusal when the caller does', () => {
    const small = new SmallOrg();
    const { org, ctx } = small;
    org.dml.transaction(ctx, () => {
      small.create('Account', { Name: 'one' });
      small.refusal(() => small.create('Account', {}));
      small.create('Account', { Name: 'three' });
    });
    expect(small.column('SELECT Name FROM Account')).toEqual(['one', 'three']);
    expect(org.journal.entries().map(({ kind }) => kind)).toEqual([
      'insert',
      'insert',
    ]);
  });

  it('may not mix setup objects with others: MIXED_DML_OPERATION', () => {
    const small = new SmallOrg();
    const { org, ctx } = small;
    const mix = () =>
      org.dml.transaction(ctx, () => {
        small.create('Account', { Name: 'one' });
        org.dml.insert(ctx, 'Group', { Name: 'g' });
      });
    expect(small.refusal(mix)).toEqual({
      httpStatus: 400,
      errorCode: 'MIXED_DML_OPERATION',
      message:
        'DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): Group, original object: Account',
      fields: [],
    });
    expect(org.store.count('Account')).toBe(0);
    // One after the other is another matter, and so is a harmless field.
    small.create('Account', { Name: 'one' });
    org.dml.insert(ctx, 'Group', { Name: 'g' });
    org.dml.transaction(ctx, () => {
      small.create('Account', { Name: 'two' });
      org.dml.update(ctx, 'User', small.userId, { Title: 'CEO' });
    });
    const licence = () =>
      org.dml.transaction(ctx, () => {
        small.create('Account', { Name: 'three' });
        org.dml.update(ctx, 'User', small.userId, { IsActive: false });
      });
    expect(small.refusal(licence).errorCode).toBe('MIXED_DML_OPERATION');
  });

  it('undoes what rules wrote, too', () => {
    const noisy: ObjectRules = {
      object: 'Account',
      afterInsert: ({ tx, org, ctx }) => {
        tx.insert('Contact', { LastName: 'from a rule' });
        org.journal.append(ctx, { kind: 'email' });
      },
      afterUpdate: () => {
        throw new Error('a bug in a rule');
      },
    };
    const small = withGadgets([noisy]);
    const { org, ctx } = small;
    const id = small.create('Account', { Name: 'one' });
    expect(org.store.count('Contact')).toBe(1);
    expect(org.journal.entries().map(({ kind }) => kind)).toEqual([
      'email',
      'insert',
    ]);
    expect(() => org.dml.update(ctx, 'Account', id, { Name: 'two' })).toThrow(
      'a bug in a rule',
    );
    expect(org.store.get('Account', id)?.Name).toBe('one');
    expect(org.journal.entries()).toHaveLength(2);
  });
});

describe('the journal', () => {
  it('tells what changed, before and after', () => {
    const small = new SmallOrg();
    const { org, ctx } = small;
    const id = small.create('Account', { Name: 'one' });
    org.dml.update({ ...ctx, clientName: 'salesdesk' }, 'Account', id, {
      Name: 'two',
      Phone: '1',
    });
    expect(org.journal.entries({ after: 1 })).toEqual([
      {
        sequence: 2,
        time: '2026-02-11T12:00:00.000Z',
        userId: small.userId,
        clientName: 'salesdesk',
        kind: 'update',
        object: 'Account',
        id,
        before: { Name: 'one', Phone: null },
        after: { Name: 'two', Phone: '1' },
      },
    ]);
  });
});

describe('the access model', () => {
  it('hides objects, fields and rows, and refuses what it does not allow', () => {
    const small = new SmallOrg();
    const { access } = small.org;
    const id = small.create('Account', { Name: 'one' });
    const update = () =>
      small.org.dml.update(small.ctx, 'Account', id, { Phone: '1' });
    jest.spyOn(access, 'canEditField').mockReturnValueOnce(false);
    expect(small.refusal(update).errorCode).toBe(
      'INVALID_FIELD_FOR_INSERT_UPDATE',
    );
    jest.spyOn(access, 'canReadField').mockReturnValueOnce(false);
    expect(small.refusal(update)).toMatchObject({
      errorCode: 'INVALID_FIELD',
      message: "No such column 'Phone' on sobject of type Account",
    });
    jest.spyOn(access, 'canEditRow').mockReturnValueOnce(false);
    expect(small.refusal(update)).toMatchObject({
      httpStatus: 400,
      errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY',
      message: 'insufficient access rights on object id',
    });
    jest.spyOn(access, 'canSeeObject').mockReturnValueOnce(false);
    expect(small.refusal(update).errorCode).toBe('NOT_FOUND');
    jest.spyOn(access, 'canReadRow').mockReturnValueOnce(false);
    expect(
      small.refusal(() =>
        small.create('Contact', { LastName: 'x', AccountId: id }),
      ),
    ).toMatchObject({
      errorCode: 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
      message: `insufficient access rights on cross-reference id: ${id.slice(
        0,
        15,
      )}`,
    });
  });
});

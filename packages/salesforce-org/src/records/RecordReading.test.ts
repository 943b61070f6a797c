import { SmallOrg } from '../__testUtils__/smallOrg';

describe('reading one record', () => {
  const small = new SmallOrg();
  const { org, ctx } = small;
  const account = small.create('Account', { Name: 'Acme' });
  const contact = small.create('Contact', {
    LastName: 'Lee',
    AccountId: account,
  });

  it('gives all fields with their nulls, or those asked for and the id', () => {
    const all = org.retrieve(ctx, 'contact', contact.slice(0, 15));
    expect(all).toMatchObject({ LastName: 'Lee', FirstName: null });
    expect(Object.keys(all).length).toBeGreaterThan(50);
    expect(
      org.retrieve(ctx, 'Contact', contact, { fields: ['lastname'] }),
    ).toEqual({
      attributes: {
        type: 'Contact',
        url: `/services/data/v64.0/sobjects/Contact/${contact}`,
      },
      LastName: 'Lee',
      Id: contact,
    });
  });

  it.each([
    [
      'Contact',
      '003000000000009',
      'NOT_FOUND',
      'The requested resource does not exist',
    ],
    [
      'Contact',
      '23foo',
      'NOT_FOUND',
      'Provided external ID field does not exist or is not accessible: 23foo',
    ],
    [
      'Nothing',
      '003000000000009',
      'NOT_FOUND',
      'The requested resource does not exist',
    ],
    [
      'OauthToken',
      '0CQ000000000009',
      'NOT_FOUND',
      'The requested resource does not exist',
    ],
  ])('%s %s is 404 %s', (object, id, errorCode, message) => {
    expect(small.refusal(() => org.retrieve(ctx, object, id))).toEqual({
      httpStatus: 404,
      errorCode,
      message,
    });
  });

  it('of another object is what the switch says', () => {
    const read = () => org.retrieve(ctx, 'Account', contact);
    expect(small.refusal(read).errorCode).toBe('NOT_FOUND');
    org.switches.wrongKeyPrefixErrorCode = 'MALFORMED_ID';
    expect(small.refusal(read)).toMatchObject({
      httpStatus: 400,
      errorCode: 'MALFORMED_ID',
    });
    org.switches.wrongKeyPrefixErrorCode = 'NOT_FOUND';
  });

  it('follows relationships in both directions', () => {
    expect(org.related(ctx, 'Contact', contact, 'account')).toMatchObject({
      parent: { Name: 'Acme' },
    });
    const { children } = org.related(ctx, 'Account', account, 'Contacts') as {
      children: ReturnType<typeof org.query>;
    };
    expect(children.records()).toMatchObject([{ LastName: 'Lee' }]);
    expect(
      small.refusal(() => org.related(ctx, 'Account', account, 'Parent'))
        .httpStatus,
    ).toBe(404);
  });

  it('refuses fields that there are not', () => {
    expect(
      small.refusal(() =>
        org.retrieve(ctx, 'Contact', contact, { fields: ['Foo'] }),
      ),
    ).toMatchObject({ httpStatus: 400, errorCode: 'INVALID_FIELD' });
  });
});

describe('what changed in a period', () => {
  it('is told by id, deletions with their date', () => {
    const small = new SmallOrg();
    const { org, ctx } = small;
    const [early] = small.load('Account', [
      { Name: 'early', LastModifiedDate: '2026-02-01T00:00:00.000+0000' },
    ]);
    const late = small.create('Account', { Name: 'late' });
    const gone = small.create('Account', { Name: 'gone' });
    org.dml.delete(ctx, 'Account', gone);
    const period = {
      start: '2026-02-10T00:00:00+00:00',
      end: '2026-02-12T00:00:00Z',
    };
    expect(org.updated(ctx, 'Account', period)).toEqual({
      ids: [late],
      // The clock stands at noon of the day before.
      latestDateCovered: '2026-02-11T12:00:00.000+0000',
    });
    expect(org.deleted(ctx, 'Account', period)).toMatchObject({
      deletedRecords: [
        { id: gone, deletedDate: '2026-02-11T12:00:00.000+0000' },
      ],
    });
    expect(early).toBeDefined();
    expect(
      small.refusal(() =>
        org.updated(ctx, 'Account', { start: period.end, end: period.start }),
      ).errorCode,
    ).toBe('INVALID_REPLICATION_DATE');
  });
});

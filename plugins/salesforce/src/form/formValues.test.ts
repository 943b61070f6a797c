import { sampleAction } from '../__testUtils__/sampleActions';
import { formFieldsOf } from './formFields';
import { readFormLink } from './formLink';
import { initialValues, inputOf, missingFields } from './formValues';

const freeze = formFieldsOf(sampleAction('salesforce_freeze_user').inputSchema);
const create = formFieldsOf(sampleAction('salesforce_create_user').inputSchema);
const change = formFieldsOf(
  sampleAction('salesforce_change_profile').inputSchema,
);

describe('the values of a form', () => {
  it('come from the link, else from the defaults of the schema', () => {
    expect(initialValues(create)).toEqual({ sendPasswordLink: true });
    expect(
      initialValues(create, { email: 'a@acme.com', sendPasswordLink: false }),
    ).toEqual({ email: 'a@acme.com', sendPasswordLink: false });
  });

  it('leave out what a link brings that no field can hold', () => {
    expect(
      initialValues(freeze, {
        users: [{ id: 1 }],
        until: 5,
        isAdmin: true,
        __proto__: 'x',
      }),
    ).toEqual({});
  });

  it('take one for many and a list of one for one', () => {
    expect(
      initialValues(change, { users: 'me', profile: ['Sales Manager'] }),
    ).toEqual({ users: ['me'], profile: 'Sales Manager' });
  });

  it('become the input without what is empty, so that defaults apply', () => {
    expect(
      inputOf(create, {
        email: '  a@acme.com ',
        firstName: '   ',
        role: undefined,
        sendPasswordLink: false,
      }),
    ).toEqual({ email: 'a@acme.com', sendPasswordLink: false });
  });

  it('tell what must still be filled in', () => {
    expect(missingFields(create, {}).map(({ name }) => name)).toEqual([
      'email',
      'profile',
    ]);
    expect(missingFields(freeze, { users: [] }).map(f => f.name)).toEqual([
      'users',
    ]);
    expect(missingFields(freeze, { users: ['me'] })).toEqual([]);
  });
});

describe('a link to a form', () => {
  it('brings values, the org and the reason', () => {
    const search = new URLSearchParams({
      input: '{"users":["me"]}',
      org: 'acme',
      reason: 'Q1 forecast',
    });
    expect(readFormLink(search)).toEqual({
      input: { users: ['me'] },
      org: 'acme',
      reason: 'Q1 forecast',
      unreadable: false,
    });
  });

  it.each(['{', '[]', '"me"', 'null'])(
    'with unreadable values (%s) opens an empty form and says so',
    input => {
      expect(readFormLink(new URLSearchParams({ input }))).toMatchObject({
        input: {},
        unreadable: true,
      });
    },
  );
});

import { TestOrg } from '../../__testUtils__/TestOrg';
import { confirmEmailChange } from './emailChange';
import { requiredUserFields } from './userRules';

describe('creating a user', () => {
  it('wants the nine fields that Salesforce wants, and names all that are missing', () => {
    const org = TestOrg.create();
    expect(org.refusal(() => org.insert('User', {}))).toMatchObject({
      errorCode: 'REQUIRED_FIELD_MISSING',
      message: `Required fields are missing: [${requiredUserFields.join(
        ', ',
      )}]`,
      fields: requiredUserFields,
    });
    for (const field of requiredUserFields) {
      const fields = { ...org.userFields(), [field]: undefined };
      expect(org.refusal(() => org.insert('User', fields))).toMatchObject({
        errorCode: 'REQUIRED_FIELD_MISSING',
        fields: [field],
      });
    }
  });

  it('makes the user active, with a nickname, a name, a login row and the set of the profile', () => {
    const org = TestOrg.create();
    const id = org.insertUser({ FirstName: 'Zoë', LastName: "O'Müller" });
    expect(
      org.row(
        `SELECT Name, IsActive, UserType, CommunityNickname FROM User WHERE Id = '${id}'`,
      ),
    ).toMatchObject({
      Name: "Zoë O'Müller",
      IsActive: true,
      UserType: 'Standard',
      CommunityNickname: 'person1',
    });
    expect(
      org.row(
        `SELECT IsFrozen, IsPasswordLocked FROM UserLogin WHERE UserId = '${id}'`,
      ),
    ).toMatchObject({ IsFrozen: false, IsPasswordLocked: false });
    expect(
      org.row(
        `SELECT PermissionSet.IsOwnedByProfile, PermissionSet.Profile.Name
         FROM PermissionSetAssignment WHERE AssigneeId = '${id}'`,
      ),
    ).toMatchObject({
      PermissionSet: {
        IsOwnedByProfile: true,
        Profile: { Name: 'Standard User' },
      },
    });
  });

  it('stores the username in lower case', () => {
    const org = TestOrg.create();
    const id = org.insertUser({ Username: 'Jenna.Rossi@Minimal.Test' });
    expect(
      org.row(`SELECT Username FROM User WHERE Id = '${id}'`),
    ).toMatchObject({ Username: 'jenna.rossi@minimal.test' });
  });

  it.each([
    ['Username', 'not an address', 'INVALID_EMAIL_ADDRESS'],
    ['Username', 'two@at@signs.test', 'INVALID_EMAIL_ADDRESS'],
    ['Email', 'not an email', 'INVALID_EMAIL_ADDRESS'],
    ['Alias', 'abcdefghi', 'STRING_TOO_LONG'],
    ['TimeZoneSidKey', 'US/Eastern', 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'],
    ['LocaleSidKey', 'xx_YY', 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'],
    ['LanguageLocaleKey', 'tlh', 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'],
    ['EmailEncodingKey', 'EBCDIC', 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'],
  ])('refuses %s %p with %s', (field, value, errorCode) => {
    const org = TestOrg.create();
    expect(org.refusal(() => org.insertUser({ [field]: value }))).toMatchObject(
      { errorCode, fields: [field] },
    );
  });
});

describe('usernames', () => {
  it('are unique in any casing, also against inactive users and other orgs', () => {
    const org = TestOrg.create();
    const gone = org.insertUser({ Username: 'gone@minimal.test' });
    org.update('User', gone, { IsActive: false });
    org.org.store.load('UsernameElsewhere', [
      { Username: 'taken@elsewhere.test' },
    ]);
    for (const username of [
      'ADMIN@minimal.test',
      'Gone@Minimal.test',
      'TAKEN@elsewhere.test',
    ]) {
      const refused = org.refusal(() => org.insertUser({ Username: username }));
      expect(refused).toMatchObject({
        errorCode: 'DUPLICATE_USERNAME',
        fields: ['Username'],
      });
      expect(refused.message).toContain('Duplicate Username.<br>');
    }
  });

  it('become free by renaming the user who has one, and not otherwise', () => {
    const org = TestOrg.create();
    const gone = org.insertUser({ Username: 'name@minimal.test' });
    org.update('User', gone, { IsActive: false });
    org.update('User', gone, { Username: 'name@minimal.test' });
    org.update('User', gone, { Username: 'old.name@minimal.test' });
    expect(org.insertUser({ Username: 'name@minimal.test' })).toMatch(/^005/);
  });

  it('and nicknames are checked together', () => {
    const org = TestOrg.create();
    org.insertUser({ CommunityNickname: 'jo', Username: 'jo@minimal.test' });
    expect(
      org.refusal(() =>
        org.insertUser({
          CommunityNickname: 'JO',
          Username: 'jo@minimal.test',
        }),
      ).codes,
    ).toEqual(['DUPLICATE_USERNAME', 'DUPLICATE_COMM_NICKNAME']);
    const other = org.insertUser({ Username: 'jo@other.test' });
    expect(
      org.row(`SELECT CommunityNickname FROM User WHERE Id = '${other}'`)
        .CommunityNickname,
    ).toBe('jo1');
  });
});

describe('the hierarchy of managers', () => {
  it('takes no loops, however long', () => {
    const org = TestOrg.create();
    const first = org.insertUser();
    const second = org.insertUser({ ManagerId: first });
    const third = org.insertUser({ ManagerId: second });
    for (const manager of [first, second, third]) {
      expect(
        org.refusal(() => org.update('User', first, { ManagerId: manager })),
      ).toMatchObject({
        errorCode: 'CIRCULAR_DEPENDENCY',
        fields: ['ManagerId'],
      });
    }
    org.update('User', second, { ManagerId: null });
    org.update('User', first, { ManagerId: third });
  });
});

describe('a changed e-mail address', () => {
  const emailOf = (org: TestOrg, id: string) =>
    org.row(`SELECT Email FROM User WHERE Id = '${id}'`).Email;
  const mails = (org: TestOrg) =>
    org.org.journal.entries().filter(({ kind }) => kind === 'email');

  it('counts at once by default, and its owner is told', () => {
    const org = TestOrg.create();
    const id = org.insertUser();
    org.update('User', id, { Email: 'new@minimal.test' });
    expect(emailOf(org, id)).toBe('new@minimal.test');
    expect(mails(org)).toMatchObject([
      { id, after: { to: 'new@minimal.test' } },
    ]);
  });

  it('with the switch waits until its owner has confirmed it', () => {
    const org = TestOrg.create({
      switches: { emailChange: 'afterVerification' },
    });
    const id = org.insertUser({ Email: 'old@minimal.test' });
    org.update('User', id, { Email: 'new@minimal.test' });
    org.update('User', id, { Email: 'newer@minimal.test' });
    expect(emailOf(org, id)).toBe('old@minimal.test');
    expect(confirmEmailChange({ org: org.org, userId: id })).toBe(true);
    expect(emailOf(org, id)).toBe('newer@minimal.test');
    expect(confirmEmailChange({ org: org.org, userId: id })).toBe(false);
  });

  it.each([
    [false, []],
    [true, ['welcome']],
  ])(
    '%s: the welcome mail of a new user follows the switch',
    (on, expected) => {
      const org = TestOrg.create({ switches: { welcomeMailOnUserInsert: on } });
      org.insertUser();
      expect(mails(org).map(({ after }) => after?.template)).toEqual(expected);
    },
  );
});

describe('deleting a user', () => {
  it.each([
    'INSUFFICIENT_ACCESS_OR_READONLY',
    'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
    'METHOD_NOT_ALLOWED',
    'DELETE_FAILED',
  ] as const)('is impossible, with %s', userDeleteErrorCode => {
    const org = TestOrg.create({ switches: { userDeleteErrorCode } });
    const id = org.insertUser();
    expect(org.refusal(() => org.delete('User', id)).errorCode).toBe(
      userDeleteErrorCode,
    );
    expect(org.count(`SELECT Id FROM User WHERE Id = '${id}'`)).toBe(1);
    expect(org.org.describe(org.admin, 'User')).toMatchObject({
      deletable: false,
    });
  });
});

describe('one’s own user', () => {
  it('can be changed in what is personal and in nothing else', () => {
    const org = TestOrg.create();
    const me = org.insertUser({ Username: 'me@minimal.test' });
    const somebody = org.insertUser();
    const ctx = org.as('me@minimal.test');
    org.update('User', me, { Phone: '+1 555 0100', Title: 'Poet' }, ctx);
    for (const fields of [
      { ProfileId: org.profileId('System Administrator') },
      { IsActive: false },
      { Username: 'king@minimal.test' },
      { UserRoleId: org.id('UserRole', 'Name', 'CEO') },
    ]) {
      expect(
        org.refusal(() => org.update('User', me, fields, ctx)).errorCode,
      ).toBe('INVALID_FIELD_FOR_INSERT_UPDATE');
    }
    expect(
      org.refusal(() => org.update('User', somebody, { Phone: '1' }, ctx))
        .errorCode,
    ).toBe('INSUFFICIENT_ACCESS_OR_READONLY');
  });
});

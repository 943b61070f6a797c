import { TestOrg } from '../../__testUtils__/TestOrg';
import { convertLead } from './convertLead';

describe('owners', () => {
  it('are the callers, unless they name somebody active', () => {
    const org = TestOrg.create();
    org.insertUser({ Username: 'seller@minimal.test' });
    const seller = org.as('seller@minimal.test');
    const account = org.insert('Account', { Name: 'Mine' }, seller);
    expect(
      org.row(`SELECT OwnerId FROM Account WHERE Id = '${account}'`),
    ).toMatchObject({ OwnerId: seller.userId });
    const gone = org.insertUser({ IsActive: false });
    expect(
      org.refusal(() =>
        org.insert('Contact', { LastName: 'K', OwnerId: gone }, seller),
      ),
    ).toMatchObject({
      errorCode: 'INACTIVE_OWNER_OR_USER',
      message: `operation performed with inactive user [${gone}] as owner of contact`,
    });
  });

  it('that have left do not keep their records from being changed', () => {
    const org = TestOrg.create();
    const owner = org.insertUser();
    const account = org.insert('Account', { Name: 'Left', OwnerId: owner });
    org.update('User', owner, { IsActive: false });
    expect(
      org.outcome(() => org.update('Account', account, { Phone: '1' })),
    ).toBe('done');
  });

  it('give their own away, and nobody else does without a permission', () => {
    const org = TestOrg.create();
    const people = ['one', 'two'].map(name =>
      org.insertUser({ Username: `${name}@minimal.test` }),
    );
    const lead = org.insert('Lead', {
      LastName: 'K',
      Company: 'K',
      OwnerId: people[0],
    });
    const give = (OwnerId: string, username: string) =>
      org.update('Lead', lead, { OwnerId }, org.as(username));
    expect(
      org.refusal(() => give(people[1], 'two@minimal.test')).errorCode,
    ).toBe('INSUFFICIENT_ACCESS_OR_READONLY');
    give(people[1], 'one@minimal.test');
    org.insertPermissionSet({
      label: 'Dispatcher',
      fields: { PermissionsTransferAnyLead: true },
      assignees: [people[0]],
    });
    give(people[0], 'one@minimal.test');
  });

  it('must be able to read what they get', () => {
    const org = TestOrg.create();
    const planner = org.insertUser({
      ProfileId: org.profileId('Standard Platform User'),
    });
    expect(
      org.refusal(() =>
        org.insert('Opportunity', {
          Name: 'O',
          StageName: 'Prospecting',
          CloseDate: '2026-12-31',
          OwnerId: planner,
        }),
      ).errorCode,
    ).toBe('TRANSFER_REQUIRES_READ');
  });
});

describe('an opportunity', () => {
  const opportunity = (org: TestOrg, fields = {}) => {
    const id = org.insert('Opportunity', {
      Name: 'O',
      StageName: 'Prospecting',
      CloseDate: '2026-12-31',
      ...fields,
    });
    const read = () =>
      org.row(
        `SELECT Probability, IsClosed, IsWon, ForecastCategory,
                ForecastCategoryName, ExpectedRevenue, Fiscal, FiscalQuarter,
                FiscalYear, PushCount
         FROM Opportunity WHERE Id = '${id}'`,
      );
    return { id, read };
  };

  it.each([
    ['Prospecting', 10, false, false, 'Pipeline'],
    ['Needs Analysis', 20, false, false, 'Pipeline'],
    ['Negotiation/Review', 90, false, false, 'Pipeline'],
    ['Closed Won', 100, true, true, 'Closed'],
    ['Closed Lost', 0, true, false, 'Omitted'],
  ])(
    'in stage %s has probability %d',
    (StageName, Probability, IsClosed, IsWon, ForecastCategory) => {
      const org = TestOrg.create();
      const { read } = opportunity(org, { StageName, Amount: 1000 });
      expect(read()).toMatchObject({
        Probability,
        IsClosed,
        IsWon,
        ForecastCategory,
        ExpectedRevenue: Probability * 10,
        Fiscal: '2026 4',
        FiscalQuarter: 4,
        FiscalYear: 2026,
      });
    },
  );

  it('keeps a probability that was given, follows the stage otherwise', () => {
    const org = TestOrg.create();
    const { id, read } = opportunity(org, { Probability: 33, Amount: 50 });
    expect(read()).toMatchObject({ Probability: 33, ExpectedRevenue: 16.5 });
    org.update('Opportunity', id, { Amount: 100 });
    expect(read()).toMatchObject({ Probability: 33 });
    org.update('Opportunity', id, { StageName: 'Closed Won' });
    expect(read()).toMatchObject({
      Probability: 100,
      IsWon: true,
      ForecastCategoryName: 'Closed',
    });
    org.update('Opportunity', id, {
      StageName: 'Value Proposition',
      Probability: 5,
    });
    expect(read()).toMatchObject({ Probability: 5, IsClosed: false });
  });

  it('stores a stage that nobody knows, counts being pushed, and cannot be told what follows', () => {
    const org = TestOrg.create();
    const { id, read } = opportunity(org, { StageName: 'Dreaming' });
    expect(read()).toMatchObject({ IsClosed: false, IsWon: false });
    org.update('Opportunity', id, { CloseDate: '2027-01-15' });
    expect(read()).toMatchObject({ PushCount: 1, FiscalQuarter: 1 });
    expect(
      org.refusal(() => org.update('Opportunity', id, { IsWon: true })),
    ).toMatchObject({
      errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
      fields: ['IsWon'],
    });
  });
});

describe('cases, tasks and events', () => {
  it('a case has a number, defaults, and closes by its status', () => {
    const org = TestOrg.create();
    const account = org.insert('Account', { Name: 'A' });
    const contact = org.insert('Contact', {
      LastName: 'C',
      AccountId: account,
      Email: 'c@a.test',
    });
    const id = org.insert('Case', { ContactId: contact });
    const read = () =>
      org.row(
        `SELECT CaseNumber, Status, Priority, AccountId, ContactEmail,
                IsClosed, ClosedDate FROM Case WHERE Id = '${id}'`,
      );
    expect(read()).toMatchObject({
      CaseNumber: expect.stringMatching(/^\d{8}$/),
      Status: 'New',
      Priority: 'Medium',
      AccountId: account,
      ContactEmail: 'c@a.test',
      IsClosed: false,
      ClosedDate: null,
    });
    org.update('Case', id, { Status: 'Closed' });
    expect(read()).toMatchObject({
      IsClosed: true,
      ClosedDate: '2026-11-22T10:00:00.000+0000',
    });
    org.update('Case', id, { Status: 'Working' });
    expect(read()).toMatchObject({ IsClosed: false, ClosedDate: null });
  });

  it('a case that is brought from elsewhere was closed when it says so', () => {
    const org = TestOrg.create();
    const id = org.insert(
      'Case',
      { Status: 'Closed', ClosedDate: '2023-05-05T10:00:00Z' },
      org.org.systemContext(),
    );
    expect(
      org.row(`SELECT IsClosed, ClosedDate FROM Case WHERE Id = '${id}'`),
    ).toMatchObject({
      IsClosed: true,
      ClosedDate: '2023-05-05T10:00:00.000+0000',
    });
  });

  it.each([
    [undefined, 'the rule'],
    [true, 'the rule'],
    [false, 'the caller'],
  ])(
    'with Sforce-Auto-Assign %s a new case goes to %s',
    (autoAssign, owner) => {
      const org = TestOrg.create();
      const support = org.insertUser();
      org.org.store.load('SetupReference', [
        { Kind: 'CaseAssignment', ReferenceId: support },
      ]);
      const id = org.insert('Case', {}, { ...org.admin, autoAssign });
      expect(
        org.row(`SELECT OwnerId FROM Case WHERE Id = '${id}'`),
      ).toMatchObject({
        OwnerId: owner === 'the rule' ? support : org.admin.userId,
      });
    },
  );

  it('a task is done by its status and belongs to the account of what it is about', () => {
    const org = TestOrg.create();
    const account = org.insert('Account', { Name: 'A' });
    const opportunity = org.insert('Opportunity', {
      Name: 'O',
      StageName: 'Prospecting',
      CloseDate: '2026-12-31',
      AccountId: account,
    });
    const id = org.insert('Task', { WhatId: opportunity, Priority: 'High' });
    const read = () =>
      org.row(
        `SELECT Status, IsClosed, IsHighPriority, AccountId, CompletedDateTime
         FROM Task WHERE Id = '${id}'`,
      );
    expect(read()).toMatchObject({
      Status: 'Not Started',
      IsClosed: false,
      IsHighPriority: true,
      AccountId: account,
      CompletedDateTime: null,
    });
    org.update('Task', id, { Status: 'Completed' });
    expect(read()).toMatchObject({
      IsClosed: true,
      CompletedDateTime: '2026-11-22T10:00:00.000+0000',
    });
  });

  it.each([
    [
      { ActivityDateTime: '2026-11-23T09:00:00Z', DurationInMinutes: 30 },
      '2026-11-23T09:30:00.000+0000',
      30,
    ],
    [
      {
        StartDateTime: '2026-11-23T09:00:00Z',
        EndDateTime: '2026-11-23T10:15:00Z',
      },
      '2026-11-23T10:15:00.000+0000',
      75,
    ],
    [
      { IsAllDayEvent: true, ActivityDate: '2026-11-23' },
      '2026-11-23T00:00:00.000+0000',
      1440,
    ],
  ])('an event says when by %j', (fields, EndDateTime, DurationInMinutes) => {
    const org = TestOrg.create();
    const id = org.insert('Event', { Subject: 'Meeting', ...fields });
    expect(
      org.row(
        `SELECT ActivityDate, EndDateTime, DurationInMinutes
         FROM Event WHERE Id = '${id}'`,
      ),
    ).toMatchObject({
      ActivityDate: '2026-11-23',
      EndDateTime,
      DurationInMinutes,
    });
  });

  it.each([
    [{}, 'REQUIRED_FIELD_MISSING'],
    [{ ActivityDateTime: '2026-11-23T09:00:00Z' }, 'REQUIRED_FIELD_MISSING'],
    [{ IsAllDayEvent: true }, 'REQUIRED_FIELD_MISSING'],
    [
      {
        StartDateTime: '2026-11-23T09:00:00Z',
        EndDateTime: '2026-11-23T08:00:00Z',
      },
      'FIELD_INTEGRITY_EXCEPTION',
    ],
  ])('an event with %j is refused with %s', (fields, errorCode) => {
    const org = TestOrg.create();
    expect(org.refusal(() => org.insert('Event', fields)).errorCode).toBe(
      errorCode,
    );
  });

  it('an event that moves keeps its duration', () => {
    const org = TestOrg.create();
    const id = org.insert('Event', {
      ActivityDateTime: '2026-11-23T09:00:00Z',
      DurationInMinutes: 45,
    });
    org.update('Event', id, { StartDateTime: '2026-11-24T10:00:00Z' });
    expect(
      org.row(`SELECT EndDateTime FROM Event WHERE Id = '${id}'`),
    ).toMatchObject({ EndDateTime: '2026-11-24T10:45:00.000+0000' });
  });
});

describe('assets, campaigns, hierarchies', () => {
  it('an asset needs somebody to belong to', () => {
    const org = TestOrg.create();
    expect(org.refusal(() => org.insert('Asset', { Name: 'A' }))).toMatchObject(
      {
        errorCode: 'FIELD_INTEGRITY_EXCEPTION',
        message: 'Every asset needs an account, a contact, or both.',
      },
    );
    const account = org.insert('Account', { Name: 'A' });
    const root = org.insert('Asset', { Name: 'Root', AccountId: account });
    org.insert('Asset', { Name: 'Leaf', AccountId: account, ParentId: root });
    expect(
      org.row("SELECT RootAssetId, AssetLevel FROM Asset WHERE Name = 'Leaf'"),
    ).toMatchObject({ RootAssetId: root, AssetLevel: 2 });
  });

  it('a campaign counts its members and what came of them', () => {
    const org = TestOrg.create();
    const campaign = org.insert('Campaign', { Name: 'C' });
    const lead = org.insert('Lead', { LastName: 'L', Company: 'L' });
    const contact = org.insert('Contact', { LastName: 'C' });
    org.insert('CampaignMember', { CampaignId: campaign, LeadId: lead });
    org.insert('CampaignMember', {
      CampaignId: campaign,
      ContactId: contact,
      Status: 'Responded',
    });
    org.insert('Opportunity', {
      Name: 'O',
      StageName: 'Closed Won',
      CloseDate: '2026-11-01',
      Amount: 700,
      CampaignId: campaign,
    });
    expect(
      org.row(
        `SELECT NumberOfLeads, NumberOfContacts, NumberOfResponses,
                NumberOfWonOpportunities, AmountAllOpportunities FROM Campaign`,
      ),
    ).toMatchObject({
      NumberOfLeads: 1,
      NumberOfContacts: 1,
      NumberOfResponses: 1,
      NumberOfWonOpportunities: 1,
      AmountAllOpportunities: 700,
    });
    expect(
      org.refusal(() =>
        org.insert('CampaignMember', { CampaignId: campaign, LeadId: lead }),
      ).errorCode,
    ).toBe('DUPLICATE_VALUE');
    expect(
      org.refusal(() => org.insert('CampaignMember', { CampaignId: campaign }))
        .errorCode,
    ).toBe('REQUIRED_FIELD_MISSING');
  });

  it('accounts form trees and no circles; a deleted parent lets its children go', () => {
    const org = TestOrg.create();
    const parent = org.insert('Account', { Name: 'Parent' });
    const child = org.insert('Account', { Name: 'Child', ParentId: parent });
    expect(
      org.refusal(() => org.update('Account', parent, { ParentId: child }))
        .errorCode,
    ).toBe('CIRCULAR_DEPENDENCY');
    org.delete('Account', parent);
    expect(
      org.row("SELECT ParentId FROM Account WHERE Name = 'Child'"),
    ).toMatchObject({ ParentId: null });
  });

  it('a contract ends when its term does', () => {
    const org = TestOrg.create();
    const AccountId = org.insert('Account', { Name: 'A' });
    const id = org.insert('Contract', {
      AccountId,
      StartDate: '2026-01-01',
      ContractTerm: 12,
    });
    expect(
      org.row(`SELECT EndDate, Status FROM Contract WHERE Id = '${id}'`),
    ).toMatchObject({ EndDate: '2026-12-31', Status: 'Draft' });
  });
});

describe('converting a lead', () => {
  function lead(org: TestOrg, fields = {}) {
    return org.insert('Lead', {
      FirstName: 'Frank',
      LastName: 'Knight',
      Company: 'Knight LLC',
      Email: 'frank@knight.test',
      LeadSource: 'Web',
      ...fields,
    });
  }
  const convert = (org: TestOrg, conversion: object, ctx = org.admin) =>
    convertLead({
      org: org.org,
      ctx,
      conversion: {
        convertedStatus: 'Closed - Converted',
        leadId: '',
        ...conversion,
      },
    });

  it('makes an account, a contact and an opportunity, and leaves the lead as history', () => {
    const org = TestOrg.create();
    const leadId = lead(org);
    const result = convert(org, {
      leadId,
      opportunityName: 'Knight LLC Opportunity',
    });
    expect(
      org.row(
        `SELECT Name, Account.Name, StageName FROM Opportunity
         WHERE Id = '${result.opportunityId}'`,
      ),
    ).toMatchObject({
      Name: 'Knight LLC Opportunity',
      Account: { Name: 'Knight LLC' },
      StageName: 'Prospecting',
    });
    expect(
      org.row(
        `SELECT Name, AccountId, Email FROM Contact WHERE Id = '${result.contactId}'`,
      ),
    ).toMatchObject({
      Name: 'Frank Knight',
      AccountId: result.accountId,
      Email: 'frank@knight.test',
    });
    expect(
      org.row(
        `SELECT IsConverted, Status, ConvertedAccountId, ConvertedContactId,
                ConvertedOpportunityId FROM Lead WHERE Id = '${leadId}'`,
      ),
    ).toMatchObject({
      IsConverted: true,
      Status: 'Closed - Converted',
      ConvertedAccountId: result.accountId,
      ConvertedContactId: result.contactId,
      ConvertedOpportunityId: result.opportunityId,
    });
    org.insertUser({ Username: 'seller@minimal.test' });
    expect(
      org.refusal(() =>
        org.update(
          'Lead',
          leadId,
          { Phone: '1' },
          org.as('seller@minimal.test'),
        ),
      ).errorCode,
    ).toBe('CANNOT_UPDATE_CONVERTED_LEAD');
    expect(org.refusal(() => convert(org, { leadId })).errorCode).toBe(
      'CANNOT_UPDATE_CONVERTED_LEAD',
    );
  });

  it('can merge into what is there and do without an opportunity', () => {
    const org = TestOrg.create();
    const accountId = org.insert('Account', { Name: 'Knight LLC' });
    const contactId = org.insert('Contact', {
      LastName: 'Knight',
      AccountId: accountId,
      Email: 'known@knight.test',
    });
    const result = convert(org, {
      leadId: lead(org),
      accountId,
      contactId,
      doNotCreateOpportunity: true,
    });
    expect(result).toMatchObject({ accountId, contactId, opportunityId: null });
    expect(
      org.row(`SELECT FirstName, Email FROM Contact WHERE Id = '${contactId}'`),
    ).toMatchObject({ FirstName: 'Frank', Email: 'known@knight.test' });
    expect(org.count('SELECT Id FROM Account')).toBe(1);
  });

  it.each([
    [
      'an open status',
      { convertedStatus: 'Working - Contacted' },
      'INVALID_STATUS',
    ],
    ['an unknown status', { convertedStatus: 'Gone' }, 'INVALID_STATUS'],
    [
      'a contact without its account',
      { contactId: '0035g0000000001AAA' },
      'FIELD_INTEGRITY_EXCEPTION',
    ],
    [
      'an unknown account',
      { accountId: '0015g0000000009AAA' },
      'INVALID_CROSS_REFERENCE_KEY',
    ],
    [
      'an unknown lead',
      { leadId: '00Q5g0000000099AAA' },
      'INVALID_CROSS_REFERENCE_KEY',
    ],
  ])('with %s changes nothing', (_words, conversion, errorCode) => {
    const org = TestOrg.create();
    const leadId = lead(org);
    expect(
      org.refusal(() => convert(org, { leadId, ...conversion })).errorCode,
    ).toBe(errorCode);
    expect(org.count('SELECT Id FROM Account')).toBe(0);
    expect(org.row('SELECT IsConverted FROM Lead')).toMatchObject({
      IsConverted: false,
    });
  });

  it('that fails midway leaves nothing', () => {
    const org = TestOrg.create();
    const leadId = lead(org);
    expect(
      org.refusal(() =>
        convert(org, { leadId, opportunityName: 'x'.repeat(200) }),
      ).errorCode,
    ).toBe('STRING_TOO_LONG');
    expect(org.count('SELECT Id FROM Account')).toBe(0);
    expect(org.count('SELECT Id FROM Contact')).toBe(0);
  });

  it('of a queue needs an owner; nobody converts without the permission or by a status', () => {
    const org = TestOrg.create();
    const queue = org.insert('Group', { Name: 'Triage', Type: 'Queue' });
    org.insert('QueueSobject', { QueueId: queue, SobjectType: 'Lead' });
    const leadId = lead(org, { OwnerId: queue });
    expect(org.refusal(() => convert(org, { leadId })).fields).toEqual([
      'ownerId',
    ]);
    org.insertUser({
      Username: 'reader@minimal.test',
      ProfileId: org.profileId('Read Only'),
    });
    expect(
      org.refusal(() =>
        convert(
          org,
          { leadId, ownerId: org.admin.userId },
          org.as('reader@minimal.test'),
        ),
      ).errorCode,
    ).toBe('INSUFFICIENT_ACCESS_OR_READONLY');
    for (const fields of [
      { IsConverted: true },
      { Status: 'Closed - Converted' },
    ]) {
      expect(
        org.refusal(() => org.update('Lead', leadId, fields)).codes,
      ).toHaveLength(1);
    }
    convert(org, { leadId, ownerId: org.admin.userId });
  });
});

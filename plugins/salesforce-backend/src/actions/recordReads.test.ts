import type { SalesforceOrgServer } from '@salesdesk/salesforce-org';
import { testContext } from '../__testUtils__/testContext';
import { startTestOrg, stopTestOrgs } from '../__testUtils__/testOrg';
import { getObjectFields } from './getObjectFields';
import { generateRecordUrl, getRecord } from './getRecord';

let server: SalesforceOrgServer;

beforeAll(async () => {
  server = await startTestOrg();
}, 60_000);

afterAll(stopTestOrgs);

async function run<TInput>(
  action: {
    input: { parse(input: unknown): TInput };
    run(options: {
      input: TInput;
      context: Awaited<ReturnType<typeof testContext>>;
    }): Promise<Record<string, unknown>>;
  },
  input: unknown,
) {
  return action.run({
    input: action.input.parse(input),
    context: await testContext(server),
  });
}

function accountId(): string {
  const [account] = server.org.store.findBy(
    'Account',
    'Name',
    'Acme Industries',
  );
  return account.Id;
}

describe('describing an object', () => {
  it.each(['Opportunity', 'opportunities', 'OPPORTUNITY'])(
    'finds it by name or label: %s',
    async object => {
      const answer = await run(getObjectFields, { object });
      expect(answer.title).toMatch(/^Opportunity \(Opportunity\): \d+ fields$/);
      expect(answer.rows).toContainEqual(
        expect.objectContaining({
          name: 'StageName',
          type: 'picklist',
          details: expect.stringContaining('Negotiation/Review'),
        }),
      );
    },
  );

  it('finds custom objects by what people call them', async () => {
    const answer = await run(getObjectFields, { object: 'Subscription' });
    expect(answer.title).toMatch(/^Subscription \(Subscription__c\)/);
  });

  it('shows the values of a picklist, by API name or label', async () => {
    for (const field of ['StageName', 'stage']) {
      const answer = await run(getObjectFields, {
        object: 'Opportunity',
        field,
      });
      expect(answer.rows).toContainEqual({
        label: 'Closed Won',
        value: 'Closed Won',
      });
    }
  });

  it('says what is not there', async () => {
    await expect(
      run(getObjectFields, { object: 'Spaceship' }),
    ).rejects.toMatchObject({
      fields: [{ path: 'object', code: 'unknown_name' }],
    });
    await expect(
      run(getObjectFields, { object: 'Account', field: 'Colour of hats' }),
    ).rejects.toMatchObject({
      fields: [{ path: 'field', code: 'unknown_name' }],
    });
  });
});

describe('showing a record', () => {
  it('shows it by name or id, with or without its object', async () => {
    const id = accountId();
    for (const input of [
      { object: 'account', record: 'Acme Industries' },
      { object: 'Account', record: id },
      { record: id.slice(0, 15) },
    ]) {
      expect(await run(getRecord, input)).toMatchObject({
        kind: 'record',
        title: 'Acme Industries',
        record: { Id: id, OwnerId: 'Erin Walsh' },
        links: { [id]: `${server.url}/lightning/r/Account/${id}/view` },
      });
    }
  });

  it('shows the fields that are asked for, by API name or label', async () => {
    const answer = await run(getRecord, {
      object: 'Account',
      record: 'Acme Industries',
      fields: ['Owner', 'ARR__c'],
    });
    expect(answer.columns).toEqual([
      { name: 'OwnerId', label: 'Owner', type: 'string' },
      { name: 'ARR__c', label: 'ARR', type: 'currency' },
    ]);
  });

  it('asks which one is meant, and says what there is not', async () => {
    await expect(
      run(getRecord, { object: 'Contact', record: 'a' }),
    ).rejects.toMatchObject({
      fields: [
        {
          path: 'record',
          code: 'ambiguous_name',
          candidates: expect.arrayContaining([
            expect.objectContaining({ value: expect.stringMatching(/^003/) }),
          ]),
        },
      ],
    });
    await expect(
      run(getRecord, { object: 'Account', record: 'No such company' }),
    ).rejects.toMatchObject({ fields: [{ code: 'unknown_name' }] });
    await expect(run(getRecord, { record: 'Acme' })).rejects.toMatchObject({
      fields: [{ path: 'object' }],
    });
  });

  it('gives its link alone', async () => {
    const id = accountId();
    expect(
      await run(generateRecordUrl, {
        object: 'Account',
        record: 'Acme Industries',
      }),
    ).toMatchObject({
      kind: 'text',
      text: `${server.url}/lightning/r/Account/${id}/view`,
    });
  });
});

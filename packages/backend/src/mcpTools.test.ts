import mcpActionsPlugin from '@backstage/plugin-mcp-actions-backend';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import {
  startRolesTest,
  type Person,
} from './permissionPolicy/__testUtils__/startRolesTest';

type Host = Awaited<ReturnType<typeof startRolesTest>>;

interface Answer {
  isError?: boolean;
  content: Array<{ type: string; text?: string }>;
  structuredContent?: Record<string, unknown>;
}

describe('tools for MCP clients', () => {
  let host: Host;
  const clients: Client[] = [];

  beforeAll(async () => {
    host = await startRolesTest({ features: [mcpActionsPlugin] });
  }, 120_000);
  afterAll(async () => {
    await Promise.all(clients.map(client => client.close()));
    await host.stop();
  });

  const as = async (person: Person) => {
    const client = new Client({ name: 'test', version: '1.0.0' });
    clients.push(client);
    await client.connect(
      new StreamableHTTPClientTransport(
        new URL(`${host.url}/api/mcp-actions/v1`),
        { requestInit: { headers: { authorization: host.headerOf(person) } } },
      ),
    );
    const call = async (tool: string, input: Record<string, unknown>) =>
      (await client.callTool({
        name: `salesforce.${tool}`,
        arguments: input,
      })) as Answer;
    const textOf = (answer: Answer) =>
      answer.content.map(({ text }) => text ?? '').join('\n');
    return {
      client,
      call,
      /** The answer of a call that must succeed. */
      async result(tool: string, input: Record<string, unknown>) {
        const answer = await call(tool, input);
        if (answer.isError) throw new Error(textOf(answer));
        return JSON.parse(
          textOf(answer).replace(/^```json\s*|\s*```$/g, ''),
        ) as Record<string, unknown>;
      },
      /** The words of a call that must be refused. */
      async refusal(tool: string, input: Record<string, unknown>) {
        const answer = await call(tool, input);
        expect(answer.isError).toBe(true);
        return textOf(answer);
      },
    };
  };

  it('offer every action, with what it takes and truthful claims about safety', async () => {
    const admin = await as('admin');
    const { tools } = await admin.client.listTools();
    const offered = await host.call({
      method: 'get',
      path: '/actions',
      authorization: host.headerOf('admin'),
    });
    const names = tools.map(({ name }) => name);
    for (const { id } of offered.body.items as Array<{ id: string }>) {
      expect(names).toContain(`salesforce.${id}`);
    }
    const freeze = tools.find(({ name }) => name.endsWith('freeze_user'));
    expect(freeze?.inputSchema.required).toContain('users');
    expect(freeze?.annotations?.readOnlyHint).toBe(false);
    const query = tools.find(({ name }) => name.endsWith('run_soql'));
    expect(query?.annotations).toMatchObject({
      readOnlyHint: true,
      destructiveHint: false,
    });
    // Reviewing is for people in front of before and after.
    expect(names.filter(name => /approve|review|decide/.test(name))).toEqual(
      [],
    );
  });

  it('read as the signed-in person', async () => {
    const admin = await as('admin');
    const answer = await admin.result('salesforce_query_users', {
      search: 'marco@acme.com',
    });
    expect(JSON.stringify(answer)).toContain('Marco Bianchi');
  });

  it('submit, wait for a person to approve in the portal, and say how it stands', async () => {
    const employee = await as('requester');
    const submitted = await employee.result(
      'salesforce_assign_permission_set',
      {
        users: ['me'],
        permissionSet: 'Knowledge Editor',
        reason: 'I write the articles',
        idempotencyKey: 'once',
      },
    );
    expect(submitted).toMatchObject({
      submitted: true,
      state: 'awaiting_approval',
    });
    const requestId = submitted.requestId as string;
    expect(submitted.url).toBe(
      `https://portal.acme.com/salesforce/requests/${requestId}`,
    );
    // A repeated call is the same request.
    const again = await employee.result('salesforce_assign_permission_set', {
      users: ['me'],
      permissionSet: 'Knowledge Editor',
      reason: 'I write the articles',
      idempotencyKey: 'once',
    });
    expect(again.requestId).toBe(requestId);

    const detail = await host.call({
      method: 'get',
      path: `/requests/${requestId}`,
      authorization: host.headerOf('approver'),
    });
    await host.call({
      method: 'post',
      path: `/requests/${requestId}/reviews`,
      body: { decision: 'approve', planDigest: detail.body.planDigest },
      authorization: host.headerOf('approver'),
    });
    let state: unknown;
    for (let turn = 0; state !== 'succeeded' && turn < 100; turn += 1) {
      const polled = await employee.result('salesforce_get_request', {
        requestId,
      });
      state = polled.state;
    }
    expect(state).toBe('succeeded');
  });

  it('run at once what needs no approval, and answer with the result', async () => {
    const employee = await as('requester');
    const answer = await employee.result('salesforce_reset_password', {
      users: ['me'],
    });
    expect(answer).toMatchObject({ state: 'succeeded', ended: true });
    expect(JSON.stringify(answer)).not.toMatch(/NewPassword/);
  });

  it('show what would change without submitting it', async () => {
    const admin = await as('admin');
    const preview = await admin.result('salesforce_freeze_user', {
      users: ['dan@acme.com'],
      previewOnly: true,
    });
    expect(preview).toMatchObject({
      submitted: false,
      valid: true,
      title: 'Freeze Dan Novak',
    });
    const { items } = await admin.result('salesforce_list_requests', {
      view: 'mine',
    });
    expect(items).toEqual([]);
  });

  it('answer an ambiguous name with its candidates', async () => {
    const admin = await as('admin');
    expect(
      await admin.refusal('salesforce_freeze_user', { users: ['Alex'] }),
    ).toMatch(/alex\.kim@acme\.com.*alex\.kimura@acme\.com/s);
  });

  it.each([
    ['somebody else', { users: ['dan@acme.com'] }],
    ['a field that there is not', { users: ['me'], sendTo: 'x@evil.com' }],
  ])('refuse a reset for %s', async (_, input) => {
    const employee = await as('requester');
    await employee.refusal('salesforce_reset_password', input);
    const { items } = await employee.result('salesforce_list_requests', {
      view: 'mine',
      search: 'Dan',
    });
    expect(items).toEqual([]);
  });

  it('keep the requests of others to themselves', async () => {
    const employee = await as('employee');
    const mine = await (
      await as('requester')
    ).result('salesforce_list_requests', { view: 'mine' });
    const [first] = mine.items as Array<{ requestId: string }>;
    expect(
      await employee.refusal('salesforce_get_request', {
        requestId: first!.requestId,
      }),
    ).toMatch(/NotFoundError/);
  });
});

import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Caller } from './Caller';
import { Callers } from './Callers';
import { RecentCallers } from './RecentCallers';

/** A host whose word can be changed, and whose clock can be moved. */
function startHost() {
  const host = {
    now: new Date('2026-11-28T09:00:00Z'),
    word: AuthorizeResult.ALLOW as AuthorizeResult.ALLOW | AuthorizeResult.DENY,
    asked: 0,
    isDown: false,
  };
  const permissions = mockServices.permissions.mock({
    authorizeConditional: async requests => {
      host.asked += 1;
      if (host.isDown) throw new Error('The host is down');
      // The host numbers its answers, anew each time.
      return requests.map((_, index) => ({
        id: `${host.asked}.${index}`,
        result: host.word,
      }));
    },
  });
  const callers = Callers.create({
    auth: mockServices.auth(),
    userInfo: mockServices.userInfo(),
    permissions,
    permissionsRegistry: mockServices.permissionsRegistry.mock({
      getPermissionRuleset: () => ({ getRuleByName: jest.fn() }),
    }),
    delegations: { principalsOf: async () => [] },
    people: { groupsOf: async () => new Map() },
  });
  return {
    host,
    recent: new RecentCallers({ callers, now: () => host.now }),
    pass: (seconds: number) => {
      host.now = new Date(host.now.getTime() + seconds * 1000);
    },
  };
}

const signIn: BackstageCredentials = {
  ...mockCredentials.user('user:default/erin.walsh'),
  expiresAt: new Date('2026-11-28T10:00:00Z'),
};

const mayRead = async (caller: Caller) =>
  caller.decisions.inGeneral('runReads');

describe('RecentCallers', () => {
  it('asks the host before the first read, and not again within a second', async () => {
    const { host, recent, pass } = startHost();
    expect(await recent.read(signIn, mayRead)).toBe('yes');
    pass(1);
    expect(await recent.read(signIn, mayRead)).toBe('yes');
    expect(host.asked).toBe(1);
  });

  it('reads once where the host says the same again', async () => {
    const { host, recent, pass } = startHost();
    const work = jest.fn(mayRead);
    await recent.read(signIn, work);
    pass(5);
    expect(await recent.read(signIn, work)).toBe('yes');
    expect(host.asked).toBe(2);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('gives nothing away that the host no longer allows', async () => {
    const { host, recent, pass } = startHost();
    await recent.read(signIn, mayRead);
    host.word = AuthorizeResult.DENY;
    pass(2);
    const words: string[] = [];
    const answer = await recent.read(signIn, async caller => {
      words.push(await mayRead(caller));
      return words[words.length - 1];
    });
    expect(answer).toBe('no');
    expect(words).toEqual(['yes', 'no']);
  });

  it('gives what the host allows since', async () => {
    const { host, recent, pass } = startHost();
    host.word = AuthorizeResult.DENY;
    await recent.read(signIn, mayRead);
    host.word = AuthorizeResult.ALLOW;
    pass(2);
    expect(await recent.read(signIn, mayRead)).toBe('yes');
  });

  it('gives nothing while the host does not answer, and asks again after', async () => {
    const { host, recent, pass } = startHost();
    await recent.read(signIn, mayRead);
    pass(2);
    host.isDown = true;
    await expect(recent.read(signIn, mayRead)).rejects.toThrow(
      'The host is down',
    );
    await expect(recent.read(signIn, mayRead)).rejects.toThrow(
      'The host is down',
    );
  });

  it('reports the failure of a read, after the host has spoken', async () => {
    const { recent, pass } = startHost();
    await recent.read(signIn, mayRead);
    pass(2);
    await expect(
      recent.read(signIn, async () => {
        throw new Error('Salesforce is away');
      }),
    ).rejects.toThrow('Salesforce is away');
  });

  it('keeps people and sign-ins apart', async () => {
    const { host, recent } = startHost();
    await recent.read(signIn, mayRead);
    host.word = AuthorizeResult.DENY;
    for (const other of [
      { ...signIn, expiresAt: new Date('2026-11-28T11:00:00Z') },
      {
        ...mockCredentials.user('user:default/tom.becker'),
        expiresAt: signIn.expiresAt,
      },
    ]) {
      expect(await recent.read(other, mayRead)).toBe('no');
    }
  });

  it('refuses services without asking', async () => {
    const { host, recent } = startHost();
    await expect(
      recent.read(mockCredentials.service(), mayRead),
    ).rejects.toMatchObject({ code: 'not_a_person' });
    expect(host.asked).toBe(0);
  });
});

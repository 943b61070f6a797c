import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { SignInClaims } from './SignInClaims';

const erin = 'user:default/erin.walsh';
const signIn = {
  ...mockCredentials.user(erin),
  expiresAt: new Date('2026-11-28T10:00:00Z'),
};
const group = 'group:default/sales-na';

function startClaims() {
  jest.useFakeTimers({ now: new Date('2026-11-28T09:00:00Z') });
  const getUserInfo = jest.fn(async () => ({
    userEntityRef: erin,
    ownershipEntityRefs: [erin, group],
  }));
  const claims = new SignInClaims({
    userInfo: mockServices.userInfo.mock({ getUserInfo }),
  });
  return { claims, getUserInfo };
}

describe('SignInClaims', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it('asks once for the calls of one screen, and again ten seconds later', async () => {
    const { claims, getUserInfo } = startClaims();
    for (let call = 0; call < 3; call += 1) {
      expect(await claims.ownershipRefs(erin, signIn)).toEqual([erin, group]);
    }
    expect(getUserInfo).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(10_001);
    await claims.ownershipRefs(erin, signIn);
    expect(getUserInfo).toHaveBeenCalledTimes(2);
  });

  it('keeps people and sign-ins apart, and nothing of credentials without an end', async () => {
    const { claims, getUserInfo } = startClaims();
    const later = { ...signIn, expiresAt: new Date('2026-11-28T10:30:00Z') };
    await claims.ownershipRefs(erin, signIn);
    await claims.ownershipRefs(erin, later);
    await claims.ownershipRefs('user:default/tom.becker', signIn);
    expect(getUserInfo).toHaveBeenCalledTimes(3);
    const endless = mockCredentials.user(erin);
    await claims.ownershipRefs(erin, endless);
    await claims.ownershipRefs(erin, endless);
    expect(getUserInfo).toHaveBeenCalledTimes(5);
  });

  it('asks again after a failure', async () => {
    const { claims, getUserInfo } = startClaims();
    getUserInfo.mockRejectedValueOnce(new Error('The host is down'));
    await expect(claims.ownershipRefs(erin, signIn)).rejects.toThrow('down');
    expect(await claims.ownershipRefs(erin, signIn)).toEqual([erin, group]);
  });
});

import { ConfigReader } from '@backstage/config';
import { readPolicyConfig } from './readPolicyConfig';

const read = (policies: Record<string, Record<string, string>>) =>
  readPolicyConfig(new ConfigReader({ salesforce: { policies } }));

describe('policies of the configuration', () => {
  it('stop the start where a reminder comes after the request has expired', () => {
    expect(() => read({ default: { remindAfter: 'P20D' } })).toThrow(
      "The configuration 'salesforce.policies.default.remindAfter' comes too late: Nobody would be reminded: a request expires after 14 days. Remind before that",
    );
  });

  it('are looked at as they are laid over each other', () => {
    const base = { remindAfter: 'P3D' };
    expect(() =>
      read({ default: base, salesforce_freeze_user: { expiresAfter: 'P2D' } }),
    ).toThrow(/salesforce_freeze_user.remindAfter.* expires after 2 days/);
    expect(
      read({
        default: base,
        salesforce_freeze_user: { expiresAfter: 'P2D', remindAfter: 'P1D' },
      }).byAction.get('salesforce_freeze_user'),
    ).toEqual({ expiresAfter: 'P2D', remindAfter: 'P1D' });
  });
});

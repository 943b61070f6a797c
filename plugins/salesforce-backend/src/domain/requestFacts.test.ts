import { riskOfRank, riskRank } from './risk';
import { isStopped, stoppedBlocker, waitsForResume } from './stopped';

describe('risk', () => {
  it('sorts, and comes back from its rank', () => {
    const risks = ['low', 'medium', 'high', 'critical'] as const;
    expect(risks.map(riskRank)).toEqual([0, 1, 2, 3]);
    expect(risks.map(riskRank).map(riskOfRank)).toEqual(risks);
  });

  it('takes a rank that nobody knows for critical', () => {
    expect(riskOfRank(4)).toBe('critical');
    expect(riskOfRank(-1)).toBe('critical');
  });
});

describe('a request that somebody stopped', () => {
  const at = '2026-11-28T09:00:00.000Z';

  it.each([
    ['needs_admin', at, true],
    ['needs_admin', null, false],
    ['needs_admin', undefined, false],
    ['running', at, false],
    ['cancelled', at, false],
  ])('%s, asked to stop at %s: %s', (state, stop_requested_at, expected) => {
    expect(isStopped({ state, stop_requested_at })).toBe(expected);
  });

  it('says what happened, what can be done, and by whom', () => {
    expect(stoppedBlocker).toEqual({
      code: 'stopped',
      message: 'It was stopped before its next change',
      remedy:
        'Run it again to go on from there, or withdraw it to leave everything as it is now',
    });
    expect(waitsForResume).toBe('somebody who runs it again or withdraws it');
  });
});

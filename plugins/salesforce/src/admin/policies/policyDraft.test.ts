import type { Policy } from '@salesdesk/backstage-plugin-salesforce-common';
import { readDuration, writeDuration } from './durations';
import { isDuration, policyProblems } from './policyProblems';

const policy = (overrides: Partial<Policy> = {}): Policy => ({
  enabled: true,
  audience: [],
  selfService: 'allowed',
  stages: [],
  reason: 'optional',
  limits: {},
  expiresAfter: 'P5D',
  distinctReviewers: true,
  ...overrides,
});

describe('a policy that is being written', () => {
  it('names every part that cannot be saved, where the API names it', () => {
    expect(
      Object.fromEntries(
        policyProblems(
          policy({
            expiresAfter: 'P0D',
            limits: { maxDuration: 'soon' },
            stages: [
              {
                name: ' ',
                requirements: [
                  { count: 0, from: [{ kind: 'group' }, { kind: 'manager' }] },
                  { count: 1, from: [] },
                ],
              },
            ],
          }),
        ),
      ),
    ).toEqual({
      'policy.stages.0.name': 'name_missing',
      'policy.stages.0.requirements.0.count': 'count_wrong',
      'policy.stages.0.requirements.0.from.0.ref': 'ref_missing',
      'policy.stages.0.requirements.1.from': 'source_missing',
      'policy.expiresAfter': 'duration_wrong',
      'policy.limits.maxDuration': 'duration_wrong',
    });
    expect(policyProblems(policy()).size).toBe(0);
  });

  it('names what would never happen, because a request has expired by then', () => {
    const problemsOf = (remindAfter: string, after: string) =>
      Object.fromEntries(
        policyProblems(
          policy({
            remindAfter,
            escalation: { after, to: [{ kind: 'org_owner' }] },
          }),
        ),
      );
    expect(problemsOf('P5D', 'P1W')).toEqual({
      'policy.remindAfter': 'reminder_too_late',
      'policy.escalation.after': 'escalation_too_late',
    });
    expect(problemsOf('PT119H', 'P4DT23H59M')).toEqual({});
  });

  it.each([
    ['P5D', true],
    ['PT12H', true],
    ['P1Y2M3W4DT5H6M7S', true],
    ['P', false],
    ['PT', false],
    ['P1DT', false],
    ['P0D', false],
    ['5 days', false],
  ])('takes %s for a duration: %s', (text, expected) => {
    expect(isDuration(text)).toBe(expected);
  });

  it.each(['PT12H', 'P5D', 'P2W', 'P3M'])(
    'shows %s as a number and a unit, and writes it back',
    iso => {
      const read = readDuration(iso);
      expect(read && writeDuration(read.amount, read.unit)).toBe(iso);
    },
  );

  it.each(['P1DT12H', 'PT90M', 'P1Y'])('leaves %s as it is', iso => {
    expect(readDuration(iso)).toBeUndefined();
  });
});

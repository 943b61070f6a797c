import type { ApprovalStage } from '../domain/approval';
import {
  compareDecisions,
  needsInWords,
  wouldSuffice,
  type ComparableDecision,
} from './compareDecisions';

const stage = (count: number, ...from: string[]): ApprovalStage => ({
  name: 'Stage',
  requirements: [{ count, from, sentence: `${count} of ${from.join(' or ')}` }],
});

const needs = (
  stages: ApprovalStage[],
  more: Partial<ComparableDecision> = {},
): ComparableDecision => ({
  verdict: 'needs_approval',
  reasonMissing: false,
  stages,
  distinctReviewers: true,
  ...more,
});
const runs = needs([], { verdict: 'runs_without_approval' });
const refused = needs([], { verdict: 'refused' });

describe('comparing decisions', () => {
  it.each<[string, ComparableDecision, ComparableDecision, string | undefined]>(
    [
      ['the same', needs([stage(1, 'a')]), needs([stage(1, 'a')]), undefined],
      ['nothing twice', runs, runs, undefined],
      [
        'another name, another order of the same people',
        needs([stage(1, 'a', 'b')]),
        needs([{ ...stage(1, 'b', 'a'), name: 'Other' }]),
        undefined,
      ],
      [
        'distinct reviewers with one stage',
        needs([stage(1, 'a')]),
        needs([stage(1, 'a')], { distinctReviewers: false }),
        undefined,
      ],
      [
        'distinct reviewers with two stages',
        needs([stage(1, 'a'), stage(1, 'a')]),
        needs([stage(1, 'a'), stage(1, 'a')], { distinctReviewers: false }),
        'other_approval',
      ],
      [
        'one more',
        needs([stage(1, 'a')]),
        needs([stage(2, 'a')]),
        'other_approval',
      ],
      [
        'other people',
        needs([stage(1, 'a')]),
        needs([stage(1, 'b')]),
        'other_approval',
      ],
      [
        'the other way round',
        needs([stage(1, 'a'), stage(1, 'b')]),
        needs([stage(1, 'b'), stage(1, 'a')]),
        'other_approval',
      ],
      ['approval', runs, needs([stage(1, 'a')]), 'approval_instead_of_none'],
      ['no approval', needs([stage(1, 'a')]), runs, 'none_instead_of_approval'],
      ['a refusal', needs([stage(1, 'a')]), refused, 'refused'],
      [
        'a reason that is missing',
        runs,
        { ...runs, reasonMissing: true },
        'refused',
      ],
      ['what was refused before', refused, runs, undefined],
    ],
  )('says of %s', (_, before, after, kind) => {
    expect(compareDecisions(before, after)).toBe(kind);
  });

  it('says whether those who approved would have been enough', () => {
    const ann = { ref: 'ann', keys: ['a', 'b'] };
    const ben = { ref: 'ben', keys: ['a'] };
    const both = { stages: [stage(1, 'a'), stage(1, 'b')] };
    const ask = (distinctReviewers: boolean, ...reviewers: (typeof ann)[]) =>
      wouldSuffice({ ...both, distinctReviewers, reviewers });
    expect(ask(true, ann)).toBe(false);
    expect(ask(true, ann, ben)).toBe(true);
    expect(ask(false, ann)).toBe(true);
    expect(ask(false, ben)).toBe(false);
  });

  it('says whose approval it takes', () => {
    expect(needsInWords(needs([stage(1, 'a'), stage(2, 'b')]))).toBe(
      '1 of a, then 2 of b',
    );
    expect(needsInWords(runs)).toBe('');
  });
});

import { ApiError } from '../api/ApiError';
import type { Translate } from '../hooks/useTranslation';
import { describeError } from './describeError';
import { durationInWords } from './duration';
import { relativeTime } from './relativeTime';

// The keys stand for the words.
const t = ((key: string) => key) as unknown as Translate;

describe('an error in words', () => {
  it.each([
    [0, undefined, 'error.titleOffline'],
    [400, 'invalid_input', 'error.titleInput'],
    [401, undefined, 'error.titleSignIn'],
    [403, 'not_permitted', 'error.titleNotAllowed'],
    [404, 'not_found', 'error.titleNotFound'],
    [409, 'plan_changed', 'error.titleConflict'],
    [429, undefined, 'error.titleBusy'],
    [500, undefined, 'error.titleServer'],
    [503, 'org_unreachable', 'error.titleOrg'],
    [403, 'org_credentials_refused', 'error.titleOrg'],
    [404, 'org_not_found', 'error.titleNotFound'],
  ] as const)(
    'of status %s and code %s begins with %s',
    (status, code, title) => {
      const error = new ApiError({ status, code, message: 'Plain words.' });
      expect(describeError(error, t)).toMatchObject({
        title,
        message: 'Plain words.',
      });
    },
  );

  it('of a kind nobody expected shows nothing of its insides', () => {
    expect(describeError(new TypeError('x is undefined'), t)).toEqual({
      title: 'error.titleServer',
      next: 'error.nextServer',
    });
  });
});

describe('a time in words', () => {
  const now = Date.parse('2026-11-23T10:00:00Z');
  it.each([
    ['2026-11-23T09:59:45Z', undefined],
    ['2026-11-23T09:59:20Z', '1 minute ago'],
    ['2026-11-23T08:00:00Z', '2 hours ago'],
    ['2026-11-22T09:00:00Z', 'yesterday'],
    ['2026-11-24T11:00:00Z', 'tomorrow'],
    ['2027-02-22T10:00:00Z', 'in 3 months'],
    ['2024-11-01T10:00:00Z', '2 years ago'],
  ])('%s is %s', (at, words) => {
    expect(relativeTime({ at: Date.parse(at), now, language: 'en' })).toBe(
      words,
    );
  });
});

describe('a duration in words', () => {
  it.each([
    ['P5D', '5 days'],
    ['PT72H', '72 hours'],
    ['P1DT12H', '1 day, 12 hours'],
    ['P3M', '3 months'],
    ['P0D', 'P0D'],
    ['five days', 'five days'],
  ])('%s is %s', (iso, words) => {
    expect(durationInWords(iso, 'en')).toBe(words);
  });
});

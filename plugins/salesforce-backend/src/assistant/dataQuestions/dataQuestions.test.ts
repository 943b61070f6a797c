import { DateTime } from 'luxon';
import { distinctCount } from './distinctCount';
import { groupThreshold } from './groupThreshold';
import { hourRange } from './hourRange';
import { Said } from './Said';

describe('groupThreshold', () => {
  it.each([
    ['accounts with more than 3 open cases', '>', 3, 'accounts', 'open cases'],
    ['who owns over 20 cases?', '>', 20, 'who', 'cases'],
    ['accounts with 3 or more contacts', '>=', 3, 'accounts', 'contacts'],
    ['owners with no more than two leads', '<=', 2, 'owners', 'leads'],
  ])('reads "%s"', (text, operator, count, group, counted) => {
    expect(groupThreshold(text)).toEqual({ operator, count, group, counted });
  });

  it.each([
    'accounts with over 100k ARR',
    'accounts with more than 1.5 million revenue',
    'opportunities with a discount over 5 %',
    'accounts in Germany',
  ])('leaves "%s" to others', text => {
    expect(groupThreshold(text)).toBeUndefined();
  });
});

describe('distinctCount', () => {
  it('tells what is counted from the records that are looked at', () => {
    expect(
      distinctCount('how many different industries do our accounts have?'),
    ).toMatchObject({ what: 'industries', rest: 'our accounts' });
    expect(
      distinctCount('in how many countries do we have accounts'),
    ).toMatchObject({ what: 'countries', rest: 'accounts' });
    expect(distinctCount('how many accounts have open cases')).toBeUndefined();
  });
});

describe('hourRange', () => {
  const now = DateTime.fromISO('2026-11-23T09:30:00', { zone: 'utc' });
  const read = (text: string) => {
    const range = hourRange(new Said(text), now);
    const shown = (at: DateTime | undefined) =>
      at?.toFormat("yyyy-MM-dd'T'HH:mm");
    return range && [shown(range.from), shown(range.before)];
  };

  it.each([
    ['in the last 6 hours', '2026-11-23T03:30', undefined],
    ['after 5pm yesterday', '2026-11-22T17:00', undefined],
    ['yesterday after 5pm', '2026-11-22T17:00', '2026-11-23T00:00'],
    ['between 9 and 11am today', '2026-11-23T09:00', '2026-11-23T11:00'],
    ['before noon', '2026-11-23T00:00', '2026-11-23T12:00'],
    ['since 12am', '2026-11-23T00:00', undefined],
    ['yesterday evening', '2026-11-22T18:00', '2026-11-23T00:00'],
    ['30 minutes ago', '2026-11-23T09:00', undefined],
  ])('reads "%s"', (text, from, before) => {
    expect(read(text)).toEqual([from, before]);
  });

  it.each(['after 25pm', 'since 2025', 'before 12 May', 'by owner'])(
    'finds no hour in "%s"',
    text => {
      expect(read(text)).toBeUndefined();
    },
  );
});

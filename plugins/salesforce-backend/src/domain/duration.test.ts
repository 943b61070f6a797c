import { Settings } from 'luxon';
import { after, durationInWords } from './duration';

describe('durations', () => {
  it.each([
    ['P14D', '2026-12-07T09:00:00.000Z'],
    ['PT36H', '2026-11-24T21:00:00.000Z'],
    ['P3M', '2027-02-23T09:00:00.000Z'],
  ])('counts %s in the calendar, in UTC', (duration, end) => {
    expect(
      after(new Date('2026-11-23T09:00:00Z'), duration).toISOString(),
    ).toBe(end);
  });

  it('refuses what is no duration', () => {
    expect(() => after(new Date(0), 'a while')).toThrow(
      "'a while' is not an ISO 8601 duration",
    );
  });

  it('says durations in words', () => {
    expect(durationInWords('P14D')).toBe('14 days');
  });

  describe('on a server far away', () => {
    const { defaultZone, defaultLocale } = Settings;
    beforeAll(() => {
      Settings.defaultZone = 'America/New_York';
      Settings.defaultLocale = 'de';
    });
    afterAll(() => {
      Settings.defaultZone = defaultZone;
      Settings.defaultLocale = defaultLocale;
    });

    it('counts months in UTC, where no clock is put back', () => {
      expect(after(new Date('2026-10-15T09:00:00Z'), 'P1M')).toEqual(
        new Date('2026-11-15T09:00:00Z'),
      );
    });

    it('says durations in English', () => {
      expect(durationInWords('P14D')).toBe('14 days');
    });
  });
});

import { wallClock } from './wallClock';

describe('wallClock', () => {
  it.each([
    ['America/New_York', '2026-11-22T21:30:00.000Z'],
    ['Asia/Tokyo', '2026-11-23T11:30:00.000Z'],
    ['UTC', '2026-11-23T02:30:00.000Z'],
    ['Nowhere/Land', '2026-11-23T02:30:00.000Z'],
  ])('in %s it is %s', (timeZone, shown) => {
    const now = new Date('2026-11-23T02:30:00Z');
    expect(wallClock({ now, timeZone }).toISOString()).toBe(shown);
  });
});

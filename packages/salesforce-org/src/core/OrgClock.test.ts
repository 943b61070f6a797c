import { OrgClock } from './OrgClock';

describe('the clock of an org', () => {
  it("follows the machine's time until it is set", () => {
    let machineTime = 1_000;
    const clock = new OrgClock({ machineTime: () => machineTime });
    expect(clock.now()).toBe(1_000);
    machineTime = 2_000;
    expect(clock.now()).toBe(2_000);
    clock.set('2026-02-11T12:00:00Z');
    machineTime = 3_000;
    expect(clock.timestamp()).toBe('2026-02-11T12:00:00.000+0000');
    clock.advance(1_500);
    expect(clock.timestamp()).toBe('2026-02-11T12:00:01.500+0000');
    clock.resume();
    expect(clock.now()).toBe(3_000);
  });

  it('runs what was scheduled when its time has come, in order, once', () => {
    const clock = new OrgClock({ machineTime: () => 0 });
    const ran: string[] = [];
    clock.schedule(20, () => ran.push('second'));
    clock.schedule(10, () => {
      ran.push('first');
      clock.schedule(5, () => ran.push('follow-up'));
    });
    clock.settle();
    expect(ran).toEqual([]);
    clock.advance(10);
    expect(ran).toEqual(['first']);
    clock.advance(100);
    clock.settle();
    expect(ran).toEqual(['first', 'follow-up', 'second']);
  });

  it('refuses what is no time', () => {
    expect(() => new OrgClock().set('tomorrow')).toThrow("'tomorrow'");
  });
});

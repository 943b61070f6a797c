import { JobLease, type JobLeaseOptions } from './JobLease';

describe('time for a call', () => {
  afterEach(() => jest.restoreAllMocks());

  it('is not won by setting the clock back while the process stood still', () => {
    const monotonic = jest.spyOn(performance, 'now').mockReturnValue(1_000);
    let wall = Date.parse('2026-11-23T09:00:00Z');
    const lease = new JobLease({
      holder: { requestId: 'a', ticket: 1 },
      leaseMilliseconds: 60_000,
      now: () => new Date(wall),
    } as Partial<JobLeaseOptions> as JobLeaseOptions);
    monotonic.mockReturnValue(30_000);
    lease.demandTimeForCall();
    monotonic.mockReturnValue(90_000);
    wall -= 3_600_000;
    expect(() => lease.demandTimeForCall()).toThrow(
      'is held by another worker',
    );
  });
});

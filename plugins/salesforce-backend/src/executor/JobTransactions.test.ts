import {
  JobTransactions,
  type JobTransactionsOptions,
} from './JobTransactions';

describe('time for a call', () => {
  afterEach(() => jest.restoreAllMocks());

  it('is not won by setting the clock back while the process stood still', () => {
    const monotonic = jest.spyOn(performance, 'now').mockReturnValue(1_000);
    let wall = Date.parse('2026-11-23T09:00:00Z');
    const transactions = new JobTransactions({
      holder: { requestId: 'a', ticket: 1 },
      leaseMilliseconds: 60_000,
      now: () => new Date(wall),
    } as Partial<JobTransactionsOptions> as JobTransactionsOptions);
    monotonic.mockReturnValue(30_000);
    transactions.demandTimeForCall();
    monotonic.mockReturnValue(90_000);
    wall -= 3_600_000;
    expect(() => transactions.demandTimeForCall()).toThrow(
      'is held by another worker',
    );
  });
});

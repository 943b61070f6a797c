import { Org } from './Org';

describe('an org without data', () => {
  it('starts in well under 100 ms and answers', () => {
    const org = Org.create();
    const started = performance.now();
    Org.create();
    expect(performance.now() - started).toBeLessThan(100);
    const result = org.query(
      org.systemContext(),
      "SELECT Id, Name FROM Account WHERE Name = 'Acme'",
    );
    expect(result.totalSize).toBe(0);
  });
});

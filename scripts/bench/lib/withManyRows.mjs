import { control } from './orgControl.mjs';
import { withDemo } from './withDemo.mjs';

const batch = 10_000;

/** What is exported: a text with what must be quoted, a number, a date, an id. */
export const exportedQuery =
  'SELECT Id, Name, Industry, AnnualRevenue, NumberOfEmployees, Website, CreatedDate, OwnerId FROM Account';

/** Runs a measurement on an org with so many accounts. */
export function withManyRows(count, measure) {
  return withDemo({ database: 'sqlite', data: 'demo' }, async demo => {
    const { orgUrl } = demo;
    const present = (await control(orgUrl, 'GET', '/rows/Account')).length;
    const [owner] = await control(orgUrl, 'GET', '/rows/User');
    for (let first = present; first < count; first += batch) {
      await control(orgUrl, 'POST', '/rows', {
        object: 'Account',
        raw: true,
        rows: Array.from(
          { length: Math.min(batch, count - first) },
          (_, index) => accountOf(first + index, owner.Id),
        ),
      });
    }
    return measure(demo);
  });
}

function accountOf(number, ownerId) {
  return {
    Name: `Made "${number}", Inc.`,
    Industry: ['Technology', 'Banking', 'Retail'][number % 3],
    AnnualRevenue: number * 1000,
    NumberOfEmployees: number % 5000,
    Website: `https://www.example-${number}.com`,
    OwnerId: ownerId,
  };
}

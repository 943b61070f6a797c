import { Org } from './Org';
import type { OrgFeature } from './core/types';
import { NOON, SmallOrg } from './__testUtils__/smallOrg';

describe('an org', () => {
  it('shares nothing with another', () => {
    const [one, other] = [new SmallOrg(), new SmallOrg()];
    one.create('Account', { Name: 'Acme' });
    one.org.addSchema({ name: 'Thing__c' });
    one.org.clock.advance(1_000);
    one.org.switches.freezeEndsSessions = true;
    expect(other.records('SELECT Id FROM Account')).toEqual([]);
    expect(other.org.schema.get('Thing__c')).toBeUndefined();
    expect(other.org.clock.now()).toBe(Date.parse(NOON));
    expect(other.org.switches.freezeEndsSessions).toBe(false);
  });

  it('can be made new: data of its features, ids from the start, no journal', () => {
    const feature: OrgFeature = {
      schema: [{ name: 'Thing__c' }],
      load: org => org.store.load('Thing__c', [{ Name: 'first' }]),
    };
    const org = Org.create({ features: [feature] });
    const ctx = org.systemContext();
    const [first] = org.query(ctx, 'SELECT Id FROM Thing__c').records();
    org.dml.insert(ctx, 'Thing__c', { Name: 'second' });
    org.switches.freezeEndsSessions = true;
    const ran = jest.fn();
    org.clock.schedule(1_000, ran);
    org.reset();
    org.clock.advance(2_000);
    expect(org.query(ctx, 'SELECT Id, Name FROM Thing__c').records()).toEqual([
      { ...first, Name: 'first' },
    ]);
    expect(org.journal.entries()).toEqual([]);
    expect(org.switches.freezeEndsSessions).toBe(false);
    expect(ran).not.toHaveBeenCalled();
  });

  it('takes rules that compute fields, when stored and when read', () => {
    const org = Org.create({
      features: [
        {
          schema: [
            {
              name: 'Box__c',
              fields: [
                { name: 'Width__c', type: 'int' },
                { name: 'Area__c', type: 'int', readOnly: true },
                { name: 'Neighbours__c', type: 'int', readOnly: true },
              ],
            },
          ],
          rules: () => [
            {
              object: 'Box__c',
              stored: { Area__c: row => Number(row.Width__c) ** 2 },
              derived: {
                Neighbours__c: (_, { store }) => store.count('Box__c') - 1,
              },
            },
          ],
        },
      ],
    });
    const ctx = org.systemContext();
    const id = org.dml.insert(ctx, 'Box__c', { Width__c: 3 });
    const soql =
      'SELECT Area__c, Neighbours__c FROM Box__c WHERE Area__c > 5 AND Neighbours__c < 5';
    expect(org.query(ctx, soql).records()).toMatchObject([
      { Area__c: 9, Neighbours__c: 0 },
    ]);
    org.dml.insert(ctx, 'Box__c', { Width__c: 1 });
    org.dml.update(ctx, 'Box__c', id, { Width__c: 4 });
    expect(org.query(ctx, soql).records()).toMatchObject([
      { Area__c: 16, Neighbours__c: 1 },
    ]);
  });
});

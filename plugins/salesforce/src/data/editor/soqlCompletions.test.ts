import { sampleObjects } from '../../__testUtils__/withDataSamples';
import { optionsFor } from './soqlCompletions';
import { wantedAt } from './wantedAt';

const schema = {
  objects: async () => sampleObjects,
  object: async (name: string) =>
    sampleObjects.find(each => each.name.toLowerCase() === name.toLowerCase()),
};

/** What is offered at the bar in a text. */
async function offered(marked: string): Promise<string[]> {
  const position = marked.indexOf('|');
  const wanted = wantedAt(marked.replace('|', ''), position);
  return (wanted ? await optionsFor(wanted, schema) : []).map(
    ({ label }) => label,
  );
}

describe('what is offered', () => {
  it('is what the org is made of', async () => {
    expect(await offered('SELECT Id FROM |')).toEqual([
      'Account',
      'Contact',
      'User',
    ]);
    expect(await offered('SELECT | FROM Account')).toEqual(
      expect.arrayContaining(['Name', 'Owner.', 'COUNT()', 'Region__c']),
    );
    expect(await offered('SELECT Owner.| FROM account')).toEqual([
      'Id',
      'Name',
    ]);
    expect(await offered('SELECT (SELECT Id FROM |) FROM Account')).toEqual([
      'Contacts',
    ]);
    expect(await offered('SELECT | FROM Nothing__c')).toEqual([]);
  });

  it('is the values that a field can have', async () => {
    expect(await offered('SELECT Id FROM Account WHERE Industry = |')).toEqual([
      "'Banking'",
      "'Technology'",
      'NULL',
    ]);
    expect(
      await offered("SELECT Id FROM Account WHERE Industry IN ('Banking', '|"),
    ).toEqual(['Banking', 'Technology']);
    expect(
      await offered('SELECT Id FROM Account WHERE AnnualRevenue > |'),
    ).toEqual(['NULL']);
  });
});

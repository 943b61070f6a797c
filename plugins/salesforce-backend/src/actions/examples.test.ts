import { stopTestOrgs, startTestOrg } from '../__testUtils__/testOrg';
import { group, person, testContexts } from '../__testUtils__/testContext';
import { builtInActions } from './index';

afterAll(stopTestOrgs);

/*
 * Examples are what the interpreter learns from, what forms begin with, and
 * what the crash harness runs: each must mean something in the demo's org.
 */
it('every example of a write alters something in the demo org, and nothing stands in its way', async () => {
  const server = await startTestOrg();
  const contexts = testContexts(server, {
    now: new Date(),
    entities: [
      person('sam.okafor'),
      person('erin.walsh'),
      group('sales-na', { members: ['erin.walsh'] }),
    ],
  });
  // what only means something after something else was done
  const after = new Set(['salesforce_unfreeze_user']);
  const problems: string[] = [];
  for (const action of builtInActions) {
    if (action.kind !== 'write' || after.has(action.id)) continue;
    let working = 0;
    for (const { words, input } of action.examples) {
      const context = await contexts.open({
        orgId: 'acme',
        requesterRef: 'user:default/sam.okafor',
      });
      try {
        const plan = await action.preview({
          input: action.input.parse(input),
          context,
        });
        if (plan.changes.length > 0 && !plan.blockers?.length) working += 1;
      } catch (error) {
        problems.push(`${action.id}: ${words}: ${error}`);
      }
    }
    if (working === 0) problems.push(`${action.id}: no example does anything`);
  }
  expect(problems).toEqual([]);
}, 60_000);

import { builtInActions } from '../actions';
import { SeededRandom } from '../__testUtils__/soak/SeededRandom';
import {
  undoableActions,
  undoSequence,
} from '../__testUtils__/soak/undoSequences';
import { testContexts, testNow } from '../__testUtils__/testContext';
import {
  startTestOrg,
  stopTestOrgs,
  testGateway,
} from '../__testUtils__/testOrg';

afterAll(stopTestOrgs);

describe('undo', () => {
  it('of sequences by chance over the catalogue brings everything back', async () => {
    const server = await startTestOrg({ clock: testNow });
    const gateway = testGateway(server);
    const contexts = testContexts(server, { gateway });
    const putBack = server.org.store.remember();
    const random = new SeededRandom(20261128);
    const met = new Set<string>();
    let refused = 0;
    for (let turn = 0; turn < 60; turn++) {
      putBack();
      const { applied, refusals, problems } = await undoSequence({
        server,
        gateway,
        context: () =>
          contexts.open({
            orgId: 'acme',
            requesterRef: 'user:default/sam.okafor',
          }),
        random,
      });
      expect({ applied, problems }).toEqual({ applied, problems: [] });
      if (refusals.length > 0) refused += 1;
      applied.forEach(id => met.add(id));
    }
    // The demo has users in states that Salesforce would not let anybody make,
    // and a role that was made again is not the one that somebody was given.
    expect(refused).toBeLessThan(10);
    expect(met.size).toBeGreaterThanOrEqual(undoableActions.length / 2);
  });

  it('is promised or declined, with the reason, by every write action', () => {
    const unexplained = builtInActions.filter(
      action =>
        action.kind === 'write' &&
        action.undo.kind === 'none' &&
        action.undo.note.length < 10,
    );
    expect(unexplained).toEqual([]);
  });
});

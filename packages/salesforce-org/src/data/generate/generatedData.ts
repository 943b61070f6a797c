import { acmeObjects } from '../../schema/acmeObjects';
import { connectedAppsFor } from '../connectedApps';
import { loadContext } from '../LoadContext';
import { dataSwitches, orgFeature, type OrgData } from '../OrgData';
import { generatedUsers, planOf, type Generation } from './generation';
import { loadGeneratedOrg } from './loadGeneratedOrg';

/** An org of any size with the shapes of the demo, the same for the same seed. */
export function generatedData(
  options: Generation & { seed?: number },
): OrgData {
  const { seed = 20260101, ...generation } = options;
  const plan = planOf(generation);
  const { administrator, integration } = generatedUsers;
  return {
    name: `generate:${plan.users}`,
    switches: dataSwitches,
    connectedApps: connectedAppsFor({ integrationUsername: integration }),
    integrationUsername: integration,
    administratorUsername: administrator,
    feature: orgFeature({
      schema: acmeObjects,
      load: org => loadGeneratedOrg(loadContext({ org, seed }), plan),
    }),
  };
}

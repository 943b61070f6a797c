import { acmeObjects } from '../../schema/acmeObjects';
import { connectedAppsFor } from '../connectedApps';
import { loadFoundation } from '../foundation/foundation';
import { loadContext } from '../LoadContext';
import { dataSwitches, orgFeature, type OrgData } from '../OrgData';
import { loadBuiltInUsers } from '../people/builtInUsers';
import { loadLoginHistory } from '../people/loginHistory';
import { loadUsers } from '../people/loadUsers';
import { loadDemoAccess } from './demoAccess';
import { loadDemoActivity } from './demoActivity';
import { loadDemoRecords } from './demoRecords';
import { demoRoles } from './demoRoles';
import { demoServiceUsers } from './demoServiceUsers';
import { demoUsers } from './demoUsers';

const DEFAULT_SEED = 20260101;

/**
 * The company of the demo: everybody and everything that scenarios know by
 * name, and a believable company around them. The same for the same seed;
 * dates follow the org's clock.
 */
export function demoData(
  options: { seed?: number; redirectUris?: readonly string[] } = {},
): OrgData {
  const { seed = DEFAULT_SEED, redirectUris } = options;
  const { integration } = demoServiceUsers;
  return {
    name: 'demo',
    switches: dataSwitches,
    integrationUsername: integration,
    administratorUsername: 'sam.okafor@acme.com',
    connectedApps: connectedAppsFor({
      integrationUsername: integration,
      redirectUris,
    }),
    feature: orgFeature({
      schema: acmeObjects,
      load(org) {
        const context = loadContext({ org, seed });
        const foundation = loadFoundation(context, {
          company: {
            name: 'Acme',
            values: {
              PrimaryContact: 'Sam Okafor',
              City: 'Boston',
              State: 'MA',
              Country: 'United States',
              TimeZoneSidKey: 'America/New_York',
            },
          },
          licenses: { salesforce: 130, platform: 20, integration: 5 },
          roles: demoRoles,
        });
        loadBuiltInUsers(context);
        const users = demoUsers(context);
        const userIds = loadUsers(context, {
          specs: users.specs,
          profiles: foundation.profiles,
          roleIds: foundation.roleIds,
          company: 'Acme',
        });
        loadLoginHistory(context, {
          specs: users.specs,
          userIds,
          loginsPerUser: 24,
        });
        const groups = loadDemoAccess(context, {
          foundation,
          users,
          userIds,
        });
        loadDemoActivity(context, { users, userIds });
        loadDemoRecords(context, { users, userIds, groups });
      },
    }),
  };
}

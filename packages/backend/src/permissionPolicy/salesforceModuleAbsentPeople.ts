import { createBackendModule } from '@backstage/backend-plugin-api';
import { salesforceAbsentPeopleExtensionPoint } from '@salesdesk/backstage-plugin-salesforce-node';
import { DemoPermissionPolicy } from './DemoPermissionPolicy';

/**
 * Lets Salesdesk ask the roles of the demo host for people who are not there,
 * such as who started an access review that ends at night.
 */
export const salesforceModuleAbsentPeople = createBackendModule({
  pluginId: 'salesforce',
  moduleId: 'absent-people',
  register(env) {
    env.registerInit({
      deps: { absentPeople: salesforceAbsentPeopleExtensionPoint },
      async init({ absentPeople }) {
        absentPeople.setPermissionPolicy(new DemoPermissionPolicy());
      },
    });
  },
});

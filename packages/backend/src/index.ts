import { createBackend } from '@backstage/backend-defaults';

// Whoever reads what this process writes has ended without ending it: nobody
// knows of it any more, and to log that it cannot log would never end.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', () => process.exit(1));
}

const backend = createBackend();

// What every Backstage has.
backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-mcp-actions-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));

// What this host is about.
backend.add(import('@salesdesk/backstage-plugin-salesforce-backend'));

backend.add(
  import('@salesdesk/backstage-plugin-catalog-backend-module-salesforce'),
);
// Does nothing until `salesforce.assistant.model` names a model.
backend.add(
  import('@salesdesk/backstage-plugin-salesforce-backend-module-openai'),
);

// What makes it a demo: people who sign in with a click, and their roles.
backend.add(import('./demoAuth'));
backend.add(import('./permissionPolicy'));
backend.add(import('./permissionPolicy/absentPeople'));

backend.start();

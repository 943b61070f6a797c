import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiCloudLine } from '@remixicon/react';
import { salesforceApi } from './apis';
import { entityExtensions } from './entity';
import { pages } from './pages';
import {
  approvalRouteRef,
  approvalsRouteRef,
  assistantRouteRef,
  auditRouteRef,
  boardRouteRef,
  boardsRouteRef,
  directoryRouteRef,
  directoryUserRouteRef,
  dataRouteRef,
  entityRouteRef,
  orgsRouteRef,
  policiesRouteRef,
  recordRouteRef,
  requestFormRouteRef,
  requestRouteRef,
  requestsRouteRef,
  rootRouteRef,
} from './routes';

/**
 * The Salesforce plugin: pages, entity cards and forms.
 *
 * @public
 */
export const salesforcePlugin = createFrontendPlugin({
  pluginId: 'salesforce',
  title: 'Salesforce',
  icon: <RiCloudLine />,
  info: { packageJson: () => import('../package.json') },
  extensions: [salesforceApi, ...pages, ...entityExtensions],
  routes: {
    root: rootRouteRef,
    requests: requestsRouteRef,
    request: requestRouteRef,
    requestForm: requestFormRouteRef,
    assistant: assistantRouteRef,
    approvals: approvalsRouteRef,
    approval: approvalRouteRef,
    directory: directoryRouteRef,
    directoryUser: directoryUserRouteRef,
    boards: boardsRouteRef,
    board: boardRouteRef,
    data: dataRouteRef,
    record: recordRouteRef,
    audit: auditRouteRef,
    orgs: orgsRouteRef,
    policies: policiesRouteRef,
  },
  externalRoutes: { entity: entityRouteRef },
});

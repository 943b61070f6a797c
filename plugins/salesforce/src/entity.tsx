import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';

const salesforceUserCard = EntityCardBlueprint.make({
  name: 'salesforce-user',
  params: {
    filter: { kind: 'user' },
    type: 'content',
    loader: () =>
      import('./entity/SalesforceUserCard').then(m => <m.SalesforceUserCard />),
  },
});

const requestsCard = EntityCardBlueprint.make({
  name: 'salesforce-requests',
  params: {
    filter: { kind: 'user' },
    type: 'content',
    loader: () => import('./entity/RequestsCard').then(m => <m.RequestsCard />),
  },
});

const assistantCard = EntityCardBlueprint.make({
  name: 'salesforce-assistant',
  params: {
    filter: {
      $any: [
        { kind: 'user' },
        { kind: 'group' },
        { kind: 'resource', 'spec.type': 'salesforce-org' },
      ],
    },
    type: 'content',
    loader: () =>
      import('./entity/AssistantCard').then(m => <m.AssistantCard />),
  },
});

const orgCard = EntityCardBlueprint.make({
  name: 'salesforce-org',
  params: {
    filter: { kind: 'resource', 'spec.type': 'salesforce-org' },
    type: 'content',
    loader: () => import('./entity/OrgCard').then(m => <m.OrgCard />),
  },
});

const groupAccessCard = EntityCardBlueprint.make({
  name: 'salesforce-group-access',
  params: {
    filter: { kind: 'group' },
    type: 'content',
    loader: () =>
      import('./entity/GroupAccessCard').then(m => <m.GroupAccessCard />),
  },
});

const salesforceTab = EntityContentBlueprint.make({
  name: 'salesforce',
  params: {
    path: '/salesforce',
    title: 'Salesforce',
    filter: {
      $any: [
        { kind: 'user' },
        { kind: 'group' },
        { kind: 'resource', 'spec.type': 'salesforce-org' },
      ],
    },
    loader: () =>
      import('./entity/SalesforceTab').then(m => <m.SalesforceTab />),
  },
});

/** What the plugin adds to catalog pages. */
export const entityExtensions = [
  salesforceUserCard,
  requestsCard,
  orgCard,
  groupAccessCard,
  assistantCard,
  salesforceTab,
];

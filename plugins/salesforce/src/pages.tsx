import {
  coreExtensionData,
  PageBlueprint,
  pluginHeaderActionsApiRef,
  SubPageBlueprint,
  useApi,
} from '@backstage/frontend-plugin-api';
import { RiCloudLine } from '@remixicon/react';
import { SalesforcePage } from './page/SalesforcePage';
import type { SubPage } from './page/tabsOf';
import { rootRouteRef } from './routes';

const icon = <RiCloudLine />;

/**
 * The page that holds all sub-pages. It draws its own frame, because which
 * tabs there are depends on who is signed in.
 */
export const salesforcePage = PageBlueprint.makeWithOverrides({
  factory(originalFactory, { inputs, node }) {
    const title = node.spec.plugin.title ?? 'Salesforce';
    const pluginId = node.spec.plugin.pluginId;
    const pages: SubPage[] = inputs.pages.map(page => ({
      path: page.get(coreExtensionData.routePath).replace(/^\/|\/$/g, ''),
      title: page.get(coreExtensionData.title) ?? '',
      element: page.get(coreExtensionData.reactElement),
    }));
    const Page = () => {
      const headerActions = useApi(
        pluginHeaderActionsApiRef,
      ).getPluginHeaderActions(pluginId);
      return (
        <SalesforcePage
          title={title}
          icon={icon}
          pages={pages}
          headerActions={headerActions}
        />
      );
    };
    return originalFactory({
      path: '/salesforce',
      routeRef: rootRouteRef,
      title,
      icon,
      noHeader: true,
      loader: async () => <Page />,
    });
  },
});

const homePage = SubPageBlueprint.make({
  name: 'home',
  params: {
    path: '/',
    title: 'Home',
    loader: () => import('./home/HomePage').then(m => <m.HomePage />),
  },
});

const assistantPage = SubPageBlueprint.make({
  name: 'assistant',
  params: {
    path: 'assistant',
    title: 'Assistant',
    loader: () =>
      import('./assistant/AssistantRouter').then(m => <m.AssistantRouter />),
  },
});

const requestsPage = SubPageBlueprint.make({
  name: 'requests',
  params: {
    path: 'requests',
    title: 'Requests',
    loader: () =>
      import('./requests/RequestsRouter').then(m => <m.RequestsRouter />),
  },
});

const requestFormPage = SubPageBlueprint.make({
  name: 'request-form',
  params: {
    path: 'request',
    title: 'Request form',
    loader: () => import('./form/FormRouter').then(m => <m.FormRouter />),
  },
});

const approvalsPage = SubPageBlueprint.make({
  name: 'approvals',
  params: {
    path: 'approvals',
    title: 'Approvals',
    loader: () =>
      import('./approvals/ApprovalsPage').then(m => <m.ApprovalsPage />),
  },
});

const directoryPage = SubPageBlueprint.make({
  name: 'directory',
  params: {
    path: 'directory',
    title: 'Directory',
    loader: () =>
      import('./directory/DirectoryRouter').then(m => <m.DirectoryRouter />),
  },
});

const boardsPage = SubPageBlueprint.make({
  name: 'boards',
  params: {
    path: 'boards',
    title: 'Boards',
    loader: () => import('./boards/BoardsRouter').then(m => <m.BoardsRouter />),
  },
});

const dataPage = SubPageBlueprint.make({
  name: 'data',
  params: {
    path: 'data',
    title: 'Data',
    loader: () => import('./data/DataRouter').then(m => <m.DataRouter />),
  },
});

const reviewsPage = SubPageBlueprint.make({
  name: 'reviews',
  params: {
    path: 'reviews',
    title: 'Access reviews',
    loader: () =>
      import('./reviews/ReviewsRouter').then(m => <m.ReviewsRouter />),
  },
});

const auditPage = SubPageBlueprint.make({
  name: 'audit',
  params: {
    path: 'audit',
    title: 'Audit log',
    loader: () => import('./audit/AuditPage').then(m => <m.AuditPage />),
  },
});

const orgsPage = SubPageBlueprint.make({
  name: 'orgs',
  params: {
    path: 'admin/orgs',
    title: 'Orgs',
    loader: () => import('./admin/OrgsPage').then(m => <m.OrgsPage />),
  },
});

const policiesPage = SubPageBlueprint.make({
  name: 'policies',
  params: {
    path: 'admin/policies',
    title: 'Policies',
    loader: () => import('./admin/PoliciesPage').then(m => <m.PoliciesPage />),
  },
});

/** Salesforce sends browsers back to `oauth/callback`. */
const loginReturnPage = SubPageBlueprint.make({
  name: 'login-return',
  params: {
    path: 'oauth',
    title: 'Login',
    loader: () =>
      import('./personal/LoginReturnPage').then(m => <m.LoginReturnPage />),
  },
});

/** All pages, in the order of their tabs. */
export const pages = [
  salesforcePage,
  homePage,
  assistantPage,
  requestsPage,
  requestFormPage,
  approvalsPage,
  directoryPage,
  boardsPage,
  dataPage,
  reviewsPage,
  auditPage,
  orgsPage,
  policiesPage,
  loginReturnPage,
];

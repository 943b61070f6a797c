import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

export const rootRouteRef = createRouteRef();

export const requestsRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/requests',
});

export const requestRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/requests/:requestId',
});

/** The form of one action; `?input=` carries values, as URI encoded JSON. */
export const requestFormRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/request/:action',
});

export const assistantRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/assistant',
});

export const approvalsRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/approvals',
});

export const approvalRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/approvals/:requestId',
});

export const directoryRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/directory',
});

/** A Salesforce user, by id; `?org=` where it is not the default org. */
export const directoryUserRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/directory/users/:userId',
});

export const boardsRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/boards',
});

export const boardRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/boards/:boardId',
});

/** The Data page; `?q=` carries a query, `?org=` an org. */
export const dataRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/data',
});

/** One record; an org of `-` is the default one. */
export const recordRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/data/:org/:object/:id',
});

export const auditRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/audit',
});

export const orgsRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/admin/orgs',
});

export const policiesRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/admin/policies',
});

export const entityRouteRef = createExternalRouteRef({
  params: ['namespace', 'kind', 'name'],
  defaultTarget: 'catalog.catalogEntity',
});

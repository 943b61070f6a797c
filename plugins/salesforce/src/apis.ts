import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { DefaultSalesforceApi } from './api/DefaultSalesforceApi';
import { salesforceApiRef } from './api/SalesforceApi';

export const salesforceApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: salesforceApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new DefaultSalesforceApi(deps),
    }),
});

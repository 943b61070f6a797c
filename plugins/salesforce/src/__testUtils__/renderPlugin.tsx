import { renderTestApp } from '@backstage/frontend-test-utils';
import { salesforceApiRef } from '../api/SalesforceApi';
import { salesforcePlugin } from '../plugin';
import type { FakeBackend } from './FakeBackend';
import { fakeSalesforceApi } from './fakeSalesforceApi';

/** The whole plugin in a test app, at an address, on a fake backend. */
export function renderPlugin(options: { backend: FakeBackend; at: string }) {
  return renderTestApp({
    features: [salesforcePlugin],
    initialRouteEntries: [options.at],
    apis: [[salesforceApiRef, fakeSalesforceApi(options.backend)]],
  });
}

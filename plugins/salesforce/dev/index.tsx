import '@backstage/cli/asset-types';
import '@backstage/ui/css/styles.css';
import { createApp } from '@backstage/frontend-defaults';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import ReactDOM from 'react-dom/client';
import plugin, { salesforceApiRef } from '../src';
import { fakeSalesforceApi } from '../src/__testUtils__/fakeSalesforceApi';
import { developmentBackend } from '../src/__testUtils__/developmentBackend';
import { signIn } from './signIn';

// The pages with sample data, without any backend: `yarn start` in this package.
const sampleApi = createFrontendModule({
  pluginId: 'salesforce',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: salesforceApiRef,
          deps: {},
          factory: () => fakeSalesforceApi(developmentBackend()),
        }),
    }),
  ],
});

const root = document.getElementById('root');
if (root) {
  ReactDOM.createRoot(root).render(
    createApp({ features: [plugin, sampleApi, signIn] }).createRoot(),
  );
}

import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';

/**
 * The model-backed interpreter, for any OpenAI-compatible endpoint.
 *
 * @public
 */
export const salesforceModuleOpenai = createBackendModule({
  pluginId: 'salesforce',
  moduleId: 'openai',
  register(env) {
    env.registerInit({
      deps: { logger: coreServices.logger },
      async init({ logger }) {
        logger.debug('No model is configured: salesforce.assistant.model');
      },
    });
  },
});

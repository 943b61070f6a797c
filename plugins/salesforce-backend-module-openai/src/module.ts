import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { salesforceAssistantExtensionPoint } from '@salesdesk/backstage-plugin-salesforce-node';
import OpenAI from 'openai';
import { ChatCompletionsApi } from './ChatCompletionsApi';
import { OpenaiInterpreter } from './OpenaiInterpreter';
import { readModelConfig } from './readModelConfig';
import { ResponsesApi } from './ResponsesApi';

/**
 * The model-backed interpreter, for any OpenAI-compatible endpoint. Without
 * `salesforce.assistant.model` in the configuration it does nothing, and the
 * built-in interpreter answers.
 *
 * @public
 */
export const salesforceModuleOpenai = createBackendModule({
  pluginId: 'salesforce',
  moduleId: 'openai',
  register(env) {
    env.registerInit({
      deps: {
        assistant: salesforceAssistantExtensionPoint,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
      },
      async init({ assistant, config, logger }) {
        const model = readModelConfig(config);
        if (!model) {
          logger.info(
            'No model is configured (salesforce.assistant.model): the built-in interpreter answers',
          );
          return;
        }
        const client = new OpenAI({
          baseURL: model.baseUrl,
          apiKey: model.apiKey,
          timeout: model.timeout,
          maxRetries: model.retries,
          // Nothing from the environment: what is configured here is all.
          organization: null,
          project: null,
        });
        const Api =
          model.api === 'responses' ? ResponsesApi : ChatCompletionsApi;
        assistant.setModelInterpreter(
          new OpenaiInterpreter({
            api: new Api({
              client,
              model: model.name,
              maxTokens: model.maxTokens,
            }),
            name: model.name,
            endpoint: new URL(model.baseUrl).host,
            dataSharing: model.dataSharing,
            maxSteps: model.maxSteps,
            maxTools: model.maxTools,
          }),
        );
      },
    });
  },
});

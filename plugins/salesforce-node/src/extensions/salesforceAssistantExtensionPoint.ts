import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { ModelInterpreter } from '../assistant';

/**
 * Lets a module bring the interpreter that runs on a model. Without one the
 * built-in interpreter answers everything.
 *
 * @public
 */
export interface SalesforceAssistantExtensionPoint {
  /** Throws when another module has set one. */
  setModelInterpreter(interpreter: ModelInterpreter): void;
}

/** @public */
export const salesforceAssistantExtensionPoint =
  createExtensionPoint<SalesforceAssistantExtensionPoint>({
    id: 'salesforce.assistant',
  });

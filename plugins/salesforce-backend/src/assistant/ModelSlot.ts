import { ConflictError } from '@backstage/errors';
import type {
  ModelInterpreter,
  SalesforceAssistantExtensionPoint,
} from '@salesdesk/backstage-plugin-salesforce-node';

/** Holds the model interpreter that a module brought, if one did. */
export class ModelSlot implements SalesforceAssistantExtensionPoint {
  #interpreter: ModelInterpreter | undefined;

  get interpreter(): ModelInterpreter | undefined {
    return this.#interpreter;
  }

  setModelInterpreter(interpreter: ModelInterpreter): void {
    if (this.#interpreter) {
      throw new ConflictError(
        'Two modules bring a model interpreter; install one of them',
      );
    }
    this.#interpreter = interpreter;
  }
}

import { ConflictError } from '@backstage/errors';
import type {
  SalesforceAction,
  SalesforceActionsExtensionPoint,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { ActionCatalog } from './ActionCatalog';

/** Collects the actions at start; later it only answers. */
export class ActionRegistry
  implements ActionCatalog, SalesforceActionsExtensionPoint
{
  readonly #actions = new Map<string, SalesforceAction>();

  addAction<TInput>(...actions: Array<SalesforceAction<TInput>>): void {
    for (const action of actions) {
      if (this.#actions.has(action.id)) {
        throw new ConflictError(`Action '${action.id}' was added twice`);
      }
      // Inputs are parsed by the action's own schema before it sees them.
      this.#actions.set(action.id, action as SalesforceAction);
    }
  }

  list(): SalesforceAction[] {
    return [...this.#actions.values()];
  }

  find(actionId: string): SalesforceAction | undefined {
    return this.#actions.get(actionId);
  }
}

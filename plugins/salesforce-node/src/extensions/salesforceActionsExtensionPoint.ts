import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { SalesforceAction } from '../actions/SalesforceAction';

/**
 * Adds actions of one's own. They get a form, the HTTP API, approval and the
 * audit log like the built-in ones.
 *
 * @public
 */
export interface SalesforceActionsExtensionPoint {
  /** Throws when an action of the same id was added before. */
  addAction<TInput>(...actions: Array<SalesforceAction<TInput>>): void;
}

/** @public */
export const salesforceActionsExtensionPoint =
  createExtensionPoint<SalesforceActionsExtensionPoint>({
    id: 'salesforce.actions',
  });

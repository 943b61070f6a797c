import type { ActionDeclaration } from '@salesdesk/backstage-plugin-salesforce-common';
import type {
  SalesforceReadAction,
  SalesforceWriteAction,
} from './SalesforceAction';

/**
 * Creates a write action from its declaration.
 *
 * @public
 */
export function createSalesforceAction<TInput>(
  declaration: ActionDeclaration<TInput>,
  implementation: Omit<
    SalesforceWriteAction<TInput>,
    keyof ActionDeclaration<TInput>
  >,
): SalesforceWriteAction<TInput> {
  if (declaration.kind !== 'write' || declaration.attributes.readOnly) {
    throw new Error(
      `Action '${declaration.id}' is declared as a read and cannot be created as a write`,
    );
  }
  return { ...declaration, ...implementation, kind: 'write' };
}

/**
 * Creates a read action from its declaration.
 *
 * @public
 */
export function createSalesforceReadAction<TInput>(
  declaration: ActionDeclaration<TInput>,
  implementation: Omit<
    SalesforceReadAction<TInput>,
    keyof ActionDeclaration<TInput>
  >,
): SalesforceReadAction<TInput> {
  if (declaration.kind !== 'read' || !declaration.attributes.readOnly) {
    throw new Error(
      `Action '${declaration.id}' is declared as a write and cannot be created as a read`,
    );
  }
  return { ...declaration, ...implementation, kind: 'read' };
}

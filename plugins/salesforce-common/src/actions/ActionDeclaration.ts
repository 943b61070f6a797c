import type { z } from 'zod';
import type { Risk } from '../api/types';

/**
 * What both sides know of an action: its public contract. The form, the HTTP
 * API, the assistant and MCP clients use the same id and the same schema.
 *
 * @public
 */
export interface ActionDeclaration<TInput = unknown> {
  /** Stable id, e.g. `salesforce_freeze_user`. */
  id: string;
  /** A verb phrase in sentence case, e.g. "Freeze a Salesforce user". */
  title: string;
  /** One or two sentences, written for a person and for a model that chooses. */
  description: string;
  /** The shelf it stands on in forms. */
  family: 'users' | 'access' | 'setup' | 'data';
  /** A read answers at once; a write is a request. */
  kind: 'read' | 'write';
  risk: Risk;
  /** Claims about safety; they must be true. */
  attributes: { readOnly: boolean; destructive: boolean; idempotent: boolean };
  input: z.ZodType<TInput>;
}

/** The input of an action after parsing. @public */
export type InputOf<TDeclaration> = TDeclaration extends ActionDeclaration<
  infer TInput
>
  ? TInput
  : never;

/**
 * Declares an action with its input type inferred from the schema.
 *
 * @public
 */
export function declareAction<TInput>(
  declaration: ActionDeclaration<TInput>,
): ActionDeclaration<TInput> {
  return declaration;
}

import type { operations } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Request } from 'express';

/** The id of an operation of the OpenAPI document. */
export type OperationId = keyof operations;

type Parameters<Id extends OperationId> = operations[Id]['parameters'];

type Body<Id extends OperationId> = operations[Id] extends {
  requestBody: { content: { 'application/json': infer TBody } };
}
  ? TBody
  : undefined;

type Given<T> = [T] extends [undefined]
  ? Record<string, never>
  : NonNullable<T>;

/** What came with a call of an operation. */
export interface OperationInput<Id extends OperationId> {
  path: Given<Parameters<Id>['path']>;
  query: Given<Parameters<Id>['query']>;
  body: Body<Id>;
}

/**
 * What came with a request, typed by the operation that it was validated
 * against. This is the one place where validated input gets its type; nothing
 * reads `req.body` elsewhere.
 */
export function operationInput<Id extends OperationId>(
  _operation: Id,
  request: Request,
): OperationInput<Id> {
  const { params, query, body }: Record<string, unknown> = {
    params: request.params,
    query: request.query,
    body: request.body,
  };
  return { path: params, query, body } as OperationInput<Id>;
}

import type { ObjectDefinition } from '../core/types';
import type { ApiCall } from '../http/ApiCall';
import { notFoundError } from '../http/errorAnswers';
import type { WireServices } from '../http/WireServices';

/** Whether records can be found by a field. */
export function isExternalId(
  definition: ObjectDefinition,
  key: string,
): boolean {
  const field = definition.field(key);
  return field !== undefined && (field.externalId || field.idLookup);
}

/** @throws 404 NOT_FOUND for objects and fields that cannot be used so */
export function requireExternalId(
  wire: WireServices,
  call: ApiCall,
  object: string,
  key: string,
): ObjectDefinition {
  const definition = wire.org.requireVisibleObject(call.ctx, object);
  if (!isExternalId(definition, key)) {
    throw notFoundError(
      `Provided external ID field does not exist or is not accessible: ${key}`,
    );
  }
  return definition;
}

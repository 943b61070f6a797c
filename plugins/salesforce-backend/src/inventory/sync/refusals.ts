import { GatewayError } from '@salesdesk/backstage-plugin-salesforce-node';
import type { InventoryObject } from '../model';

/** The field of `No such column 'X' on entity 'Y'`. */
export function hiddenField(error: unknown): string | undefined {
  if (!(error instanceof GatewayError)) return undefined;
  if (error.salesforceCode !== 'INVALID_FIELD') return undefined;
  return /No such column '(\w+)'/.exec(
    `${error.message} ${error.details ?? ''}`,
  )?.[1];
}

/** The org has no such object, or the integration user may not see it. */
export function isMissing(error: unknown): error is GatewayError {
  return (
    error instanceof GatewayError && error.salesforceCode === 'INVALID_TYPE'
  );
}

/** The org says no to what was asked, whoever asks again. */
export function isRefused(error: unknown): error is GatewayError {
  return (
    error instanceof GatewayError &&
    ['not_permitted', 'invalid_query', 'not_found', 'refused'].includes(
      error.failure,
    )
  );
}

/** Why nothing is known of an object, for whoever looks for its records. */
export function whyUnavailable(
  object: Pick<InventoryObject, 'plural'>,
  error: GatewayError,
): string {
  const { message } = error;
  return isMissing(error)
    ? `${object.plural}: the org has none, or does not show them to the integration user`
    : message;
}

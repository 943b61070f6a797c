import { GatewayError } from '@salesdesk/backstage-plugin-salesforce-node';

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

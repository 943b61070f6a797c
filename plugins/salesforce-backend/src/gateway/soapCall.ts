import type { Connection, Schema } from 'jsforce';
import { SOAP } from 'jsforce/lib/soap';
import type Transport from 'jsforce/lib/transport';
import type { FailedAnswer } from './classifyFailure';

/** A method of the partner API, for what REST does not have. */
export interface SoapCall {
  method: string;
  parameters: Record<string, unknown>;
}

/** jsforce's SOAP, on the transport of one call. */
class WiredSoap extends SOAP<Schema> {
  constructor(connection: Connection, transport: Transport) {
    const { instanceUrl, version } = connection;
    const options = {
      endpointUrl: `${instanceUrl}/services/Soap/u/${version}`,
      transport,
    };
    super(connection, options);
  }
}

/** Makes the call; answers the content of the body's element. */
export async function sendSoap(options: {
  connection: Connection;
  transport: Transport;
  call: SoapCall;
}): Promise<unknown> {
  const { connection, transport, call } = options;
  return new WiredSoap(connection, transport).invoke(
    call.method,
    call.parameters,
  );
}

/** What SOAP says with 500, and REST with a status of its own. */
const statusOfFault: Readonly<Record<string, number>> = {
  INVALID_SESSION_ID: 401,
  REQUEST_LIMIT_EXCEEDED: 403,
  API_DISABLED_FOR_ORG: 403,
  API_CURRENTLY_DISABLED: 403,
  INSUFFICIENT_ACCESS: 403,
  INVALID_OPERATION: 400,
  INVALID_TYPE: 400,
  UNSUPPORTED_API_VERSION: 410,
  SERVER_UNAVAILABLE: 503,
};

/**
 * A fault as REST would have answered. One that is not known stays a 500, which
 * leaves open whether something was done. Pure.
 */
export function faultAsAnswer(answer: FailedAnswer): FailedAnswer {
  const code = answer.code?.replace(/^\w+:/, '');
  const status = code === undefined ? undefined : statusOfFault[code];
  return {
    ...answer,
    ...(code === undefined ? {} : { code }),
    ...(answer.statusCode === 500 && status ? { statusCode: status } : {}),
  };
}

import type { WireServices } from '../http/WireServices';
import type { WireRequest } from '../http/wireRequest';
import { OauthError } from '../oauth/OauthError';
import { parseEnvelope, type SoapCall } from './SoapCall';
import { envelope, soapElement, SoapFault, type SoapValue } from './SoapFault';
import { soapLogin } from './soapLogin';
import { soapMethods } from './soapMethods';

/** What goes back, and who called, for the request log. */
export interface SoapAnswer {
  readonly status: number;
  readonly xml: string;
  readonly userId: string | null;
  readonly clientName: string | null;
  readonly counted: boolean;
}

const FIRST_VERSION = 31;
const LAST_VERSION = 68;

/** `POST /services/Soap/u/XX.0`: the partner API, as far as REST lacks it. */
export function soapEndpoint(
  wire: WireServices,
  request: WireRequest,
  version: string,
): SoapAnswer {
  const caller: { userId: string | null; clientName: string | null } = {
    userId: null,
    clientName: null,
  };
  let counted = false;
  try {
    const call: SoapCall = {
      ...parseEnvelope(request.body.text()),
      wire,
      apiVersion: /\./.test(version) ? version : `${version}.0`,
      instanceUrl: request.instanceUrl,
      sourceIp: request.sourceIp,
    };
    caller.clientName = call.clientName;
    checkVersion(call.apiVersion);
    if (call.method === 'login') {
      return { ...answer(call, soapLogin(call)), ...caller, counted };
    }
    const session = call.sessionId && wire.sessions.use(call.sessionId);
    if (!session) {
      throw new SoapFault(
        'INVALID_SESSION_ID',
        'Invalid Session ID found in SessionHeader: Illegal Session. Session not found, missing session hash',
      );
    }
    caller.userId = session.userId;
    caller.clientName ??= session.clientName;
    wire.apiUsage.spend();
    counted = true;
    const method = soapMethods.get(call.method);
    if (!method) {
      throw new SoapFault(
        'INVALID_OPERATION',
        `No operation available for request {urn:partner.soap.sforce.com}${call.method}`,
      );
    }
    const result = method(call, {
      session,
      ctx: {
        userId: session.userId,
        apiVersion: call.apiVersion,
        clientName: caller.clientName ?? undefined,
        sessionId: session.authSessionId,
      },
    });
    return { ...answer(call, result), ...caller, counted };
  } catch (error) {
    const fault = SoapFault.from(
      error instanceof OauthError
        ? new SoapFault('INVALID_LOGIN', error.description)
        : error,
    );
    return { status: 500, xml: fault.toXml(), ...caller, counted };
  }
}

function checkVersion(version: string): void {
  const number = Number(version);
  if (!(number >= FIRST_VERSION && number <= LAST_VERSION)) {
    throw new SoapFault(
      'UNSUPPORTED_API_VERSION',
      `Invalid Api version specified on URL: ${version}`,
    );
  }
}

function answer(
  call: SoapCall,
  result: SoapValue | undefined,
): { status: number; xml: string } {
  const content = result === undefined ? '' : soapElement('result', result);
  return {
    status: 200,
    xml: envelope(
      `<${call.method}Response>${content}</${call.method}Response>`,
    ),
  };
}

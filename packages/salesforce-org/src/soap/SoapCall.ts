import { XMLParser } from 'fast-xml-parser';
import type { WireServices } from '../http/WireServices';
import { isJsonObject, type JsonObject } from '../http/RequestBody';
import type { Session } from '../oauth/Session';
import { SoapFault } from './SoapFault';

/** A call of the partner API, taken out of its envelope. */
export interface SoapCall {
  readonly wire: WireServices;
  /** `login`, `convertLead`. */
  readonly method: string;
  readonly parameters: JsonObject;
  /** All of the envelope's header, by the names of its elements. */
  readonly header: JsonObject;
  readonly sessionId: string | null;
  /** `client` of CallOptions. */
  readonly clientName: string | null;
  /** `63.0`. */
  readonly apiVersion: string;
  readonly instanceUrl: string;
  readonly sourceIp: string;
}

/** Who calls; every method but login needs it. */
export interface SoapCaller {
  readonly session: Session;
}

const parser = new XMLParser({
  removeNSPrefix: true,
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: true,
});

/** @throws SoapFault for what is no envelope */
export function parseEnvelope(
  xml: string,
): Pick<
  SoapCall,
  'method' | 'parameters' | 'header' | 'sessionId' | 'clientName'
> {
  let document: unknown;
  try {
    document = parser.parse(xml);
  } catch {
    throw new SoapFault('CLIENT', 'Unable to parse the envelope');
  }
  const root = child(document, 'Envelope');
  const [entry] = Object.entries(child(root, 'Body'));
  if (!entry) {
    throw new SoapFault('CLIENT', 'No operation available for request');
  }
  const header = child(root, 'Header');
  return {
    method: entry[0],
    parameters: isJsonObject(entry[1]) ? entry[1] : {},
    header,
    sessionId: text(child(header, 'SessionHeader').sessionId),
    clientName: text(child(header, 'CallOptions').client),
  };
}

/** A text that must be there. */
export function requiredText(parameters: JsonObject, name: string): string {
  const value = text(parameters[name]);
  if (value === null) {
    throw new SoapFault('MISSING_ARGUMENT', `${name} is required`);
  }
  return value;
}

/** A text, or null for what is not there or empty. */
export function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function child(value: unknown, name: string): JsonObject {
  const found = isJsonObject(value) ? value[name] : undefined;
  return isJsonObject(found) ? found : {};
}

import { isSalesforceError } from '../core/SalesforceError';
import { escapeText } from '../pages/html';

/** A refusal of the SOAP API. */
export class SoapFault extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'SoapFault';
    this.code = code;
  }

  /** Refusals of the engine keep their code. */
  static from(error: unknown): SoapFault {
    if (error instanceof SoapFault) {
      return error;
    }
    if (isSalesforceError(error)) {
      return new SoapFault(error.errorCode, error.message);
    }
    const reason = error instanceof Error ? error.stack : String(error);
    return new SoapFault('UNKNOWN_EXCEPTION', String(reason));
  }

  /** For status 500. Clients look for `sf:exceptionCode` and `faultcode`. */
  toXml(): string {
    const message = escapeText(this.message);
    const type =
      this.code === 'INVALID_LOGIN' ? 'LoginFault' : 'UnexpectedErrorFault';
    return envelope(
      `<soapenv:Fault><faultcode>sf:${this.code}</faultcode><faultstring>${this.code}: ${message}</faultstring><detail><sf:${type} xsi:type="sf:${type}"><sf:exceptionCode>${this.code}</sf:exceptionCode><sf:exceptionMessage>${message}</sf:exceptionMessage></sf:${type}></detail></soapenv:Fault>`,
    );
  }
}

/** Wraps the content of a body. */
export function envelope(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="urn:partner.soap.sforce.com" xmlns:sf="urn:fault.partner.soap.sforce.com" xmlns:so="urn:sobject.partner.soap.sforce.com" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;
}

/** A value in an answer; null is `xsi:nil`, lists repeat the element. */
export type SoapValue =
  | string
  | number
  | boolean
  | null
  | SoapValue[]
  | { [name: string]: SoapValue };

export function soapElement(name: string, value: SoapValue): string {
  if (Array.isArray(value)) {
    return value.map(entry => soapElement(name, entry)).join('');
  }
  if (value === null) {
    return `<${name} xsi:nil="true"/>`;
  }
  const content =
    typeof value === 'object'
      ? Object.entries(value)
          .map(([child, entry]) => soapElement(child, entry))
          .join('')
      : escapeText(String(value));
  return `<${name}>${content}</${name}>`;
}

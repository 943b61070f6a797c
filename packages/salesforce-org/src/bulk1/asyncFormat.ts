import { XMLParser } from 'fast-xml-parser';
import type { ApiAnswer } from '../http/ApiCall';
import { isJsonObject, type JsonObject } from '../http/RequestBody';
import { soapElement, type SoapValue } from '../soap/SoapFault';

const NAMESPACE = 'http://www.force.com/2009/06/asyncapi/dataload';

/** The way an answer is written. */
export type AsyncFormat = 'xml' | 'json';

type Headers = Readonly<Record<string, string | undefined>>;

/** By `Accept`, else in the manner of the request. */
export function formatAsked(headers: Headers): AsyncFormat | undefined {
  for (const name of ['accept', 'content-type']) {
    const type = /^application\/(json|xml)\b/.exec(headers[name] ?? '')?.[1];
    if (type) {
      return type === 'json' ? 'json' : 'xml';
    }
  }
  return undefined;
}

/** One thing with a name: `jobInfo`, `batchInfo`, `error`. */
export function infoAnswer(
  format: AsyncFormat,
  options: { name: string; value: JsonObject; status?: number },
): ApiAnswer {
  const { name, value, status = 200 } = options;
  if (format === 'json') {
    return { status, json: value };
  }
  const present = Object.fromEntries(
    Object.entries(value).filter(([, entry]) => entry !== null),
  );
  return { status, ...xmlContent(name, present) };
}

/** A document of XML in the namespace of the API. */
export function xmlContent(
  name: string,
  value: { [name: string]: SoapValue },
): Pick<ApiAnswer, 'text'> {
  const inner = Object.entries(value)
    .map(([child, entry]) => soapElement(child, entry))
    .join('');
  return {
    text: {
      type: 'application/xml',
      content: `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="${NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${inner}</${name}>`,
    },
  };
}

const parser = new XMLParser({
  removeNSPrefix: true,
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
});

/** The element of that name at the top; undefined when it is not there. */
export function parseXml(text: string, name: string): JsonObject | undefined {
  try {
    const document: unknown = parser.parse(text.trim(), true);
    const root = isJsonObject(document) ? document[name] : undefined;
    return isJsonObject(root) ? root : undefined;
  } catch {
    return undefined;
  }
}

const CODES: Readonly<Record<string, string>> = {
  INVALID_SESSION_ID: 'InvalidSessionId',
  INVALID_AUTH_HEADER: 'InvalidSessionId',
  REQUEST_LIMIT_EXCEEDED: 'ExceededQuota',
  API_DISABLED_FOR_ORG: 'FeatureNotEnabled',
  API_CURRENTLY_DISABLED: 'FeatureNotEnabled',
  UNSUPPORTED_API_VERSION: 'InvalidVersion',
  METHOD_NOT_ALLOWED: 'InvalidUrl',
  NOT_FOUND: 'InvalidUrl',
  JSON_PARSER_ERROR: 'InvalidJob',
  UNSUPPORTED_MEDIA_TYPE: 'InvalidJob',
  UNKNOWN_EXCEPTION: 'Unknown',
};

/**
 * Refusals of the REST layer in this API's words: one `error`, and 400 for
 * nearly everything, a dead session included.
 */
export function asAsyncAnswer(answer: ApiAnswer, headers: Headers): ApiAnswer {
  const [first]: unknown[] = Array.isArray(answer.json) ? answer.json : [];
  if (answer.status < 400 || !isJsonObject(first)) {
    return answer;
  }
  const code = String(first.errorCode);
  const known = CODES[code];
  return infoAnswer(formatAsked(headers) ?? 'xml', {
    name: 'error',
    status: answer.status >= 500 ? answer.status : 400,
    value: {
      exceptionCode: known ?? code,
      exceptionMessage:
        known === 'InvalidSessionId'
          ? 'Invalid session id'
          : String(first.message),
    },
  });
}

import { SalesforceError } from '../core/SalesforceError';
import type { JsonValue } from '../core/types';
import { isJsonObject, parserError } from '../http/RequestBody';

const MAXIMUM_DEPTH = 1000;

/** One call inside a composite request. */
export interface Subrequest {
  readonly method: string;
  readonly url: string;
  readonly referenceId: string;
  readonly body: JsonValue | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

/** @throws 400 when the parts are not what they should be */
export function readSubrequests(value: JsonValue | undefined): Subrequest[] {
  if (!Array.isArray(value) || value.length === 0) {
    throw invalid('The compositeRequest parameter is required');
  }
  const subrequests = value.map(readSubrequest);
  const ids = subrequests.map(({ referenceId }) => referenceId);
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated !== undefined) {
    throw invalid(`Duplicate ReferenceId provided: ${repeated}`);
  }
  return subrequests;
}

function readSubrequest(value: JsonValue): Subrequest {
  if (!isJsonObject(value)) {
    throw invalid('Each subrequest must be an object');
  }
  const { method, url, referenceId, body, httpHeaders } = value;
  if (typeof method !== 'string' || typeof url !== 'string') {
    throw invalid('Each subrequest needs a method and a url');
  }
  if (typeof referenceId !== 'string' || !/^\w+$/.test(referenceId)) {
    throw invalid(
      `Provided referenceId ('${String(
        referenceId ?? '',
      )}') must start with a letter or a number, and it can contain only letters, numbers and underscores ('_').`,
    );
  }
  if (body !== undefined && isTooDeep(body)) {
    throw parserError(
      `Document nesting depth exceeds the maximum allowed (${MAXIMUM_DEPTH})`,
    );
  }
  return {
    method: method.toUpperCase(),
    url,
    referenceId,
    body,
    headers: isJsonObject(httpHeaders)
      ? Object.fromEntries(
          Object.entries(httpHeaders).map(([name, text]) => [
            name.toLowerCase(),
            String(text),
          ]),
        )
      : {},
  };
}

/** References are looked for level by level, so levels must end. */
function isTooDeep(body: JsonValue): boolean {
  let level: JsonValue[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAXIMUM_DEPTH) return true;
    level = level.flatMap(value =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return false;
}

function invalid(message: string): SalesforceError {
  return new SalesforceError({ errorCode: 'INVALID_INPUT', message });
}

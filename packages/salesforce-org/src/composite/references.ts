import { SalesforceError } from '../core/SalesforceError';
import type { JsonValue } from '../core/types';
import { isJsonObject } from '../http/RequestBody';

/** Bodies of the subrequests so far, by reference id. */
export type ReferenceValues = ReadonlyMap<string, unknown>;

const REFERENCE = /@\{([^}]*)\}/g;
const WHOLE_REFERENCE = /^@\{([^}]*)\}$/;

/**
 * Puts values in the place of `@{ref.path}` in every text of a value. A text
 * that is nothing but a reference becomes the value itself.
 *
 * @throws PROCESSING_HALTED when there is no such value
 */
export function resolveReferences(
  value: JsonValue,
  values: ReferenceValues,
): JsonValue {
  if (typeof value === 'string') {
    const whole = WHOLE_REFERENCE.exec(value);
    return whole
      ? lookUp(whole[1], values)
      : value.replace(REFERENCE, (_, path: string) =>
          String(lookUp(path, values)),
        );
  }
  if (Array.isArray(value)) {
    return value.map(entry => resolveReferences(entry, values));
  }
  if (isJsonObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [
        key,
        resolveReferences(entry, values),
      ]),
    );
  }
  return value;
}

/** Like `resolveReferences`, for URLs, in which values are encoded. */
export function resolveUrl(url: string, values: ReferenceValues): string {
  return url.replace(REFERENCE, (_, path: string) =>
    encodeURIComponent(String(lookUp(path, values))),
  );
}

/** Reference ids that a value speaks of. */
export function referencedIds(value: JsonValue): string[] {
  return [...JSON.stringify(value).matchAll(REFERENCE)].map(
    match => match[1].split(/[.[]/)[0],
  );
}

function lookUp(path: string, values: ReferenceValues): JsonValue {
  const [reference, ...steps] = path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter(step => step !== '');
  let value = values.get(reference);
  for (const step of steps) {
    value = child(value, step);
  }
  if (
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  ) {
    return value;
  }
  throw processingHalted(
    `Invalid reference specified. No value for ${path} found in ${reference}`,
  );
}

function child(value: unknown, step: string): unknown {
  if (Array.isArray(value)) {
    return value[Number(step)];
  }
  return isJsonObject(value) && Object.hasOwn(value, step)
    ? value[step]
    : undefined;
}

/** 400 in the words for everything that depends on something that failed. */
export function processingHalted(message: string): SalesforceError {
  return new SalesforceError({ errorCode: 'PROCESSING_HALTED', message });
}

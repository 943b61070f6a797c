const secretKey =
  /(password|passwd|secret|token|authorization|private.?key|assertion|session.?id|sealed)/i;

// Salesforce session ids, JSON web tokens and PEM keys, wherever they stand.
const secretText =
  /00D[A-Za-z0-9]{12,15}![A-Za-z0-9._]+|eyJ[\w-]{10,}\.[\w-]+\.[\w-]*|-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g;

/** What stands in the log where a secret stood. */
export const REDACTED = '[removed: secret]';

/**
 * Takes secrets out of what is about to be recorded. The log cannot be changed
 * later, so this errs on the side of removing: every text under a telling name,
 * and every text of a telling form. Flags and numbers stay.
 */
export function redactSecrets<T>(value: T): T {
  return redact(value, false) as T;
}

function redact(value: unknown, telling: boolean): unknown {
  if (typeof value === 'string') {
    return telling ? REDACTED : value.replace(secretText, REDACTED);
  }
  if (Array.isArray(value)) return value.map(item => redact(item, telling));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value)
        // JSON knows no undefined; canonical JSON refuses it
        .filter(([, member]) => member !== undefined)
        .map(([key, member]) => [
          key,
          redact(member, telling || secretKey.test(key)),
        ]),
    );
  }
  return value;
}

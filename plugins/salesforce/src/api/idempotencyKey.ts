/**
 * A key under which a submit is done once, however often it is sent. Not
 * `randomUUID`, which browsers withhold from portals without TLS.
 */
export function idempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

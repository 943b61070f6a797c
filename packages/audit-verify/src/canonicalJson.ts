const surrogate = /\p{Surrogate}/u;

/**
 * Canonical JSON by RFC 8785: members sorted by UTF-16 code units, no white
 * space, numbers and strings as ECMAScript prints them. Throws on what JSON
 * cannot hold and on lone surrogates, which RFC 8785 refuses.
 *
 * Written here rather than imported, so that whoever audits the auditor has one
 * page to read and no dependency to trust.
 *
 * @public
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error('A number is not finite');
    return JSON.stringify(value);
  }
  if (typeof value === 'string') {
    if (surrogate.test(value)) {
      throw new Error('A string holds a lone surrogate');
    }
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') {
    return `{${canonicalMembers(value as Record<string, unknown>).join(',')}}`;
  }
  throw new Error(`A ${typeof value} is not JSON`);
}

/** The members of an object in canonical order, each as `"key":value`. */
export function canonicalMembers(value: Record<string, unknown>): string[] {
  // Without a function to compare by, texts are sorted by UTF-16 code units.
  return Object.keys(value)
    .sort()
    .map(key => `${canonicalJson(key)}:${canonicalJson(value[key])}`);
}

import { createHash } from 'node:crypto';

/** Salesforce's own limit. */
const longest = 80;

/**
 * The API name that a name suggests: "VP in R&D" is VP_in_R_D. Letters of the
 * Latin alphabet lose their accents; a name without any gets one that tells it
 * apart. Pure.
 */
export function developerNameFrom(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  const begun = /^[A-Za-z]/.test(words) ? words : `X${words}`;
  if (words === '') {
    return `X${createHash('sha256').update(name).digest('hex').slice(0, 12)}`;
  }
  return begun.slice(0, longest).replace(/_+$/, '');
}

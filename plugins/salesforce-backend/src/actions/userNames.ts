import { plain } from '../inventory/closest';

/** A word with its first letter upper case, the rest as it is. */
function capitalised(word: string): string {
  return word.charAt(0).toLocaleUpperCase('en') + word.slice(1);
}

/**
 * First and last name from an e-mail address: jenna.rossi@ is Jenna Rossi,
 * mary-jane.van.dyke@ is Mary-Jane Van Dyke, jrossi@ is Jrossi alone. What
 * stands after a plus and the numbers at the end are no part of a name. Pure.
 */
export function namesFromAddress(address: string): {
  firstName?: string;
  lastName: string;
} {
  const local = address.split('@')[0].split('+')[0].replace(/\d+$/, '');
  const words = local
    .split(/[._]+/)
    .filter(Boolean)
    .map(word => word.split('-').map(capitalised).join('-'));
  if (words.length === 0) return { lastName: address.split('@')[0] };
  if (words.length === 1) return { lastName: words[0] };
  const [first, ...rest] = words;
  return { firstName: first, lastName: rest.join(' ') };
}

/** First and last name from a name as it is shown: the last word is the last name. Pure. */
export function namesFromDisplayName(displayName: string): {
  firstName?: string;
  lastName: string;
} {
  const words = displayName.trim().split(/\s+/);
  if (words.length === 1) return { lastName: words[0] };
  return {
    firstName: words.slice(0, -1).join(' '),
    lastName: words[words.length - 1],
  };
}

/** Letters and digits of the Latin alphabet, in lower case. */
const latin = (text: string) => plain(text).replace(/[^a-z0-9]/g, '');

/** What of an alias is the same for everyone of this name: jrossi. Pure. */
export function aliasBase(names: {
  firstName?: string;
  lastName: string;
}): string {
  const initial = latin(names.firstName ?? '').slice(0, 1);
  return `${initial}${latin(names.lastName)}`.slice(0, 8) || 'user';
}

/**
 * The first of base, base1, base2 ... that nobody has, within the length that
 * Salesforce allows. Pure.
 */
export function firstFree(options: {
  base: string;
  taken: Iterable<string>;
  maximumLength: number;
}): string {
  const { base, maximumLength } = options;
  const taken = new Set([...options.taken].map(text => text.toLowerCase()));
  for (let number = 0; ; number += 1) {
    const suffix = number === 0 ? '' : String(number);
    const candidate = base.slice(0, maximumLength - suffix.length) + suffix;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

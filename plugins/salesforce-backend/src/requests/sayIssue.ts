import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** zod's own words; an action's words for its field are left as they are. */
const generic = /^(?:Invalid|Too big|Too small|Unrecognized)\b/;

const kinds: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'an object with fields',
  record: 'an object with fields',
  string: 'a text',
};

const formats: Readonly<Record<string, string>> = {
  date: 'a date such as 2027-01-31',
  datetime: 'a time such as 2027-01-31T09:00:00Z',
  email: 'an e-mail address',
  url: 'an address such as https://example.com',
};

/** A sentence that names the field and what it must be. */
export function sayIssue(issue: Issue): string {
  if (issue.code === 'unrecognized_keys') {
    return `There is no field "${issue.keys.join('", "')}" here`;
  }
  if (!generic.test(issue.message)) return issue.message;
  const name =
    issue.path.length > 0
      ? `'${issue.path.map(String).join('.')}'`
      : 'The input';
  const wanted = wantedBy(issue);
  if (wanted === undefined) return `${name}: ${issue.message}`;
  return / undefined$/.test(issue.message)
    ? `${name} is missing; it must be ${wanted}`
    : `${name} must ${wanted.startsWith('have') ? '' : 'be '}${wanted}`;
}

function wantedBy(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return kinds[issue.expected];
    case 'invalid_format':
      return formats[issue.format];
    case 'invalid_value':
      return `one of: ${issue.values.map(String).join(', ')}`;
    case 'too_big':
      return bound(issue.origin, 'at most', issue.maximum);
    case 'too_small':
      return bound(issue.origin, 'at least', issue.minimum);
    case 'invalid_union':
      return anyOf(issue.errors);
    default:
      return undefined;
  }
}

/** What each kind of value that may stand here has to be. */
function anyOf(kindsOfIssues: readonly (readonly Issue[])[]) {
  const wanted = kindsOfIssues.map(([first]) =>
    first?.path.length === 0 ? wantedBy(first) : undefined,
  );
  return wanted.every(words => words !== undefined && !words.startsWith('have'))
    ? [...new Set(wanted)].join(' or ')
    : undefined;
}

function bound(origin: string, how: string, limit: number | bigint): string {
  const count = Number(limit);
  switch (origin) {
    case 'string':
      return `have ${how} ${count} character${count === 1 ? '' : 's'}`;
    case 'array':
    case 'set':
      return `have ${how} ${count} entr${count === 1 ? 'y' : 'ies'}`;
    default:
      return `${how} ${count}`;
  }
}

import { malformedSearch } from './searchTerm';

export type SearchScope = 'ALL' | 'NAME' | 'EMAIL' | 'PHONE';

/** An entry of RETURNING. */
export interface SearchTarget {
  readonly object: string;
  readonly fields: readonly string[];
  readonly where: string | null;
  /** What comes after WHERE: ORDER BY, OFFSET. */
  readonly order: string | null;
  readonly limit: number | null;
  readonly offset: number | null;
}

/** `FIND {term} IN NAME FIELDS RETURNING X(a, b WHERE ... LIMIT n)`. */
export interface Search {
  readonly term: string;
  readonly scope: SearchScope;
  readonly targets: readonly SearchTarget[];
  readonly limit: number | null;
}

/** Inside the brackets of a target. */
const INNER =
  /^(.*?)(?:\s*\bWHERE\b\s*(.*?))?(?:\s*\bORDER\s+BY\b\s*(.*?))?(?:\s*\bLIMIT\s+(\d+))?(?:\s*\bOFFSET\s+(\d+))?\s*$/is;

/** What changes how results look or are counted, and not which they are. */
const EXTRAS =
  /\s+(?:WITH\s+(?:HIGHLIGHT|SNIPPET(?:\s*\([^)]*\))?|SPELL_CORRECTION\s*=\s*(?:true|false)|METADATA\s*=\s*'LABELS')|UPDATE\s+(?:TRACKING|VIEWSTAT))\s*$/i;

/** @throws 400 MALFORMED_SEARCH */
export function parseSosl(sosl: string): Search {
  const find = /^\s*FIND\s*\{((?:\\.|[^\\}])*)\}\s*/i.exec(sosl);
  if (!find) {
    throw malformedSearch(
      'No search term found. The search term must be enclosed in braces.',
    );
  }
  const term = find[1].trim();
  if (term.length < 2) {
    throw malformedSearch('search term must be longer than one character');
  }
  let rest = sosl.slice(find[0].length);
  const scope = /^IN\s+(ALL|NAME|EMAIL|PHONE|SIDEBAR)\s+FIELDS\s*/i.exec(rest);
  rest = rest.slice(scope?.[0].length ?? 0);
  const limit = /\s*LIMIT\s+(\d+)\s*$/i.exec(rest);
  rest = limit ? rest.slice(0, limit.index) : rest;
  while (EXTRAS.test(rest)) {
    rest = rest.replace(EXTRAS, '');
  }
  const returning = /^RETURNING\s+(.*)$/is.exec(rest);
  if (rest.trim() !== '' && !returning) {
    throw malformedSearch(`unexpected token: ${rest.trim().split(/\s/)[0]}`);
  }
  return {
    term,
    scope: scopeNamed(scope?.[1]),
    targets: returning ? splitTopLevel(returning[1]).map(parseTarget) : [],
    limit: limit ? Number(limit[1]) : null,
  };
}

function scopeNamed(name: string | undefined): SearchScope {
  switch (name?.toUpperCase()) {
    case 'NAME':
      return 'NAME';
    case 'EMAIL':
      return 'EMAIL';
    case 'PHONE':
      return 'PHONE';
    default:
      return 'ALL';
  }
}

function parseTarget(text: string): SearchTarget {
  const match = /^\s*(\w+)\s*(?:\((.*)\))?\s*$/s.exec(text);
  if (!match) {
    throw malformedSearch(`unexpected token: ${text.trim()}`);
  }
  const [, object, inner = ''] = match;
  const parts = INNER.exec(inner);
  if (!parts) {
    throw malformedSearch(`unexpected token: ${inner.trim()}`);
  }
  const [, fields = '', where, order, limit, offset] = parts;
  return {
    object,
    fields: splitTopLevel(fields)
      .map(field => field.trim())
      .filter(field => field !== ''),
    where: where ?? null,
    order: order ?? null,
    limit: limit === undefined ? null : Number(limit),
    offset: offset === undefined ? null : Number(offset),
  };
}

function splitTopLevel(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let current = '';
  for (const character of text) {
    depth += character === '(' ? 1 : 0;
    depth -= character === ')' ? 1 : 0;
    if (character === ',' && depth === 0) {
      parts.push(current);
      current = '';
    } else {
      current += character;
    }
  }
  return [...parts, current];
}

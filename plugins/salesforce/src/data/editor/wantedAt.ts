import {
  clauseAt,
  isWord,
  soqlLevels,
  sourceOf,
  type SoqlLevel,
} from './soqlLevels';
import type { SoqlToken } from './soqlTokens';

/** The object that fields belong to. */
export type FieldSource =
  | { kind: 'object'; name: string }
  /** The children that a relationship of another source names. */
  | { kind: 'children'; of: FieldSource; relationship: string };

/** What could be written at a position; `from` is where the word there begins. */
export type Wanted =
  | { kind: 'object'; from: number }
  | { kind: 'relationship'; from: number; of: FieldSource }
  | {
      kind: 'field';
      from: number;
      source: FieldSource;
      /** Relationships before the last dot. */
      path: string[];
      clause: string;
    }
  | {
      kind: 'value';
      from: number;
      source: FieldSource;
      field: string[];
      /** The cursor is behind an opening quote. */
      quoted: boolean;
    }
  | { kind: 'word'; from: number; words: readonly string[] };

const comparisons = ['=', '!=', '<', '>', '<=', '>='];
const wordComparisons = ['LIKE', 'IN', 'INCLUDES', 'EXCLUDES'];

/** What could be written at a position of a query. Undefined where nothing is known. */
export function wantedAt(text: string, position: number): Wanted | undefined {
  const level = soqlLevels(text)
    .filter(({ from, to }) => from <= position && position <= to)
    .at(-1);
  if (!level) return undefined;
  const current = level.tokens.find(
    token =>
      token.from < position &&
      position <= token.to &&
      (token.kind === 'word' || token.kind === 'string'),
  );
  const from = current?.from ?? position;
  const before = level.tokens.filter(token => token.to <= from);
  const previous = before.at(-1);
  const clause = clauseAt(level, from);
  const source = fieldSourceOf(level);
  if (current?.kind === 'string') {
    const isOpen = !/.'$/.test(current.text) || position < current.to;
    const field = isOpen ? comparedField(before) : undefined;
    return field && source
      ? value({ from: from + 1, source, field, level, quoted: true })
      : undefined;
  }
  const fields = (): Wanted | undefined => {
    if (!source || !clause) return undefined;
    const steps = (current?.text ?? '').slice(0, position - from).split('.');
    const path = withoutAlias(steps.slice(0, -1), level);
    const last = steps.at(-1) ?? '';
    return {
      kind: 'field',
      from: position - last.length,
      source,
      path,
      clause,
    };
  };
  const words = (...list: string[]): Wanted => ({
    kind: 'word',
    from,
    words: list,
  });
  switch (clause) {
    case undefined:
      return words('SELECT');
    case 'SELECT':
      if (startsItem(previous, 'SELECT')) return fields() ?? words('FROM');
      return words('FROM');
    case 'FROM':
      if (isWord(previous, 'FROM') || previous?.kind === 'comma') {
        const outer = level.inside;
        const of = outer && fieldSourceOf(outer.level);
        return outer?.clause === 'SELECT' && of
          ? { kind: 'relationship', from, of }
          : { kind: 'object', from };
      }
      return words('WHERE', 'GROUP BY', 'ORDER BY', 'LIMIT');
    case 'WHERE':
    case 'HAVING': {
      const field = comparedField(before);
      if (field) {
        return source && value({ from, source, field, level, quoted: false });
      }
      if (
        startsItem(previous, clause) ||
        ['AND', 'OR', 'NOT'].some(word => isWord(previous, word))
      ) {
        return fields();
      }
      return isField(before)
        ? words(...comparisons, ...wordComparisons, 'NOT IN')
        : words('AND', 'OR', 'GROUP BY', 'ORDER BY', 'LIMIT');
    }
    case 'GROUP BY':
    case 'ORDER BY':
      if (startsItem(previous, 'BY')) return fields();
      return clause === 'ORDER BY'
        ? words('ASC', 'DESC', 'NULLS FIRST', 'NULLS LAST', 'LIMIT', 'OFFSET')
        : words('HAVING', 'ORDER BY', 'LIMIT');
    case 'LIMIT':
      return previous?.kind === 'number' ? words('OFFSET') : undefined;
    default:
      return undefined;
  }
}

function value(options: {
  from: number;
  source: FieldSource;
  field: string;
  level: SoqlLevel;
  quoted: boolean;
}): Wanted {
  const { from, source, field, level, quoted } = options;
  return {
    kind: 'value',
    from,
    source,
    field: withoutAlias(field.split('.'), level),
    quoted,
  };
}

function fieldSourceOf(level: SoqlLevel): FieldSource | undefined {
  const source = sourceOf(level);
  if (!source) return undefined;
  const { inside } = level;
  if (inside?.clause !== 'SELECT') return { kind: 'object', name: source.name };
  const of = fieldSourceOf(inside.level);
  return of && { kind: 'children', of, relationship: source.name };
}

/** `a.Name` is a field of the object whose short name is `a`. */
function withoutAlias(path: string[], level: SoqlLevel): string[] {
  const source = sourceOf(level);
  const isOwn = [source?.alias, source?.name].some(
    name => name?.toLowerCase() === path[0]?.toLowerCase(),
  );
  return isOwn ? path.slice(1) : path;
}

function startsItem(previous: SoqlToken | undefined, word: string): boolean {
  return (
    previous?.kind === 'comma' ||
    previous?.kind === 'open' ||
    isWord(previous, word)
  );
}

/** The field whose value comes next, also inside the list of an IN. */
function comparedField(before: SoqlToken[]): string | undefined {
  let index = before.length - 1;
  const isListed = () =>
    ['comma', 'string', 'number', 'open'].includes(before[index]?.kind ?? '');
  if (before[index]?.kind === 'comma' || before[index]?.kind === 'open') {
    while (isListed()) index -= 1;
  }
  const isList = index < before.length - 1;
  const operator = before[index];
  if (!operator) return undefined;
  const word = operator.text.toUpperCase();
  const takesValue = isList
    ? ['IN', 'INCLUDES', 'EXCLUDES'].includes(word)
    : operator.kind === 'operator' || word === 'LIKE';
  if (!takesValue) return undefined;
  index -= 1;
  if (isWord(before[index], 'NOT')) index -= 1;
  const field = before[index];
  return field?.kind === 'word' ? field.text : undefined;
}

/** Whether what was written last is a field that awaits its comparison. */
function isField(before: SoqlToken[]): boolean {
  const last = before.at(-1);
  const earlier = before.at(-2);
  return (
    last?.kind === 'word' &&
    (startsItem(earlier, 'WHERE') ||
      ['AND', 'OR', 'NOT', 'HAVING'].some(word => isWord(earlier, word)))
  );
}

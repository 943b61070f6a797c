import { verbs } from './lexicon';
import { handsOver } from './offboardCommand';
import type { Token } from './tokens';

/** Verbs that begin a step of their own behind "and" or a comma. */
const beginners = new Set(
  Object.values(verbs)
    .flat()
    .map(words => words.split(' ')[0])
    .filter(
      word =>
        ![
          'open',
          'new',
          'have',
          'want',
          'need',
          'log',
          'sign',
          'close',
          'request',
          'make',
          'set',
          'include',
          'turn',
          'block',
          'pass',
          'hand',
          'report',
          'run',
          'view',
          'see',
          'read',
          'check',
          'count',
          'cancel',
          'move',
          'enable',
          'put',
          'join',
          'tell',
          'share',
          'lock',
          'switch',
          'get',
          'drop',
          're',
          'pull',
          'list',
          'search',
          'describe',
          'display',
          'off',
          'email',
          'mail',
          'let',
          'should',
        ].includes(word),
    ),
);

/** These begin a step too, when "and" stands before them. */
const behindAnd = new Set([
  'set',
  'make',
  'put',
  'move',
  'enable',
  'lock',
  'log',
  'sign',
  'switch',
  'tell',
  'send',
  'get',
  'pull',
  'block',
  'turn',
  'who',
  'what',
  'when',
  'how',
  'list',
  'then',
  'also',
  'mail',
  'email',
]);

const nouns = ['public group', 'queue', 'role', 'permission set'];

/**
 * Parts a sentence into steps: at full stops, and where "and", "then" or a
 * comma is followed by a verb (or, when things are created, by another thing).
 */
export function clausesOf(tokens: readonly Token[]): Token[][] {
  const clauses: Token[][] = [];
  let current: Token[] = [];
  const close = () => {
    if (current.some(({ kind }) => kind !== 'stop')) clauses.push(current);
    current = [];
  };
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token.kind === 'stop') {
      if (current.length > 0 && goesOnAsList(tokens, at)) continue;
      close();
      continue;
    }
    if (current.length > 0 && begins(tokens, at, current)) {
      const verb = isAnotherThing(tokens, at, current)
        ? current.find(({ plain }) => plain === 'create')
        : undefined;
      close();
      if (verb) current.push(verb);
      if (['and', 'then', 'also', 'plus'].includes(token.plain)) continue;
    }
    current.push(token);
  }
  close();
  return clauses.filter(
    clause =>
      // the number of a line of a list
      !(clause.length === 1 && /^\d{1,2}$/.test(clause[0].plain)) &&
      !clause.every(({ plain }) =>
        [
          'and',
          'then',
          'also',
          'please',
          'thanks',
          'hi',
          'hello',
          'hey',
          'there',
          'good',
          'morning',
          'afternoon',
          'thx',
          'appreciated',
          'much',
          'so',
          'a',
          'lot',
          'in',
          'advance',
          'regards',
          'team',
          'all',
          'best',
          'ok',
          'okay',
          'thank',
          'you',
          'cheers',
        ].includes(plain),
      ),
  );
}

/** Semicolons and line ends part the lines of a list too: addresses, ids, quotes. */
function goesOnAsList(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:;|\n)/.test(tokens[at].text)) return false;
  const rest = tokens.slice(at + 1);
  const end = rest.findIndex(({ kind }) => kind === 'stop');
  const line = end < 0 ? rest : rest.slice(0, end);
  return (
    line.some(({ kind }) => kind !== 'word') &&
    line.every(
      ({ kind, plain }) =>
        kind !== 'word' || ['and', 'also', 'plus'].includes(plain),
    )
  );
}

/** "offboard Marco and give his records to Ari" is one thing. */
function staysWithOffboarding(
  tokens: readonly Token[],
  at: number,
  current: Token[],
): boolean {
  if (!/\boff ?board\b/.test(current.map(({ plain }) => plain).join(' '))) {
    return false;
  }
  const step = ['and', 'then'].includes(tokens[at].plain) ? 1 : 0;
  const rest = tokens.slice(at + step, at + step + 12);
  const end = rest.findIndex(({ kind }) => kind === 'stop');
  const words = (end < 0 ? rest : rest.slice(0, end)).map(({ plain }) => plain);
  return (
    handsOver.test(words[0] ?? '') &&
    words.some(word =>
      /^(?:records?|everything|stuff|work|data|business|opportunities|accounts|leads|cases)$/.test(
        word,
      ),
    )
  );
}

/** "convert Frank Knight and create an opportunity …" is one thing. */
function staysWithConversion(
  tokens: readonly Token[],
  at: number,
  current: Token[],
): boolean {
  return (
    current.some(({ plain }) => plain === 'convert') &&
    /^(?:and |then )*(?:create|make|add|name|call|use)\b.* ?\b(?:opportunity|opp|deal|account|contact)\b/.test(
      tokens
        .slice(at, at + 7)
        .map(({ plain }) => plain)
        .join(' '),
    )
  );
}

function begins(
  tokens: readonly Token[],
  at: number,
  current: Token[],
): boolean {
  const token = tokens[at];
  const next = (step: number) => tokens[at + step]?.plain ?? '';
  if (token.kind !== 'word') return false;
  if (staysWithOffboarding(tokens, at, current)) return false;
  if (staysWithConversion(tokens, at, current)) return false;
  if (token.plain === 'then' && current.length > 1) {
    // "until then" is a time
    return !/^(?:until|till|til|by|before|since)$/.test(
      tokens[at - 1]?.plain ?? '',
    );
  }
  if (token.plain === 'and' || token.plain === 'plus') {
    let step = 1;
    while (
      [
        'then',
        'also',
        'please',
        'can',
        'could',
        'you',
        'afterwards',
        'finally',
        'lastly',
        'next',
        'kindly',
        'i',
        "i'd",
        'we',
      ].includes(next(step))
    )
      step += 1;
    if (step > 1 && next(1) !== 'i' && next(1) !== 'you' && next(1) !== 'we') {
      return beginners.has(next(step)) || behindAnd.has(next(step));
    }
    if (beginners.has(next(step)) || behindAnd.has(next(step))) return true;
    return isAnotherThing(tokens, at, current);
  }
  if (!token.afterBreak) return false;
  let behind = 0;
  while (
    [
      'please',
      'so',
      'can',
      'could',
      'you',
      'kindly',
      'therefore',
      'pls',
      'now',
      'would',
      'hence',
      'someone',
      'somebody',
      'anyone',
      'we',
      'i',
      'need',
      'to',
      'should',
      'must',
      'let',
      'us',
      'just',
      'will',
      'go',
      'ahead',
      'and',
      'next',
      'lastly',
      'finally',
    ].includes(next(behind))
  ) {
    behind += 1;
  }
  if (
    behind > 0 &&
    (beginners.has(next(behind)) || behindAnd.has(next(behind)))
  ) {
    return current.some(({ kind }) => kind !== 'word') || current.length > 1;
  }
  if (
    behindAnd.has(token.plain) &&
    !['who', 'what', 'when', 'how', 'mail', 'email', 'list'].includes(
      token.plain,
    )
  ) {
    return current.length > 2;
  }
  return beginners.has(token.plain);
}

/** "Create a role … and a public group …": the verb goes for both. */
function isAnotherThing(
  tokens: readonly Token[],
  at: number,
  current: Token[],
): boolean {
  if (!current.some(({ plain }) => plain === 'create')) return false;
  const rest = tokens
    .slice(at + 1, at + 5)
    .map(({ plain }) => plain)
    .join(' ');
  return nouns.some(noun =>
    new RegExp(`^(?:a|an|another) (?:new )?${noun}\\b`).test(rest),
  );
}

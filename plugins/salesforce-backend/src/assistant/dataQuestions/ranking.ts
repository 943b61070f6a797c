/** What is compared between groups. */
export type Measure =
  | { kind: 'count' }
  | { kind: 'sum' | 'average'; words: string }
  /** Days from the creation of a record to its end. */
  | { kind: 'duration' }
  /** The share of records that were won or converted. */
  | { kind: 'rate' };

/** A question about which group comes first, or about all groups side by side. */
export interface RankingQuestion {
  /** Words for what is compared: "agent", "region", "month". */
  group: string | undefined;
  measure: Measure;
  order: 'most' | 'least';
  /** Whether one group is asked for, or all of them. */
  one: boolean;
  /** What is left: the records that are looked at. */
  rest: string;
}

const most =
  '(?:most|highest number of|largest number of|greatest number of|maximum number of)';
const least = '(?:fewest|least|lowest number of|smallest number of)';
const acts =
  '(?:has|have|had|with|handled|handles|handle|closed|closes|won|wins|opened|created|resolved|generated|generates|brings?(?: in)?|brought(?: in)?|got|gets|owns?|owned|made|makes|did|worked(?: on)?|processed|converted|lost)';
const duration =
  '(?:(?:case )?(?:handle|handling|resolution|turnaround|closing|cycle) times?|time to (?:close|resolve|resolution|closure|convert|win)(?: (?:cases?|opportunit(?:y|ies)|deals?|leads?|tickets?))?|sales cycle(?: (?:time|length))?|(?:days|time) (?:it takes )?to (?:close|resolve))';
const rate = '(?:(?:win|closing|close|success|conversion) rates?)';

/**
 * Reads "which agent handled the most cases", "average handle time by owner",
 * "the most common reason of cases". Undefined for other questions. Pure.
 */
export function rankingIn(text: string): RankingQuestion | undefined {
  const said = text
    .replace(/[?!.]+\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return (
    byCount(said) ??
    byMeasure(said) ??
    common(said) ??
    average(said) ??
    amountBy(said) ??
    topBy(said) ??
    topByAmount(said) ??
    each(said)
  );
}

/** "which agent closed the most cases last quarter", "who has the fewest leads". */
function byCount(said: string): RankingQuestion | undefined {
  const found = new RegExp(
    `^(?:.*?\\b)?(?:(?:which|what)\\s+(?<group>[\\p{L} ]{2,40}?)|who|whose)\\s+(?<act>${acts})\\s+(?:the\\s+)?(?:(?<most>${most})|${least})\\s+(?<rest>.+)$`,
    'iu',
  ).exec(said)?.groups;
  if (!found) return undefined;
  return {
    group: found.group ?? 'who',
    measure: { kind: 'count' },
    order: found.most ? 'most' : 'least',
    one: true,
    rest: `${stateOf(found.act)} ${found.rest}`,
  };
}

/** "which rep has the highest win rate", "which region has the highest revenue". */
function byMeasure(said: string): RankingQuestion | undefined {
  const found = new RegExp(
    `^(?:.*?\\b)?(?:(?:which|what)\\s+(?<group>[\\p{L} ]{2,40}?)|who)\\s+(?:${acts}|is)\\s+(?:the\\s+)?(?<end>highest|lowest|best|worst|shortest|longest|fastest|slowest|largest|smallest|biggest)\\s+(?<kind>average |avg |mean |total |overall )?(?<what>.+)$`,
    'iu',
  ).exec(said)?.groups;
  if (!found) return undefined;
  const { what, end, kind = '' } = found;
  const measured = measureIn(what, kind);
  if (!measured) return undefined;
  const isShort = /^(?:lowest|shortest|fastest|smallest)$/i.test(end);
  const isGood = /^best$/i.test(end);
  const isBad = /^(?:worst|slowest)$/i.test(end);
  const isTime = measured.measure.kind === 'duration';
  return {
    group: found.group ?? 'who',
    measure: measured.measure,
    order:
      isShort || (isTime && isGood) || (!isTime && isBad) ? 'least' : 'most',
    one: true,
    rest: measured.rest,
  };
}

function measureIn(
  what: string,
  kind: string,
): { measure: Measure; rest: string } | undefined {
  const time = new RegExp(`\\b${duration}\\b`, 'i').exec(what)?.[0];
  if (time) {
    return {
      measure: { kind: 'duration' },
      rest: `${what.replace(time, ' ')} ${objectFor(time)}`,
    };
  }
  const share = new RegExp(`\\b${rate}\\b`, 'i').exec(what)?.[0];
  if (share) {
    return {
      measure: { kind: 'rate' },
      rest: `${what.replace(share, ' ')} ${
        /conversion/i.test(share) ? 'leads' : 'opportunities'
      }`,
    };
  }
  const amount =
    /\b(?:(?:won |closed )?(?:revenue|sales|amount|deal size|opportunity amount|deal value|pipeline)|arr|annual revenue)\b/i.exec(
      what,
    )?.[0];
  if (!amount) return undefined;
  const isOwn = /\b(?:annual revenue|arr)\b/i.test(amount);
  return {
    measure: {
      kind: /average|avg|mean/i.test(kind) ? 'average' : 'sum',
      words: isOwn ? amount : 'amount',
    },
    rest: `${what.replace(amount, ' ')} ${
      isOwn
        ? 'accounts'
        : `${/revenue|sales|won/i.test(amount) ? 'won ' : ''}opportunities`
    }`,
  };
}

/** "the most common reason of cases this year", "top issue of cases". */
function common(said: string): RankingQuestion | undefined {
  const found =
    /^(?:.*?\b)?(?:most (?:common|frequent)|top)\s+(?<group>(?:case |lead |opportunity )?(?:issue|issues|problem|problems|reason|reasons|type|types|origin|origins|source|sources|category|industry|stage|status|loss reason)s?)\b\s*(?<rest>.*)$/iu.exec(
      said,
    )?.groups;
  if (!found) return undefined;
  const object = /^(case|lead|opportunity) /i.exec(found.group)?.[1];
  const noun =
    /\b(?:cases?|leads?|opportunit|deals?|accounts?|tickets?)\b/i.test(
      found.rest,
    )
      ? ''
      : object ?? (/source/i.test(found.group) ? 'leads' : 'cases');
  return {
    group: found.group,
    measure: { kind: 'count' },
    order: 'most',
    one: true,
    rest: `${found.rest} ${noun}`,
  };
}

/** "average handle time of cases by owner", "average sales cycle". */
function average(said: string): RankingQuestion | undefined {
  const found = new RegExp(
    `\\b(?:average|avg|mean)\\s+(?<time>${duration})\\b`,
    'iu',
  ).exec(said);
  const share = new RegExp(`\\b${rate}\\b`, 'i').exec(said);
  const hit = found ?? share;
  if (!hit) return undefined;
  const by =
    /\b(?:by|per|for each|of each)\s+(?<group>[\p{L} ]{2,30}?)(?=\s+(?:in|for|this|last|over|during|since|with|of)\b|$)/iu.exec(
      said,
    );
  let rest = said.replace(hit[0], ' ');
  if (by) rest = rest.replace(by[0], ' ');
  return {
    group: by?.groups?.group,
    measure: found ? { kind: 'duration' } : { kind: 'rate' },
    order: 'most',
    one: false,
    rest: `${rest} ${found ? objectFor(found[0]) : objectOfRate(hit[0])}`,
  };
}

/** "average annual revenue by industry", "average amount of open deals per stage". */
function amountBy(said: string): RankingQuestion | undefined {
  const found =
    /^(?:.*?\b)?(?<kind>average|avg|mean)\s+(?<what>.+?)\s+(?:by|per|for each)\s+(?<group>[\p{L} ]{2,30}?)(?<tail>\s+(?:in|for|this|last|over|during|since|with)\b.*)?$/iu.exec(
      said,
    )?.groups;
  const measured = found && measureIn(found.what, found.kind);
  if (!measured) return undefined;
  return {
    group: found.group,
    measure: measured.measure,
    order: 'most',
    one: false,
    rest: `${measured.rest.replace(/^won /, '')} ${found.tail ?? ''}`,
  };
}

/** "top 5 accounts by number of contacts". */
function topBy(said: string): RankingQuestion | undefined {
  const found =
    /^(?:.*?\b)?(?:top\s+(?:\d+|ten|five|three|twenty)?|which)\s*(?<group>accounts?|customers?|companies|owners?|agents?|reps?|users?|people|industries|states?|regions?|countries)\s+(?:by|have|with)\s+(?:the\s+)?(?:most|number of|count of)\s+(?<rest>.+)$/iu.exec(
      said,
    )?.groups;
  if (!found) return undefined;
  return {
    group: found.group
      .replace(/industries/i, 'industry')
      .replace(/countries/i, 'country'),
    measure: { kind: 'count' },
    order: 'most',
    one: false,
    rest: found.rest,
  };
}

/** "top five sales reps by won amount this year". */
function topByAmount(said: string): RankingQuestion | undefined {
  const found =
    /^(?:.*?\b)?(?:top|best)\s+(?:\d+\s+|ten\s+|five\s+|three\s+|twenty\s+)?(?<group>(?:sales )?(?:reps?|people)|owners?|agents?|sellers?|states?|regions?|countries)\s+by\s+(?:the\s+)?(?<kind>average |total )?(?<what>.+)$/iu.exec(
      said,
    )?.groups;
  const measured = found && measureIn(found.what, found.kind ?? '');
  if (!measured) return undefined;
  const isWon = /\b(?:won|closed)\b/i.test(found.what);
  return {
    group: found.group.replace(/countries/i, 'country'),
    measure: measured.measure,
    order: 'most',
    one: false,
    rest: `${isWon ? 'won ' : ''}${measured.rest.replace(
      /\b(?:won|closed)\b/gi,
      ' ',
    )}`,
  };
}

/** "how many cases does each owner have", "cases per month", "which month had …". */
function each(said: string): RankingQuestion | undefined {
  const found =
    /^(?<head>.*?)\b(?:does|do|did|has|have) each (?<group>[\p{L} ]{2,30}?) (?<act>have|own|handle|closed?|has|resolved?|win|won|lose|lost|converted?)\b(?<tail>.*)$/iu.exec(
      said,
    )?.groups ??
    /^(?<head>.*?)\b(?:per|by|for each|each)\s+(?<group>month|quarter|year|week ?day)\b(?<tail>.*)$/iu.exec(
      said,
    )?.groups;
  if (!found) return undefined;
  return {
    group: found.group,
    measure: { kind: 'count' },
    order: 'most',
    one: false,
    rest: `${
      // who has or handles some may have them open
      /^(?:have|own|handle|has)$/i.test(found.act ?? 'have')
        ? ''
        : `${stateOf(found.act)} `
    }${found.head} ${found.tail}`.replace(
      /\b(?:how many|number of|count of|were|was)\b/gi,
      ' ',
    ),
  };
}

function objectOfRate(rateWords: string): string {
  return /conversion/i.test(rateWords) ? 'leads' : 'opportunities';
}

function objectFor(time: string): string {
  if (/lead|convert/i.test(time)) return 'leads';
  return /sales|deal|opportunit|win\b/i.test(time) ? 'opportunities' : 'cases';
}

/** "closed the most cases": the verb says which ones. */
function stateOf(act: string): string {
  if (/^(?:handled?|handles|closed?|closes|resolved?|processed)/i.test(act)) {
    return 'closed';
  }
  if (/^(?:won|wins?)/i.test(act)) return 'won';
  if (/^convert(?:ed)?/i.test(act)) return 'converted';
  return /^(?:lost|lose)/i.test(act) ? 'lost' : '';
}

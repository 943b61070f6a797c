import type { SoqlHaving } from '@salesdesk/backstage-plugin-salesforce-node';
import { numberOfWords, numberWords } from '../numberWords';

/** Which groups have how many records: "accounts with more than 3 open opportunities". */
export interface GroupThreshold {
  /** The words for the groups: "accounts in Germany", "who". */
  group: string;
  operator: SoqlHaving['operator'];
  count: number;
  /** The records that are counted: "open opportunities". */
  counted: string;
}

// "100k ARR" and "5 %" are values and no counts
const amount = `(?<count>\\d{1,5}|${Object.keys(numberWords).join(
  '|',
)})(?![.,]?\\d|\\s*(?:k|m|mn|bn|million|thousand|usd|eur)\\b|\\s*%)`;

const operators: Array<[RegExp, SoqlHaving['operator']]> = [
  [/^(?:at least|no (?:fewer|less) than|not (?:fewer|less) than|>=)$/, '>='],
  [/^(?:at most|up to|no more than|not more than|<=)$/, '<='],
  [/^(?:more than|over|above|>)$/, '>'],
  [/^(?:fewer than|less than|under|below|<)$/, '<'],
  [/^(?:exactly|=)$/, '='],
];

const has =
  '(?:(?:that|which|who|whose owners?)\\s+)?(?:(?:do|does)\\s+)?(?:with|having|have|has|got|own|owns|owning|hold|holds|handle|handles)(?:\\s+got)?';
const before =
  '(?:at least|no (?:fewer|less|more) than|not (?:fewer|less|more) than|at most|up to|more than|over|above|fewer than|less than|under|below|exactly|>=|<=|>|<|=)';

const pattern = new RegExp(
  `^(?<group>.+?)\\s+${has}\\s+(?:(?<operator>${before})\\s*${amount}|${amount.replace(
    '?<count>',
    '?<more>',
  )}\\s+or\\s+(?<side>more|fewer|less))\\s+(?:of\\s+)?(?<counted>.+)$`,
  'iu',
);

/** Reads how many records a group must have; undefined for other questions. Pure. */
export function groupThreshold(text: string): GroupThreshold | undefined {
  const found = pattern.exec(
    text
      .replace(/[?!.]+\s*$/, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )?.groups;
  if (!found) return undefined;
  const words = found.operator?.toLowerCase();
  const side = found.side?.toLowerCase() === 'more' ? '>=' : '<=';
  return {
    group: found.group,
    operator: words
      ? operators.find(([each]) => each.test(words))?.[1] ?? '='
      : side,
    count: countOf(found.count ?? found.more),
    counted: found.counted,
  };
}

function countOf(words: string): number {
  return numberOfWords(words);
}

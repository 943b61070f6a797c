/** What a sentence should lead to; see docs/assistant.md. */
export interface Expectation {
  /** Exactly these drafts, in this order; `*` stands for any value. */
  drafts?: Array<{ action: string; input: Record<string, unknown> }>;
  /** An answer with blocks of all these kinds. */
  answer?: string[];
  /** Texts that stand somewhere in the answer or in the query behind it. */
  contains?: string | string[];
  /** Rows that the first table shows. */
  rows?: number;
  ask?: boolean;
  refuse?: boolean;
  /** Whatever is said: no draft. */
  never?: boolean;
}

export interface Prompt {
  /** Name of the person in the catalog, e.g. `sam.okafor`. */
  as: string;
  say: string;
  /** What was said before in the same conversation. */
  before?: string[];
  page?: Record<string, unknown>;
  expect: Expectation;
}

export type Outcome =
  | 'right'
  | 'wrong_answer'
  | 'wrong_write'
  | 'asked'
  | 'refused';

interface Block {
  kind: string;
  drafts?: Array<{ action: string; input: Record<string, unknown> }>;
  rows?: unknown[];
}

/** How a turn's blocks compare with what was expected. */
export function judge(blocks: Block[], expect: Expectation): Outcome {
  const has = (kind: string) => blocks.some(block => block.kind === kind);
  const drafts = blocks.flatMap(block => block.drafts ?? []);
  if (expect.drafts) {
    if (drafts.length > 0) {
      return sameDrafts(drafts, expect.drafts) ? 'right' : 'wrong_write';
    }
    return otherwise(has);
  }
  if (drafts.length > 0) return 'wrong_write';
  if (expect.never) return 'right';
  if (expect.ask) return has('question') ? 'right' : otherwise(has);
  if (expect.refuse) return has('refusal') ? 'right' : otherwise(has);
  if (has('question') || has('refusal')) return otherwise(has);
  const table = blocks.find(block => block.kind === 'table');
  const isRight =
    (expect.answer ?? []).every(has) &&
    [expect.contains ?? []]
      .flat()
      .every(words => JSON.stringify(blocks).includes(words)) &&
    (expect.rows === undefined || table?.rows?.length === expect.rows);
  return isRight ? 'right' : 'wrong_answer';
}

function otherwise(has: (kind: string) => boolean): Outcome {
  if (has('question')) return 'asked';
  return has('refusal') ? 'refused' : 'wrong_answer';
}

function sameDrafts(
  drafts: NonNullable<Block['drafts']>,
  expected: NonNullable<Expectation['drafts']>,
): boolean {
  return (
    drafts.length === expected.length &&
    expected.every(
      ({ action, input }, index) =>
        drafts[index].action === action &&
        Object.entries(input).every(([key, value]) =>
          sameValue(drafts[index].input[key], value),
        ) &&
        // an end or a field that nobody asked for is wrong too
        (Object.keys(input).length === 0 ||
          Object.keys(drafts[index].input).every(key => key in input)),
    )
  );
}

function sameValue(found: unknown, wanted: unknown): boolean {
  if (wanted === '*') return found !== undefined;
  const text = (value: unknown) =>
    JSON.stringify(value, inOrder)?.toLowerCase();
  if (Array.isArray(wanted) && Array.isArray(found)) {
    return text([...found].sort()) === text([...wanted].sort());
  }
  return text(found) === text(wanted);
}

/** Keys of objects in one order: which was said first does not matter. */
function inOrder(_key: string, value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value).sort(([left], [right]) =>
          left.localeCompare(right),
        ),
      )
    : value;
}

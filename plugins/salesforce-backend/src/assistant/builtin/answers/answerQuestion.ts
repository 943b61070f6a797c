import type {
  InterpretedPart,
  InterpreterInput,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { Memory } from '../Memory';
import type { Reading } from '../Reading';
import { dataAnswer, soqlAnswer } from './dataAnswer';
import { distinctAnswer } from './distinctAnswer';
import { describeAnswer } from './describeAnswer';
import { historyAnswer } from './historyAnswer';
import { licenceAnswer } from './licenceAnswer';
import { linkAnswer, recordAnswer } from './recordAnswer';
import { managerAnswer } from './managerAnswer';
import { membersAnswer } from './membersAnswer';
import { membershipsAnswer } from './membershipsAnswer';
import { ownAnswer } from './ownAnswer';
import { rankingAnswer } from './rankingAnswer';
import { requestsAnswer } from './requestsAnswer';
import { rightsAnswer } from './rightsAnswer';
import { secretAnswer } from './secretAnswer';
import { setupListAnswer } from './setupListAnswer';
import { thresholdAnswer } from './thresholdAnswer';
import { usersAnswer } from './usersAnswer';

/** A question, and what is known of it. */
export interface Question {
  /** The step as it was written. */
  text: string;
  /** Lower case, without marks. */
  plain: string;
  reading: Reading;
  input: InterpreterInput;
  /** Answers leave here what the next turn needs. */
  memory: Memory;
}

export type Answerer = (
  question: Question,
) => Promise<InterpretedPart[] | undefined>;

const answerers: Answerer[] = [
  secretAnswer,
  requestsAnswer,
  historyAnswer,
  thresholdAnswer,
  distinctAnswer,
  rankingAnswer,
  rightsAnswer,
  licenceAnswer,
  membershipsAnswer,
  managerAnswer,
  ownAnswer,
  describeAnswer,
  linkAnswer,
  setupListAnswer,
  membersAnswer,
  usersAnswer,
  recordAnswer,
  dataAnswer,
];

/** Answers a question, or undefined when nobody here understands it. */
export async function answerQuestion(options: {
  text: string;
  reading: Reading | undefined;
  input: InterpreterInput;
  memory: Memory;
}): Promise<InterpretedPart[] | undefined> {
  const { text, reading, input, memory } = options;
  if (!reading || /\bselect\b[\s\S]+\bfrom\b/i.test(text))
    return soqlAnswer(text, input);
  const plain = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}'@._-]+/gu, ' ')
    .trim();
  for (const answer of answerers) {
    const parts = await answer({ text, plain, reading, input, memory });
    if (parts) return parts;
  }
  return undefined;
}

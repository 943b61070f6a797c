import type {
  AssistantBlock,
  InterpreterKind,
  PageContext,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { InterpreterContext } from './InterpreterContext';

/** Blocks that answer; drafts, questions and refusals are parts of their own. @public */
export type AnswerBlock = Exclude<
  AssistantBlock,
  { kind: 'drafts' } | { kind: 'question' } | { kind: 'refusal' }
>;

/** An action that a person might want, before anything was checked. @public */
export interface ProposedDraft {
  action: string;
  /** As a form would send it; names are resolved when it is checked. */
  input: Record<string, unknown>;
  /** What was said about why, in the person's words. */
  reason?: string;
  /** Undo this request; `action` and `input` are of no account then. */
  undoOf?: string;
}

/** @public */
export interface ProposedChoice {
  label: string;
  detail?: string;
  status?: string;
  /** What the person would have typed. */
  text: string;
  /** Comes back as `choice` of the next turn. The interpreter's own business. */
  payload: string;
}

/** One part of what was understood, in the order of the sentence. @public */
export type InterpretedPart =
  | { kind: 'answer'; blocks: AnswerBlock[] }
  | { kind: 'drafts'; drafts: ProposedDraft[] }
  | { kind: 'question'; text: string; choices: ProposedChoice[] }
  | { kind: 'refusal'; reason: string; code?: string; instead?: string[] };

/** @public */
export interface Interpretation {
  parts: InterpretedPart[];
  /**
   * What the next turns need to know, such as who was spoken of. Stored with
   * the turn and handed back; JSON.
   */
  memory?: Record<string, unknown>;
  /** What was sent to an endpoint outside, in words. */
  leftTheHouse?: string[];
  /** Something to tell with the answer. */
  notice?: string;
}

/** An earlier turn of a conversation. @public */
export interface ConversationTurn {
  id: string;
  text: string;
  page?: PageContext;
  interpreter: InterpreterKind;
  /** What was answered. Rows in it are data of the person's own reads. */
  blocks: AssistantBlock[];
  memory?: Record<string, unknown>;
}

/** What is to be understood. @public */
export interface InterpreterInput {
  text: string;
  /** The payload of the choice that was pressed. */
  choice?: string;
  /** Earlier turns, oldest first. */
  conversation: ConversationTurn[];
  context: InterpreterContext;
  /** Aborted when the person cancels or time is up. */
  signal: AbortSignal;
  /** Says what is being done, e.g. "Reading opportunities". */
  progress(words: string): void;
}

/**
 * Understands what a person says: answers, proposes drafts, asks back, or
 * refuses.
 *
 * It has no authority. It reads through its context, as the person who asks;
 * what it proposes passes the same schema, resolution, permission and policy
 * checks as a form; and a person sees the draft and submits it, or does not.
 *
 * @public
 */
export interface Interpreter {
  kind: InterpreterKind;
  /** Rejects when it cannot answer at all; the built-in one answers then. */
  interpret(input: InterpreterInput): Promise<Interpretation>;
}

/** An interpreter on a model, with what people are told of it. @public */
export interface ModelInterpreter extends Interpreter {
  kind: 'model';
  /** The model's name. */
  name: string;
  /** Host of the endpoint. */
  endpoint: string;
  /** What may leave to the endpoint. */
  dataSharing: 'none' | 'schema' | 'records';
}

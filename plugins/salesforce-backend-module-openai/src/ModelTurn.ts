import type {
  Interpretation,
  InterpretableAction,
  InterpretedPart,
  InterpreterInput,
  ProposedDraft,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { answerBlocks } from './answerBlocks';
import { speaksOf } from './chooseTools';
import { isGrounded, ungroundedNames } from './grounding';
import type { ToolCall } from './ModelApi';
import { askPerson, describeObject, listObjects } from './modelTools';
import type { Sharing } from './Sharing';
import { thisOf } from './thisOf';

/** The most that one turn may propose, read and say. */
const mostDrafts = 10;
const mostReads = 10;
const longestText = 4_000;

/**
 * What a model does in one turn, and what becomes of it. Every call is
 * distrusted: unknown tools, arguments that are no object, names that the
 * person never said, more than enough. A refusal is told to the model, which
 * may do better; nothing is thrown for what it does wrong.
 */
export class ModelTurn {
  readonly #input: InterpreterInput;
  readonly #actions: Map<string, InterpretableAction>;
  readonly #sharing: Sharing;
  /** Everything that the person said in this conversation. */
  readonly #said: string;
  readonly #parts: InterpretedPart[] = [];
  readonly #drafts: ProposedDraft[] = [];
  /** Answers to calls that were made before, word for word. */
  readonly #answered = new Map<string, string>();
  #reads = 0;
  #hasAsked = false;

  constructor(options: {
    input: InterpreterInput;
    actions: InterpretableAction[];
    sharing: Sharing;
    said: string[];
  }) {
    this.#input = options.input;
    this.#actions = new Map(options.actions.map(action => [action.id, action]));
    this.#sharing = options.sharing;
    this.#said = options.said.join('\n');
  }

  get hasAsked(): boolean {
    return this.#hasAsked;
  }

  get isEmpty(): boolean {
    return this.#parts.length === 0 && this.#drafts.length === 0;
  }

  /** Does what was called, and says what the model is told. */
  async call(call: ToolCall): Promise<string> {
    const key = `${call.name} ${call.arguments}`;
    const before = this.#answered.get(key);
    if (before !== undefined) return `You called this before. ${before}`;
    const told = await this.#do(call);
    this.#answered.set(key, told);
    return told;
  }

  /** All that came of it, in reading order. */
  end(text: string): Interpretation {
    const words = text.trim().slice(0, longestText);
    const parts: InterpretedPart[] = [
      ...this.#parts.filter(({ kind }) => kind === 'answer'),
      ...(words
        ? [
            {
              kind: 'answer' as const,
              blocks: [{ kind: 'text' as const, text: words }],
            },
          ]
        : []),
      ...(this.#drafts.length > 0
        ? [{ kind: 'drafts' as const, drafts: this.#drafts }]
        : []),
      ...this.#parts.filter(({ kind }) => kind !== 'answer'),
    ];
    if (parts.length === 0) throw new Error('The model answered nothing');
    return { parts, leftTheHouse: this.#sharing.noted() };
  }

  async #do(call: ToolCall): Promise<string> {
    const given = parseArguments(call.arguments);
    if (!given) return 'The arguments must be one JSON object.';
    switch (call.name) {
      case askPerson:
        return this.#ask(given);
      case listObjects:
        return this.#tell(async () =>
          this.#sharing.objects(await this.#input.context.objects()),
        );
      case describeObject:
        return this.#tell(async () =>
          this.#sharing.fields(
            await this.#input.context.describe(String(given.object ?? '')),
          ),
        );
      default: {
        const action = this.#actions.get(call.name);
        if (!action) return 'There is no such tool.';
        return action.kind === 'read'
          ? this.#read(action, given)
          : this.#propose(action, given);
      }
    }
  }

  #ask({ question }: Record<string, unknown>): string {
    if (typeof question !== 'string' || !question.trim()) {
      return 'Say what to ask.';
    }
    this.#hasAsked = true;
    this.#parts.push({
      kind: 'question',
      text: question.trim().slice(0, longestText),
      choices: [],
    });
    return 'Asked.';
  }

  async #tell(read: () => Promise<string>): Promise<string> {
    if (!this.#sharing.sharesSchema) return 'This is not shared with you.';
    try {
      return await read();
    } catch (error) {
      return this.#sharing.refusal(error);
    }
  }

  async #read(
    action: InterpretableAction,
    given: Record<string, unknown>,
  ): Promise<string> {
    if (this.#reads >= mostReads) return 'Enough was read in this turn.';
    this.#reads += 1;
    const { context, progress } = this.#input;
    progress(action.title);
    try {
      const answer = await context.read({ action: action.id, input: given });
      this.#parts.push({
        kind: 'answer',
        blocks: answerBlocks({
          answer,
          title: action.title,
          more: { action: action.id, input: given },
        }),
      });
      return this.#sharing.answer(answer);
    } catch (error) {
      this.#input.signal.throwIfAborted();
      this.#parts.push({
        kind: 'refusal',
        reason: error instanceof Error ? error.message : 'It was refused.',
      });
      return this.#sharing.refusal(error);
    }
  }

  #propose(
    action: InterpretableAction,
    given: Record<string, unknown>,
  ): string {
    if (this.#drafts.length >= mostDrafts) {
      return `No more than ${mostDrafts} proposals in one turn.`;
    }
    const strict = this.#sharing.sawRecords;
    if (strict && !speaksOf(action, this.#said)) {
      return 'The person did not ask for this.';
    }
    const { reason, ...own } = given;
    const inputSchema = action.inputSchema as {
      properties?: Record<string, unknown>;
    };
    const unknown = Object.keys(own).find(
      name => !Object.hasOwn(inputSchema.properties ?? {}, name),
    );
    if (unknown !== undefined) {
      return `There is no field "${unknown.slice(0, 100)}".`;
    }
    const input = thisOf(own, this.#input.context);
    if (!input) return 'There is no THIS here: ask who or what is meant.';
    const missing = ungroundedNames({
      input: own,
      inputSchema,
      said: this.#said,
      strict,
    });
    if (missing.length > 0) {
      return `The person did not say ${missing
        .map(name => `"${name.slice(0, 100)}"`)
        .join(', ')}. Write names as they did, or ask.`;
    }
    const proposal: ProposedDraft = {
      action: action.id,
      input,
      ...(typeof reason === 'string' && isGrounded(reason, this.#said)
        ? { reason }
        : {}),
    };
    const same = JSON.stringify(proposal);
    if (this.#drafts.some(draft => JSON.stringify(draft) === same)) {
      return 'You proposed this before.';
    }
    this.#drafts.push(proposal);
    return 'Proposed. The person will look at it.';
  }
}

function parseArguments(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text || '{}');
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

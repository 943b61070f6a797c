/** One thing that was said to the model, or by it. */
export type ModelMessage =
  | { role: 'system' | 'user'; text: string }
  | { role: 'assistant'; text: string; calls: ToolCall[] }
  | { role: 'tool'; callId: string; text: string };

/** A tool that the model may call. */
export interface ModelTool {
  name: string;
  description: string;
  /** JSON Schema of the arguments. */
  parameters: Record<string, unknown>;
}

/** What the model wants to call. Nothing of it is to be believed. */
export interface ToolCall {
  id: string;
  name: string;
  /** As the model wrote it: perhaps not even JSON. */
  arguments: string;
}

export interface ModelAnswer {
  text: string;
  calls: ToolCall[];
}

/** An endpoint that answers like OpenAI's. */
export interface ModelApi {
  /**
   * Asks for the next answer. Rejects when the endpoint does not answer in
   * time, answers with an error, or answers more than `longestAnswer`.
   */
  complete(options: {
    messages: ModelMessage[];
    tools: ModelTool[];
    signal: AbortSignal;
  }): Promise<ModelAnswer>;
}

/** Characters of text and arguments that one answer may have. */
export const longestAnswer = 40_000;

/** The most calls that one answer may make. */
export const mostCalls = 32;

/** Adds up what streams in, and gives up on an answer without end. */
export class AnswerBuilder {
  #text = '';
  #length = 0;
  readonly #calls = new Map<string | number, ToolCall>();

  addText(text: string): void {
    this.#grow(text.length);
    this.#text += text;
  }

  addCall(
    key: string | number,
    part: { id?: string; name?: string; arguments?: string },
  ): void {
    let call = this.#calls.get(key);
    if (!call) {
      if (this.#calls.size >= mostCalls) {
        throw new Error(`The model made more than ${mostCalls} calls at once`);
      }
      call = { id: '', name: '', arguments: '' };
      this.#calls.set(key, call);
    }
    if (part.id) call.id = part.id;
    if (part.name) {
      this.#grow(part.name.length);
      call.name += part.name;
    }
    if (part.arguments) {
      this.#grow(part.arguments.length);
      call.arguments += part.arguments;
    }
  }

  build(): ModelAnswer {
    return {
      text: this.#text,
      calls: [...this.#calls.values()].map((call, index) => ({
        ...call,
        id: call.id || `call_${index}`,
      })),
    };
  }

  #grow(by: number): void {
    this.#length += by;
    if (this.#length > longestAnswer) {
      throw new Error(
        `The model's answer was longer than ${longestAnswer} characters`,
      );
    }
  }
}

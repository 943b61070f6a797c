import type {
  Interpretation,
  InterpreterInput,
  ModelInterpreter,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { instructions } from './instructions';
import type { ModelApi, ModelMessage } from './ModelApi';
import { chooseTools } from './chooseTools';
import { modelTools } from './modelTools';
import type { DataSharing } from './readModelConfig';
import { Sharing } from './Sharing';
import { ModelTurn } from './ModelTurn';

/** How much of a conversation the model is reminded of. */
const remembered = 6;

/**
 * The interpreter on a model. It is a loop: the model answers, its calls are
 * done, it is told what came of them, until it calls nothing more.
 *
 * What it may do is little. Reads run as the person who asks. A call of an
 * action that changes something becomes a proposal and nothing else. Whatever
 * it emits is cut, parsed and grounded by `ModelTurn`, and then checked by the
 * plugin like a form. If it cannot answer within its limits, it fails, and the
 * built-in interpreter answers instead.
 */
export class OpenaiInterpreter implements ModelInterpreter {
  readonly kind = 'model';
  readonly name: string;
  readonly endpoint: string;
  readonly dataSharing: DataSharing;
  readonly #api: ModelApi;
  readonly #maxSteps: number;
  readonly #maxTools: number;

  constructor(options: {
    api: ModelApi;
    name: string;
    /** Host of the endpoint. */
    endpoint: string;
    dataSharing: DataSharing;
    maxSteps: number;
    maxTools: number;
  }) {
    this.name = options.name;
    this.endpoint = options.endpoint;
    this.dataSharing = options.dataSharing;
    this.#api = options.api;
    this.#maxSteps = options.maxSteps;
    this.#maxTools = options.maxTools;
  }

  async interpret(input: InterpreterInput): Promise<Interpretation> {
    const { text, conversation, context, signal, progress } = input;
    const sharing = new Sharing(this.dataSharing);
    const earlier = conversation.slice(-remembered);
    const said = [text, ...earlier.map(turn => turn.text).reverse()];
    const actions = chooseTools({
      actions: context.actions,
      said,
      most: this.#maxTools,
    });
    const turn = new ModelTurn({ input, actions, sharing, said });
    const tools = modelTools({ actions, withSchema: sharing.sharesSchema });
    const messages: ModelMessage[] = [
      {
        role: 'system',
        text: instructions({
          now: context.now,
          timeZone: context.timeZone,
          page: sharing.page(context),
        }),
      },
      ...earlier.flatMap((one): ModelMessage[] => {
        const told = sharing.earlierTurn(one);
        return [
          { role: 'user', text: told.said },
          { role: 'assistant', text: told.answered, calls: [] },
        ];
      }),
      { role: 'user', text: sharing.words(text) },
    ];

    for (let step = 0; step < this.#maxSteps; step += 1) {
      progress(step === 0 ? 'Thinking' : 'Thinking on');
      const answer = await this.#api.complete({ messages, tools, signal });
      messages.push({ role: 'assistant', ...answer });
      if (answer.calls.length === 0) return turn.end(answer.text);
      for (const call of answer.calls) {
        signal.throwIfAborted();
        messages.push({
          role: 'tool',
          callId: call.id,
          text: await turn.call(call),
        });
      }
      // A question ends the turn: the person has the word.
      if (turn.hasAsked) return turn.end('');
    }
    if (turn.isEmpty) {
      throw new Error(`The model came to no end in ${this.#maxSteps} steps`);
    }
    return turn.end('');
  }
}

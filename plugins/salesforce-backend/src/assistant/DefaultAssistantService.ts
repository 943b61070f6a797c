import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  isSalesdeskError,
  type AssistantBlock,
  type AssistantInfo,
  type Turn,
  type TurnBody,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type {
  Interpretation,
  Interpreter,
  InterpreterContext,
  ModelInterpreter,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { GatewayError } from '@salesdesk/backstage-plugin-salesforce-node';
import type { TurnRow } from '../database/tables';
import type { Caller } from '../permissions/Caller';
import type { OrgDirectory } from '../requests/OrgDirectory';
import type { CallOptions } from '../requests/RequestService';
import type { AssistantService, TurnKey } from './AssistantService';
import type { ConversationStore } from './ConversationStore';
import type { DraftChecks } from './DraftChecks';
import { exampleSentences } from './exampleSentences';
import type { InterpreterContexts } from './InterpreterContexts';
import { earlierTurn, turnView } from './turnViews';
import { timeZoneOf } from './timeZoneOf';

/** So many of the last turns an interpreter is given. */
const rememberedTurns = 20;
/** A turn takes no longer. Milliseconds. */
const longestTurn = 120_000;

export interface AssistantParts {
  store: ConversationStore;
  contexts: InterpreterContexts;
  checks: DraftChecks;
  orgs: OrgDirectory;
  builtIn: Interpreter;
  /** The model, once a module has brought one. */
  model: () => ModelInterpreter | undefined;
  logger: LoggerService;
  now: () => Date;
}

/**
 * Takes turns: hands what was said to an interpreter, checks what it proposes,
 * and keeps the answer. If a model cannot answer, the built-in interpreter
 * does, and the answer says so.
 */
export class DefaultAssistantService implements AssistantService {
  readonly #parts: AssistantParts;
  /** Turns that run in this process. */
  readonly #running = new Map<string, AbortController>();

  static create(parts: AssistantParts): DefaultAssistantService {
    return new DefaultAssistantService(parts);
  }

  private constructor(parts: AssistantParts) {
    this.#parts = parts;
  }

  async describe({ caller }: CallOptions): Promise<AssistantInfo> {
    const model = this.#parts.model();
    return {
      interpreters: model ? ['builtin', 'model'] : ['builtin'],
      defaultInterpreter: model ? 'model' : 'builtin',
      ...(model
        ? {
            model: {
              name: model.name,
              endpoint: model.endpoint,
              dataSharing: model.dataSharing,
            },
          }
        : {}),
      examples: exampleSentences(caller),
    };
  }

  create(input: { org?: string }, { caller }: CallOptions) {
    return this.#parts.store.create({ personRef: caller.ref, ...input });
  }

  list(input: { cursor?: string; limit: number }, { caller }: CallOptions) {
    return this.#parts.store.list({ personRef: caller.ref, ...input });
  }

  get({ conversationId }: { conversationId: string }, { caller }: CallOptions) {
    return this.#parts.store.get({ id: conversationId, personRef: caller.ref });
  }

  delete(
    { conversationId }: { conversationId: string },
    { caller }: CallOptions,
  ) {
    return this.#parts.store.delete({
      id: conversationId,
      personRef: caller.ref,
    });
  }

  async take(
    input: TurnBody & { conversationId: string },
    { caller }: CallOptions,
  ): Promise<Turn> {
    const { store, orgs } = this.#parts;
    timeZoneOf(input.timeZone);
    const conversation = await store.find({
      id: input.conversationId,
      personRef: caller.ref,
    });
    const orgId =
      input.org ?? conversation.org_id ?? (await orgs.defaultOrgId());
    const model = this.#parts.model();
    const row = await store.begin({
      conversation,
      text: input.text,
      ...(input.page ? { page: input.page } : {}),
      orgId,
      interpreter:
        model && input.interpreter !== 'builtin' ? 'model' : 'builtin',
    });
    const work = this.#run({ row, input, caller });
    if (input.wait === false) {
      work.catch(error => this.#parts.logger.error(String(error)));
      return turnView(row);
    }
    await work;
    return turnView(
      await store.turn({ conversationId: conversation.id, id: row.id }),
    );
  }

  async getTurn({ conversationId, turnId }: TurnKey, { caller }: CallOptions) {
    const { store } = this.#parts;
    await store.find({ id: conversationId, personRef: caller.ref });
    return turnView(await store.turn({ conversationId, id: turnId }));
  }

  async cancel(key: TurnKey, options: CallOptions): Promise<Turn> {
    const { store } = this.#parts;
    await this.getTurn(key, options);
    // In another replica the work goes on for a while and is then dropped.
    await store.change(key.turnId, { state: 'cancelled' });
    this.#running.get(key.turnId)?.abort();
    return this.getTurn(key, options);
  }

  async #run(options: {
    row: TurnRow;
    input: TurnBody;
    caller: Caller;
  }): Promise<void> {
    const { row, input, caller } = options;
    const { store, now, logger } = this.#parts;
    const began = now().getTime();
    const abort = new AbortController();
    this.#running.set(row.id, abort);
    const timer = setTimeout(() => abort.abort(), longestTurn);
    const finish = (change: Partial<TurnRow>) =>
      store.change(row.id, { duration_ms: now().getTime() - began, ...change });
    try {
      const answer = await this.#answer({
        row,
        input,
        caller,
        signal: abort.signal,
      });
      await finish({ state: 'done', ...answer });
    } catch (error) {
      const { message, isOurs } = told(error);
      if (!isOurs) logger.error(`A turn failed: ${String(error)}`);
      await finish({
        state: 'failed',
        problem: JSON.stringify({ message }),
      });
    } finally {
      clearTimeout(timer);
      this.#running.delete(row.id);
    }
  }

  async #answer(options: {
    row: TurnRow;
    input: TurnBody;
    caller: Caller;
    signal: AbortSignal;
  }): Promise<Partial<TurnRow>> {
    const { row, input, caller, signal } = options;
    const { store, contexts, checks } = this.#parts;
    const [context, earlier] = await Promise.all([
      contexts.open({
        caller,
        orgId: row.org_id,
        ...(input.page ? { page: input.page } : {}),
        timeZone: timeZoneOf(input.timeZone),
      }),
      store.turns(row.conversation_id, rememberedTurns + 1),
    ]);
    const progress: string[] = [];
    const { interpretation, interpreter } = await this.#interpret({
      row,
      context,
      input: {
        text: input.text,
        ...(input.choice ? { choice: input.choice } : {}),
        conversation: earlier
          .filter(({ id }) => id !== row.id)
          .map(earlierTurn),
        context,
        signal,
        progress: words => {
          progress.push(words);
          void store
            .change(row.id, { progress: JSON.stringify(progress) })
            .catch(() => undefined);
        },
      },
    });
    signal.throwIfAborted();
    const blocks: AssistantBlock[] = [];
    for (const part of interpretation.parts) {
      switch (part.kind) {
        case 'answer':
          blocks.push(...part.blocks);
          break;
        case 'drafts':
          blocks.push(
            ...(await checks.check({
              proposed: part.drafts,
              words: input.text,
              context,
              caller,
            })),
          );
          break;
        case 'question':
          blocks.push(part);
          break;
        default:
          blocks.push({ instead: [], ...part });
      }
    }
    return {
      interpreter,
      blocks: JSON.stringify(blocks),
      progress: JSON.stringify(progress),
      left_the_house: JSON.stringify(interpretation.leftTheHouse ?? []),
      notice: interpretation.notice ?? null,
      memory: interpretation.memory
        ? JSON.stringify(interpretation.memory)
        : null,
    };
  }

  async #interpret(options: {
    row: TurnRow;
    context: InterpreterContext;
    input: Parameters<Interpreter['interpret']>[0];
  }): Promise<{
    interpretation: Interpretation;
    interpreter: TurnRow['interpreter'];
  }> {
    const { row, input } = options;
    const { builtIn, logger } = this.#parts;
    const model = row.interpreter === 'model' ? this.#parts.model() : undefined;
    // A button of the built-in interpreter means what it says.
    if (model && !input.choice) {
      try {
        return {
          interpretation: await model.interpret(input),
          interpreter: 'model',
        };
      } catch (error) {
        input.signal.throwIfAborted();
        logger.warn(`The model did not answer: ${String(error)}`);
        const interpretation = await builtIn.interpret(input);
        return {
          interpretation: {
            ...interpretation,
            notice:
              'The model did not answer; the built-in interpreter did instead.',
          },
          interpreter: 'builtin',
        };
      }
    }
    return {
      interpretation: await builtIn.interpret(input),
      interpreter: 'builtin',
    };
  }
}

/** What a person is told of a failure, and whether it is one that we know. */
function told(error: unknown): { message: string; isOurs: boolean } {
  if (error instanceof Error) {
    if (error.name === 'AbortError' || error.name === 'TimeoutError') {
      return { message: 'It took too long and was stopped.', isOurs: true };
    }
    if (isSalesdeskError(error) || error instanceof GatewayError) {
      return { message: error.message, isOurs: true };
    }
    if (/^(Input|NotFound|Conflict|NotAllowed)Error$/.test(error.name)) {
      return { message: error.message, isOurs: true };
    }
  }
  return {
    message: 'Something went wrong here; it has been noted. Try again.',
    isOurs: false,
  };
}

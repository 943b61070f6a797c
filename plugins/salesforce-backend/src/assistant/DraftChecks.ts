import {
  isSalesdeskError,
  type AssistantBlock,
  type AssistantDraft,
  type Draft,
  type FieldError,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type {
  InterpretableAction,
  InterpreterContext,
  ProposedDraft,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { CallOptions, RequestService } from '../requests/RequestService';
import { encodeChoice } from './choices';

/** No sentence makes more drafts than this. */
export const mostDrafts = 20;

/**
 * Turns what an interpreter proposed into blocks. Every draft is parsed,
 * resolved, planned and decided by what also stands behind a form; a name that
 * could be several becomes a question, and what this person may not ask for
 * becomes a refusal in words. Whoever proposed it is believed nothing.
 */
export class DraftChecks {
  readonly #requests: RequestService;
  readonly #newId: () => string;

  constructor(options: { requests: RequestService; newId: () => string }) {
    this.#requests = options.requests;
    this.#newId = options.newId;
  }

  async check(
    options: {
      proposed: ProposedDraft[];
      words: string;
      context: InterpreterContext;
    } & CallOptions,
  ): Promise<AssistantBlock[]> {
    const { proposed, words, context, caller } = options;
    const blocks: AssistantBlock[] = [];
    const drafts: AssistantDraft[] = [];
    for (const proposal of proposed.slice(0, mostDrafts)) {
      const checked = await this.#checkOne({
        proposal,
        words,
        context,
        caller,
      });
      if ('draft' in checked) drafts.push(checked);
      else blocks.push(checked);
    }
    if (proposed.length > mostDrafts) {
      blocks.push({
        kind: 'refusal',
        reason: `That would be ${proposed.length} requests at once; the first ${mostDrafts} are shown. Ask for the others separately, or name all users in one.`,
        code: 'too_many_drafts',
        instead: [],
      });
    }
    return drafts.length > 0 ? [{ kind: 'drafts', drafts }, ...blocks] : blocks;
  }

  async #checkOne(
    options: {
      proposal: ProposedDraft;
      words: string;
      context: InterpreterContext;
    } & CallOptions,
  ): Promise<AssistantDraft | AssistantBlock> {
    const { proposal, words, context, caller } = options;
    if (proposal.undoOf) {
      return this.#undo({ requestId: proposal.undoOf, words, context, caller });
    }
    const action = context.actions.find(({ id }) => id === proposal.action);
    if (!action || action.kind !== 'write') {
      return {
        kind: 'refusal',
        reason: 'There is no such action that could be asked for.',
        code: 'unknown_action',
        instead: insteadOf(context),
      };
    }
    if (action.permitted === 'no') return notPermitted(action, context);
    let draft: Draft;
    try {
      draft = await this.#requests.previewDraft(
        {
          action: action.id,
          input: proposal.input,
          org: context.org.id,
          ...(proposal.reason ? { reason: proposal.reason } : {}),
        },
        { caller },
      );
    } catch (error) {
      return refusalFrom(error, context);
    }
    if (draft.decision?.code === 'not_permitted') {
      return {
        kind: 'refusal',
        reason: `You may not ask for this: ${draft.decision.reasons.join(' ')}`,
        code: 'not_permitted',
        instead: insteadOf(context),
      };
    }
    const question = askBack({ proposal, draft, words });
    if (question) return question;
    return {
      id: this.#newId(),
      action: action.id,
      actionTitle: action.title,
      org: context.org.id,
      input: proposal.input,
      ...(proposal.reason ? { reason: proposal.reason } : {}),
      ...(action.reasonRequired && !proposal.reason
        ? { reasonRequired: true }
        : {}),
      words,
      draft,
    };
  }

  async #undo(
    options: {
      requestId: string;
      words: string;
      context: InterpreterContext;
    } & CallOptions,
  ): Promise<AssistantDraft | AssistantBlock> {
    const { requestId, words, context, caller } = options;
    try {
      const draft = await this.#requests.previewUndo({ requestId }, { caller });
      if (draft.decision?.verdict === 'refused' || !draft.valid) {
        return {
          kind: 'refusal',
          reason: [
            ...(draft.decision?.verdict === 'refused'
              ? draft.decision.reasons
              : []),
            ...draft.errors.map(({ message }) => message),
          ].join(' '),
          instead: [],
        };
      }
      return {
        id: this.#newId(),
        action: draft.action,
        actionTitle: 'Undo',
        org: context.org.id,
        input: draft.input ?? {},
        words,
        draft,
        undoOf: requestId,
      };
    } catch (error) {
      return refusalFrom(error, context);
    }
  }
}

/** A name that could be several, or is nearly that of somebody: which one? */
function askBack(options: {
  proposal: ProposedDraft;
  draft: Draft;
  words: string;
}): AssistantBlock | undefined {
  const { proposal, draft } = options;
  const unclear = draft.errors.find(
    error =>
      (error.code === 'ambiguous_name' || error.code === 'unknown_name') &&
      (error.candidates?.length ?? 0) > 0,
  );
  if (unclear) {
    return {
      kind: 'question',
      text: unclear.message,
      choices: (unclear.candidates ?? []).slice(0, 10).map(candidate => ({
        label: candidate.label,
        ...(candidate.detail ? { detail: candidate.detail } : {}),
        ...(candidate.status ? { status: candidate.status } : {}),
        text: candidate.label,
        payload: encodeChoice({
          kind: 'draft',
          proposal: withValue(proposal, unclear, candidate.value),
        }),
      })),
    };
  }
  const [missing] = draft.errors;
  if (!missing || draft.plan) return undefined;
  return {
    kind: 'question',
    text: draft.errors.map(({ message }) => message).join(' '),
    choices: [],
  };
}

/** The proposal with the value at the place that was unclear. */
function withValue(
  proposal: ProposedDraft,
  error: FieldError,
  value: string,
): ProposedDraft {
  const input = structuredClone(proposal.input);
  const path = error.path.split('.');
  let place: unknown = input;
  for (const step of path.slice(0, -1)) {
    if (typeof place !== 'object' || place === null) return proposal;
    place = Reflect.get(place, step);
  }
  if (typeof place !== 'object' || place === null) return proposal;
  Reflect.set(place, path[path.length - 1], value);
  return { ...proposal, input };
}

export function notPermitted(
  action: InterpretableAction,
  context: InterpreterContext,
): AssistantBlock {
  return {
    kind: 'refusal',
    reason: `Your role does not include “${action.title}”.`,
    code: 'not_permitted',
    instead: insteadOf(context),
  };
}

/** Sentences that this person may say. */
export function insteadOf(context: InterpreterContext): string[] {
  const own = context.actions.filter(
    ({ kind, permitted }) => kind === 'write' && permitted !== 'no',
  );
  const sentences = own.flatMap(({ id, permitted, examples, title }) => {
    if (permitted === 'yes') return examples.slice(0, 1).map(e => e.words);
    if (id === 'salesforce_reset_password') {
      return ['Send me a Salesforce password reset link'];
    }
    if (id === 'salesforce_assign_permission_set') {
      return ['I need the … permission set, because …'];
    }
    return [title];
  });
  return [...new Set(sentences)].slice(0, 4);
}

function refusalFrom(
  error: unknown,
  context: InterpreterContext,
): AssistantBlock {
  if (!(error instanceof Error)) throw error;
  if (!isSalesdeskError(error) && error.name !== 'ConflictError') throw error;
  const isDenied = error.name === 'NotAllowedError';
  return {
    kind: 'refusal',
    reason: error.message,
    ...(isSalesdeskError(error) ? { code: error.code } : {}),
    instead: isDenied ? insteadOf(context) : [],
  };
}

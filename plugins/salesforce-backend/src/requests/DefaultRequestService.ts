import {
  isSalesdeskError,
  type AfterReviewBody,
  type AmendBody,
  type BulkReviewAnswer,
  type Draft,
  type DraftBody,
  type SubmitBody,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import type { AfterReviews } from '../approvals/AfterReviews';
import type { ApprovalWithdrawal } from '../approvals/ApprovalWithdrawal';
import type { RequestAmendment } from '../approvals/RequestAmendment';
import { readRequest } from '../database/operations/requests/readRequest';
import type { RequestRow } from '../database/tables';
import { sha256 } from '../domain/planDigest';
import type { ActionCatalog } from './ActionCatalog';
import type { ActionContexts } from './ActionContexts';
import type { BuiltDraft, DraftBuilder } from './DraftBuilder';
import type { ReadActions } from './ReadActions';
import type { RequestReader } from './RequestReader';
import type { RequestStop } from './RequestStop';
import type { RequestRetry } from './RequestRetry';
import type { RequestReviews } from './RequestReviews';
import { requestNotFound } from './requestNotFound';
import type {
  CallOptions,
  GivenDecision,
  RequestService,
  SubmittedRequest,
} from './RequestService';
import type { RequestSubmission, SubmitFacts } from './RequestSubmission';
import type { RequestViews } from './RequestViews';
import type { RequestWithdrawal } from './RequestWithdrawal';
import type { UndoPlanner } from './UndoPlanner';

/** The parts that {@link DefaultRequestService} is made of. */
export interface RequestServiceParts {
  knex: Knex;
  actions: ActionCatalog;
  contexts: ActionContexts;
  drafts: DraftBuilder;
  submission: RequestSubmission;
  reviews: RequestReviews;
  withdrawal: RequestWithdrawal;
  approvalWithdrawal: ApprovalWithdrawal;
  amendments: RequestAmendment;
  afterReviews: AfterReviews;
  retries: RequestRetry;
  stops: RequestStop;
  undo: UndoPlanner;
  reader: RequestReader;
  reads: ReadActions;
  views: RequestViews;
}

/**
 * Does what is asked with requests. It sees to what the policy and the state of
 * a request demand; what the host's roles let the caller see and do is seen to
 * by `AuthorizedRequestService`, which stands around it.
 */
export class DefaultRequestService implements RequestService {
  readonly #parts: RequestServiceParts;

  static create(parts: RequestServiceParts): DefaultRequestService {
    return new DefaultRequestService(parts);
  }

  private constructor(parts: RequestServiceParts) {
    this.#parts = parts;
  }

  async previewDraft(
    input: DraftBody,
    { caller }: CallOptions,
  ): Promise<Draft> {
    const { drafts, views } = this.#parts;
    const draft = await drafts.build({ wish: wishOf(input), caller });
    return views.draft(draft, caller);
  }

  async submit(
    input: SubmitBody & { idempotencyKey?: string },
    { caller }: CallOptions,
  ): Promise<SubmittedRequest> {
    const { drafts } = this.#parts;
    const { idempotencyKey, ...body } = input;
    return this.#submit({
      facts: {
        planDigest: input.planDigest,
        words: input.words,
        idempotency: idempotencyOf(idempotencyKey, { submit: body }),
      },
      draft: () => drafts.build({ wish: wishOf(input), caller }),
      caller,
    });
  }

  async previewUndo(
    input: { requestId: string },
    { caller }: CallOptions,
  ): Promise<Draft> {
    const draft = await this.#undoDraft(input, caller);
    return this.#parts.views.draft(draft, caller);
  }

  async submitUndo(
    input: { requestId: string; comment?: string; idempotencyKey?: string },
    { caller }: CallOptions,
  ): Promise<SubmittedRequest> {
    const { idempotencyKey, ...body } = input;
    return this.#submit({
      facts: {
        undoOf: input.requestId,
        idempotency: idempotencyOf(idempotencyKey, { undo: body }),
      },
      draft: () => this.#undoDraft(input, caller),
      caller,
    });
  }

  list: RequestService['list'] = (query, options) =>
    this.#parts.reader.list(query, options);

  get: RequestService['get'] = (input, options) =>
    this.#parts.reader.get(input, options);

  listChanges: RequestService['listChanges'] = input =>
    this.#parts.reader.listChanges(input);

  getTimeline: RequestService['getTimeline'] = input =>
    this.#parts.reader.getTimeline(input);

  async review(given: GivenDecision, { caller }: CallOptions) {
    const row = await this.#parts.reviews.review({ given, caller });
    return this.#parts.views.detail({ row, caller });
  }

  async reviewMany(
    input: { reviews: GivenDecision[] },
    { caller }: CallOptions,
  ): Promise<BulkReviewAnswer> {
    const items: BulkReviewAnswer['items'] = [];
    // One after another: each is a transaction of its own, and two reviews of
    // the same request in one list must not race.
    for (const given of input.reviews) {
      items.push(await this.#reviewOne(given, caller));
    }
    return { items };
  }

  async narrow(
    input: Omit<GivenDecision, 'decision'> & { remove: string[] },
    { caller }: CallOptions,
  ) {
    const given = { ...input, decision: 'approve' as const };
    const row = await this.#parts.reviews.review({ given, caller });
    return this.#parts.views.detail({ row, caller });
  }

  async amend(
    input: AmendBody & { requestId: string },
    { caller }: CallOptions,
  ) {
    const { knex, amendments, drafts, views } = this.#parts;
    const before = await readRequest({ knex, id: input.requestId });
    if (!before) throw requestNotFound(input.requestId);
    const row = await amendments.amend({
      requestId: before.id,
      draft: await drafts.build({
        wish: {
          actionId: before.action_id,
          orgId: before.org_id,
          input: input.input,
          reason: input.reason ?? before.reason ?? undefined,
        },
        caller,
      }),
      planDigest: input.planDigest,
      actorRef: caller.ref,
    });
    return views.detail({ row, caller });
  }

  async withdrawApproval(
    input: { requestId: string; comment?: string },
    { caller }: CallOptions,
  ) {
    const row = await this.#parts.approvalWithdrawal.withdraw({
      ...input,
      actorRef: caller.ref,
    });
    return this.#parts.views.detail({ row, caller });
  }

  async reviewAfterwards(
    input: AfterReviewBody & { requestId: string },
    { caller }: CallOptions,
  ) {
    const row = await this.#parts.afterReviews.review({ ...input, caller });
    return this.#parts.views.detail({ row, caller });
  }

  async cancel(
    input: { requestId: string; comment?: string },
    { caller }: CallOptions,
  ) {
    const row = await this.#parts.withdrawal.cancel({
      ...input,
      actorRef: caller.ref,
    });
    return this.#parts.views.detail({ row, caller });
  }

  async stop(
    input: { requestId: string; comment?: string },
    { caller }: CallOptions,
  ) {
    const row = await this.#parts.stops.stop({
      ...input,
      actorRef: caller.ref,
    });
    return this.#parts.views.detail({ row, caller });
  }

  async retry(
    input: { requestId: string; comment?: string; repeatUnknown: boolean },
    { caller }: CallOptions,
  ) {
    const row = await this.#parts.retries.retry({
      ...input,
      actorRef: caller.ref,
    });
    return this.#parts.views.detail({ row, caller });
  }

  async runRead(
    input: { action: string; org?: string; input: unknown; cursor?: string },
    { caller }: CallOptions,
  ) {
    return this.#parts.reads.run({
      actionId: input.action,
      orgId: input.org,
      input: input.input,
      cursor: input.cursor,
      caller,
    });
  }

  async #submit(options: {
    facts: SubmitFacts;
    draft: () => Promise<BuiltDraft>;
    caller: CallOptions['caller'];
  }): Promise<SubmittedRequest> {
    const { facts, caller } = options;
    const { submission, views } = this.#parts;
    const findEarlier = () =>
      submission.findEarlier(caller.ref, facts.idempotency);
    const answer = async (row: RequestRow, created: boolean) => ({
      request: await views.detail({ row, caller }),
      created,
    });
    const earlier = await findEarlier();
    if (earlier) return answer(earlier, false);
    try {
      const { row, created } = await submission.store({
        draft: await options.draft(),
        facts,
        caller,
      });
      return await answer(row, created);
    } catch (error) {
      // While this draft was built, a submit with the same key may have been
      // stored and even have run: then this one is refused for what that one
      // did ("nothing to change"), although it is its repetition.
      const meanwhile = await findEarlier();
      if (!meanwhile) throw error;
      return answer(meanwhile, false);
    }
  }

  async #undoDraft(
    input: { requestId: string; comment?: string },
    caller: CallOptions['caller'],
  ): Promise<BuiltDraft> {
    const { knex, actions, contexts, drafts, undo } = this.#parts;
    const original = await readRequest({ knex, id: input.requestId });
    if (!original) throw requestNotFound(input.requestId);
    const action = await undo.demandUndoable({
      original,
      action: actions.find(original.action_id),
    });
    const context = await contexts.open({
      orgId: original.org_id,
      requesterRef: caller.ref,
    });
    return drafts.complete({
      draft: {
        orgId: original.org_id,
        action,
        input: JSON.parse(original.input),
        rawInput: JSON.parse(original.raw_input),
        reason: input.comment?.trim() || `To undo request ${original.number}`,
        errors: [],
      },
      proposal: await undo.plan({ original, action, context }),
      context,
      caller,
    });
  }

  async #reviewOne(
    given: GivenDecision,
    caller: CallOptions['caller'],
  ): Promise<BulkReviewAnswer['items'][number]> {
    const { requestId } = given;
    try {
      const { state } = await this.#parts.reviews.review({ given, caller });
      return { requestId, ok: true, state };
    } catch (error) {
      if (!isSalesdeskError(error)) throw error;
      return {
        requestId,
        ok: false,
        error: { code: error.code, message: error.message },
      };
    }
  }
}

function wishOf(input: DraftBody | SubmitBody) {
  return {
    actionId: input.action,
    orgId: input.org,
    input: input.input,
    reason: input.reason,
    breakGlass: input.breakGlass,
  };
}

function idempotencyOf(
  key: string | undefined,
  body: unknown,
): SubmitFacts['idempotency'] {
  return key === undefined ? undefined : { key, bodyHash: sha256(body) };
}

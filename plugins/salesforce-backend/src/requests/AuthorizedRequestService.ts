import {
  isSalesdeskError,
  SalesdeskError,
  type BulkReviewAnswer,
  type Draft,
  type DraftBody,
  type SubmitBody,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { SalesforceRequestResource } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Knex } from 'knex';
import { readRequest } from '../database/operations/requests/readRequest';
import type { RequestRow } from '../database/tables';
import type { Caller } from '../permissions/Caller';
import { isStopped } from '../domain/stopped';
import { isConfirmable } from './requestActions';
import { readRequestFacts } from './RequestFacts';
import { requestNotFound } from './requestNotFound';
import type {
  CallOptions,
  GivenDecision,
  RequestQuery,
  RequestService,
} from './RequestService';

/**
 * Stands around the request service and lets through only what the host's roles
 * allow:
 *
 * - what one may not see is not found;
 * - lists carry the condition into SQL;
 * - whether one may ask, and whether one may decide, is part of the decision
 *   that is stored, and is asked of the same roles where that is made.
 */
export class AuthorizedRequestService implements RequestService {
  readonly #inner: RequestService;
  readonly #knex: Knex;

  static create(options: {
    inner: RequestService;
    knex: Knex;
  }): AuthorizedRequestService {
    return new AuthorizedRequestService(options);
  }

  private constructor(options: { inner: RequestService; knex: Knex }) {
    this.#inner = options.inner;
    this.#knex = options.knex;
  }

  async previewDraft(input: DraftBody, options: CallOptions): Promise<Draft> {
    return withoutForeignFacts(await this.#inner.previewDraft(input, options));
  }

  submit(
    input: SubmitBody & { idempotencyKey?: string },
    options: CallOptions,
  ) {
    return this.#inner.submit(input, options);
  }

  list(query: RequestQuery, options: CallOptions) {
    const { decisions } = options.caller;
    const scopes = [
      decisions.scope('read'),
      ...(query.view === 'to_review' ? [decisions.scope('decide')] : []),
    ];
    return this.#inner.list({ ...query, scopes }, options);
  }

  async get(input: { requestId: string }, options: CallOptions) {
    await this.#visible(input.requestId, options.caller);
    return this.#inner.get(input, options);
  }

  async listChanges(
    input: Parameters<RequestService['listChanges']>[0],
    options: CallOptions,
  ) {
    await this.#visible(input.requestId, options.caller);
    return this.#inner.listChanges(input, options);
  }

  async getTimeline(
    input: Parameters<RequestService['getTimeline']>[0],
    options: CallOptions,
  ) {
    await this.#visible(input.requestId, options.caller);
    return this.#inner.getTimeline(input, options);
  }

  async review(given: GivenDecision, options: CallOptions) {
    await this.#visible(given.requestId, options.caller);
    return this.#inner.review(given, options);
  }

  async reviewMany(
    input: { reviews: GivenDecision[] },
    options: CallOptions,
  ): Promise<BulkReviewAnswer> {
    const visible = await Promise.all(
      input.reviews.map(given =>
        this.#visible(given.requestId, options.caller).then(
          () => undefined,
          error => {
            if (!isSalesdeskError(error)) throw error;
            return error;
          },
        ),
      ),
    );
    const { items } = await this.#inner.reviewMany(
      { reviews: input.reviews.filter((_, index) => !visible[index]) },
      options,
    );
    const answers = [...items];
    return {
      items: input.reviews.flatMap(({ requestId }, index) => {
        const refused = visible[index];
        if (!refused) return answers.splice(0, 1);
        const { code, message } = refused;
        return [{ requestId, ok: false, error: { code, message } }];
      }),
    };
  }

  async narrow(
    input: Parameters<RequestService['narrow']>[0],
    options: CallOptions,
  ) {
    await this.#visible(input.requestId, options.caller);
    return this.#inner.narrow(input, options);
  }

  async amend(
    input: Parameters<RequestService['amend']>[0],
    options: CallOptions,
  ) {
    const { row } = await this.#visible(input.requestId, options.caller);
    if (row.requester_ref !== options.caller.ref) {
      throw notPermitted('The person who asked changes it');
    }
    return this.#inner.amend(input, options);
  }

  async withdrawApproval(
    input: { requestId: string; comment?: string },
    options: CallOptions,
  ) {
    await this.#visible(input.requestId, options.caller);
    return this.#inner.withdrawApproval(input, options);
  }

  async reviewAfterwards(
    input: Parameters<RequestService['reviewAfterwards']>[0],
    options: CallOptions,
  ) {
    await this.#visible(input.requestId, options.caller);
    return this.#inner.reviewAfterwards(input, options);
  }

  async cancel(
    input: { requestId: string; comment?: string },
    options: CallOptions,
  ) {
    const { caller } = options;
    const { resource } = await this.#visible(input.requestId, caller);
    if (!caller.decisions.allows('cancel', resource)) {
      throw notPermitted('Your role does not withdraw this request');
    }
    return this.#inner.cancel(input, options);
  }

  async stop(
    input: { requestId: string; comment?: string },
    options: CallOptions,
  ) {
    const { caller } = options;
    const { resource } = await this.#visible(input.requestId, caller);
    if (!caller.decisions.allows('cancel', resource)) {
      throw notPermitted('Your role does not stop this request');
    }
    return this.#inner.stop(input, options);
  }

  async retry(
    input: { requestId: string; comment?: string; repeatUnknown: boolean },
    options: CallOptions,
  ) {
    const { caller } = options;
    const { row, resource } = await this.#visible(input.requestId, caller);
    if (isConfirmable(row)) {
      // The new plan may be about other people than the old one.
      const mayConfirm =
        caller.ref === row.requester_ref &&
        caller.decisions.allows('create', resource) &&
        caller.decisions.allows(
          row.break_glass ? 'breakGlass' : 'skipApproval',
          resource,
        );
      if (!mayConfirm) {
        throw notPermitted(
          caller.ref === row.requester_ref
            ? 'Your role does not run the new plan without approval; ask anew'
            : 'The person who asked confirms the new plan',
        );
      }
    } else if (
      !(isStopped(row) && caller.decisions.allows('cancel', resource)) &&
      !(await caller.managesOrgs())
    ) {
      throw notPermitted('Only those who look after the org run it again');
    }
    return this.#inner.retry(input, options);
  }

  async previewUndo(input: { requestId: string }, options: CallOptions) {
    await this.#visible(input.requestId, options.caller);
    return withoutForeignFacts(await this.#inner.previewUndo(input, options));
  }

  async submitUndo(
    input: Parameters<RequestService['submitUndo']>[0],
    options: CallOptions,
  ) {
    await this.#visible(input.requestId, options.caller);
    return this.#inner.submitUndo(input, options);
  }

  runRead(
    input: Parameters<RequestService['runRead']>[0],
    options: CallOptions,
  ) {
    return this.#inner.runRead(input, options);
  }

  async #visible(
    requestId: string,
    caller: Caller,
  ): Promise<{ row: RequestRow; resource: SalesforceRequestResource }> {
    const row = await readRequest({ knex: this.#knex, id: requestId });
    if (!row) throw requestNotFound(requestId);
    const [{ resource }] = await readRequestFacts({
      knex: this.#knex,
      rows: [row],
    });
    if (!caller.decisions.allows('read', resource)) {
      throw requestNotFound(requestId);
    }
    return { row, resource };
  }
}

/**
 * Whoever may not ask for something does not learn from a draft how things
 * stand in Salesforce: only that, and why, it is refused.
 */
function withoutForeignFacts(draft: Draft): Draft {
  if (draft.decision?.code !== 'not_permitted') return draft;
  const { plan: _plan, title: _title, ...rest } = draft;
  return { ...rest, errors: [], decision: { ...draft.decision, stages: [] } };
}

function notPermitted(reason: string): SalesdeskError {
  return new SalesdeskError('NotAllowedError', reason, {
    code: 'not_permitted',
  });
}

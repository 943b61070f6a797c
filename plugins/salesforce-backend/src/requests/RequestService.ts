import type {
  ActionAnswer,
  AfterReviewBody,
  AmendBody,
  AuditPage,
  BulkReviewAnswer,
  ChangeOutcome,
  ChangePage,
  Draft,
  DraftBody,
  RequestDetail,
  RequestPage,
  RequestState,
  SubmitBody,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { RequestOrder } from '../database/operations/requests/listRequests';
import type { Caller } from '../permissions/Caller';
import type { RequestScope } from '../permissions/RequestDecisions';

/** On whose behalf a call is made. */
export interface CallOptions {
  caller: Caller;
}

/** Which requests a list shows. All given conditions must hold. */
export interface RequestQuery {
  view: 'mine' | 'to_review' | 'all';
  states?: RequestState[];
  actions?: string[];
  org?: string;
  requesterRef?: string;
  target?: string;
  search?: string;
  order: RequestOrder;
  cursor?: string;
  limit: number;
  /** Only requests that are in all of these; set by the guard. */
  scopes?: RequestScope[];
}

/** One person's decision about the plan they saw. */
export interface GivenDecision {
  requestId: string;
  decision: 'approve' | 'reject';
  planDigest: string;
  comment?: string;
  /** The person in whose name a delegate reviews. */
  onBehalfOf?: string;
}

/** A request that was submitted now, or with the same key before. */
export interface SubmittedRequest {
  request: RequestDetail;
  created: boolean;
}

/**
 * Everything that a person can do with requests. What one may not see is not
 * found; every other refusal is a SalesdeskError with a code.
 */
export interface RequestService {
  /** What a request would change and need. Mistakes in the input are part of the draft. */
  previewDraft(input: DraftBody, options: CallOptions): Promise<Draft>;

  /**
   * Submits a request. Throws InputError (`invalid_input` and others, with
   * fields), NotAllowedError when it is refused, and ConflictError
   * (`plan_changed`, `idempotency_conflict`, `nothing_to_change`).
   */
  submit(
    input: SubmitBody & { idempotencyKey?: string },
    options: CallOptions,
  ): Promise<SubmittedRequest>;

  list(query: RequestQuery, options: CallOptions): Promise<RequestPage>;

  get(
    input: { requestId: string },
    options: CallOptions,
  ): Promise<RequestDetail>;

  listChanges(
    input: {
      requestId: string;
      planVersion?: number;
      outcome?: ChangeOutcome;
      search?: string;
      cursor?: string;
      limit: number;
    },
    options: CallOptions,
  ): Promise<ChangePage>;

  /** The audit entries of a request, oldest first. */
  getTimeline(
    input: { requestId: string; cursor?: string; limit: number },
    options: CallOptions,
  ): Promise<AuditPage>;

  /** Throws ConflictError (`plan_changed`, `wrong_state`, `already_reviewed`) and NotAllowedError. */
  review(input: GivenDecision, options: CallOptions): Promise<RequestDetail>;

  /** Each on its own; a refusal of one is part of the answer. */
  reviewMany(
    input: { reviews: GivenDecision[] },
    options: CallOptions,
  ): Promise<BulkReviewAnswer>;

  /** Takes targets off and approves the rest. Throws like `review`. */
  narrow(
    input: Omit<GivenDecision, 'decision'> & { remove: string[] },
    options: CallOptions,
  ): Promise<RequestDetail>;

  /** Changes the caller's own request before its first review. Throws like `submit`. */
  amend(
    input: AmendBody & { requestId: string },
    options: CallOptions,
  ): Promise<RequestDetail>;

  /** Takes an approval of the caller's back, before anything was done. */
  withdrawApproval(
    input: { requestId: string; comment?: string },
    options: CallOptions,
  ): Promise<RequestDetail>;

  /** Says of an emergency whether it was justified. */
  reviewAfterwards(
    input: AfterReviewBody & { requestId: string },
    options: CallOptions,
  ): Promise<RequestDetail>;

  /** Withdraws a request that has not started. */
  cancel(
    input: { requestId: string; comment?: string },
    options: CallOptions,
  ): Promise<RequestDetail>;

  /** Stops a running request before its next change. Throws `wrong_state`. */
  stop(
    input: { requestId: string; comment?: string },
    options: CallOptions,
  ): Promise<RequestDetail>;

  /** Runs again what could not be finished, or confirms a new plan. */
  retry(
    input: { requestId: string; comment?: string; repeatUnknown: boolean },
    options: CallOptions,
  ): Promise<RequestDetail>;

  previewUndo(
    input: { requestId: string },
    options: CallOptions,
  ): Promise<Draft>;

  submitUndo(
    input: { requestId: string; comment?: string; idempotencyKey?: string },
    options: CallOptions,
  ): Promise<SubmittedRequest>;

  /** Runs a read action now. */
  runRead(
    input: { action: string; org?: string; input: unknown; cursor?: string },
    options: CallOptions,
  ): Promise<ActionAnswer>;
}

import {
  isSalesdeskError,
  SalesdeskError,
  type FieldError,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type {
  ActionContext,
  PlanProposal,
  SalesforceRequestResource,
  SalesforceWriteAction,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { Knex } from 'knex';
import { planDigest } from '../domain/planDigest';
import type { Caller } from '../permissions/Caller';
import type { CurrentPolicy } from '../policies/PolicyBook';
import type { PolicyDecision } from '../policy/evaluatePolicy';
import type { ActionCatalog } from './ActionCatalog';
import type { ActionContexts } from './ActionContexts';
import type { OrgDirectory } from './OrgDirectory';
import { parseInput } from './parseInput';
import { scheduledWarnings } from './scheduledWarnings';
import type { PolicyDecider } from './PolicyDecider';

/** What somebody wants, before anything is known of it. */
export interface Wish {
  actionId: string;
  orgId?: string;
  input: unknown;
  reason?: string;
  /** An emergency: to run without the approvals it needs. */
  breakGlass?: boolean;
}

/** Everything that is known of a wish before it is submitted. */
export interface BuiltDraft {
  orgId: string;
  action: SalesforceWriteAction;
  /** After parsing; as it was sent where it could not be parsed. */
  input: unknown;
  rawInput: unknown;
  reason?: string;
  breakGlass?: boolean;
  /** What is wrong with the input. The members below are there if nothing is. */
  errors: FieldError[];
  planned?: {
    proposal: PlanProposal;
    digest: string;
    resource: SalesforceRequestResource;
    decision: PolicyDecision;
    policy: CurrentPolicy;
    mayBreakGlass?: boolean;
    /** Salesforce user of whoever asks, where they have one. */
    requesterUserId?: string;
  };
}

/**
 * Turns a wish into a draft: parses the input, has the action read the org and
 * propose a plan, and asks the host's roles and the policy. Nothing is stored
 * and nothing is changed.
 */
export class DraftBuilder {
  readonly #actions: ActionCatalog;
  readonly #contexts: ActionContexts;
  readonly #orgs: OrgDirectory;
  readonly #decider: PolicyDecider;
  readonly #knex: Knex;
  readonly #now: () => Date;

  constructor(options: {
    actions: ActionCatalog;
    contexts: ActionContexts;
    orgs: OrgDirectory;
    decider: PolicyDecider;
    knex: Knex;
    now: () => Date;
  }) {
    this.#knex = options.knex;
    this.#actions = options.actions;
    this.#contexts = options.contexts;
    this.#orgs = options.orgs;
    this.#decider = options.decider;
    this.#now = options.now;
  }

  /** Mistakes in the input are part of the draft; everything else is thrown. */
  async build(options: { wish: Wish; caller: Caller }): Promise<BuiltDraft> {
    const { wish, caller } = options;
    const action = this.#writeAction(wish.actionId);
    // Whoever may never ask learns nothing about the org by trying.
    if (caller.decisions.inGeneral('create') === 'no') {
      throw new SalesdeskError(
        'NotAllowedError',
        'Your role may not ask for anything in Salesforce',
        { code: 'not_permitted' },
      );
    }
    const orgId = wish.orgId ?? (await this.#orgs.defaultOrgId());
    const base = {
      orgId,
      action,
      rawInput: wish.input,
      ...(wish.reason ? { reason: wish.reason } : {}),
      ...(wish.breakGlass ? { breakGlass: true } : {}),
    };
    const parsed = parseInput(action, wish.input);
    if (!parsed.ok)
      return { ...base, input: wish.input, errors: parsed.errors };

    const context = await this.#contexts.open({
      orgId,
      requesterRef: caller.ref,
    });
    let proposal: PlanProposal;
    try {
      proposal = await action.preview({ input: parsed.input, context });
    } catch (error) {
      const errors = fieldErrors(error);
      if (!errors) throw error;
      return { ...base, input: parsed.input, errors };
    }
    const scheduled = await scheduledWarnings({
      knex: this.#knex,
      orgId,
      actionId: action.id,
      targets: proposal.targets,
      scope: caller.decisions.scope('read'),
    });
    return this.complete({
      draft: { ...base, input: parsed.input, errors: [] },
      proposal: {
        ...proposal,
        ...(scheduled.length > 0
          ? { warnings: [...(proposal.warnings ?? []), ...scheduled] }
          : {}),
      },
      context,
      caller,
    });
  }

  /** Adds digest and decision to a proposal; also for an undo. */
  async complete(options: {
    draft: Omit<BuiltDraft, 'planned'>;
    proposal: PlanProposal;
    context: ActionContext;
    caller: Caller;
  }): Promise<BuiltDraft> {
    const { draft, proposal, context, caller } = options;
    const { action, orgId } = draft;
    const { resource, decision, policy } = await this.#decider.decide({
      action,
      orgId,
      input: draft.input,
      targets: proposal.targets,
      requester: {
        ref: caller.ref,
        ownershipRefs: caller.ownershipRefs,
        salesforceUserId: context.requester.salesforceUserId,
      },
      reason: draft.reason,
      breakGlass: draft.breakGlass,
      now: this.#now(),
      permissionsFor: about => ({
        mayAsk: caller.decisions.allows('create', about),
        skipsApproval: caller.decisions.allows('skipApproval', about),
        mayBreakGlass: caller.decisions.allows('breakGlass', about),
      }),
    });
    const digest = planDigest({
      orgId,
      actionId: action.id,
      changes: proposal.changes,
      followUps: proposal.followUps ?? [],
    });
    return {
      ...draft,
      planned: {
        proposal,
        digest,
        resource,
        decision,
        policy,
        mayBreakGlass: caller.decisions.allows('breakGlass', resource),
        requesterUserId: context.requester.salesforceUserId,
      },
    };
  }

  #writeAction(actionId: string): SalesforceWriteAction {
    const action = this.#actions.find(actionId);
    if (!action) {
      throw new SalesdeskError(
        'NotFoundError',
        `There is no action '${actionId}'`,
        { code: 'not_found' },
      );
    }
    if (action.kind !== 'write') {
      throw new SalesdeskError(
        'InputError',
        `'${actionId}' only reads: run it, it needs no request`,
        { code: 'invalid_input' },
      );
    }
    return action;
  }
}

/** Mistakes in the input, as far as an error is about them. */
function fieldErrors(error: unknown): FieldError[] | undefined {
  if (!isSalesdeskError(error) || error.name !== 'InputError') return undefined;
  return error.fields?.length
    ? error.fields
    : [{ path: '', message: error.message, code: error.code }];
}

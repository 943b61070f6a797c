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
import { planDigest } from '../domain/planDigest';
import type { Caller } from '../permissions/Caller';
import type { CurrentPolicy, PolicyBook } from '../policies/PolicyBook';
import { evaluatePolicy, type PolicyDecision } from '../policy/evaluatePolicy';
import { nameFromRef } from '../policy/policySentence';
import type { ActionCatalog } from './ActionCatalog';
import type { ActionContexts } from './ActionContexts';
import { grantOf } from './grantOf';
import type { OrgDirectory } from './OrgDirectory';
import { parseInput } from './parseInput';
import type { PeopleDirectory } from './PeopleDirectory';
import { commonGroups, targetFacts } from './targetFacts';

/** What somebody wants, before anything is known of it. */
export interface Wish {
  actionId: string;
  orgId?: string;
  input: unknown;
  reason?: string;
}

/** Everything that is known of a wish before it is submitted. */
export interface BuiltDraft {
  orgId: string;
  action: SalesforceWriteAction;
  /** After parsing; as it was sent where it could not be parsed. */
  input: unknown;
  rawInput: unknown;
  reason?: string;
  /** What is wrong with the input. The members below are there if nothing is. */
  errors: FieldError[];
  planned?: {
    proposal: PlanProposal;
    digest: string;
    resource: SalesforceRequestResource;
    decision: PolicyDecision;
    policy: CurrentPolicy;
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
  readonly #people: PeopleDirectory;
  readonly #policies: PolicyBook;
  readonly #now: () => Date;

  constructor(options: {
    actions: ActionCatalog;
    contexts: ActionContexts;
    orgs: OrgDirectory;
    people: PeopleDirectory;
    policies: PolicyBook;
    now: () => Date;
  }) {
    this.#actions = options.actions;
    this.#contexts = options.contexts;
    this.#orgs = options.orgs;
    this.#people = options.people;
    this.#policies = options.policies;
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
    return this.complete({
      draft: { ...base, input: parsed.input, errors: [] },
      proposal,
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
    const facts = targetFacts({
      targets: proposal.targets,
      requester: {
        ref: caller.ref,
        salesforceUserId: context.requester.salesforceUserId,
      },
    });
    const [policy, managerRef, groupsOf, orgOwnerRefs] = await Promise.all([
      this.#policies.current(action.id),
      this.#people.managerOf(caller.ref),
      this.#people.groupsOf(facts.personRefs),
      this.#orgs.ownersOf(orgId),
    ]);
    const resource: SalesforceRequestResource = {
      id: '',
      state: 'draft',
      orgId,
      actionId: action.id,
      kind: 'write',
      risk: action.risk,
      requesterRef: caller.ref,
      ...(managerRef ? { managerRef } : {}),
      isOwnUser: facts.isOwnUser,
      targetPersonRefs: facts.personRefs,
      targetGroupRefs: commonGroups({ targets: proposal.targets, groupsOf }),
      size: facts.size,
    };
    const sources = policy.policy.stages
      .flatMap(stage => stage.requirements)
      .flatMap(requirement => requirement.from)
      .flatMap(({ ref }) => ref ?? []);
    const named = [
      ...new Set([
        ...sources,
        ...policy.policy.audience,
        ...orgOwnerRefs,
        ...(managerRef ? [managerRef] : []),
      ]),
    ];
    const [names, members] = await Promise.all([
      this.#people.describe(named),
      this.#people.membersOf(named),
    ]);
    const decision = evaluatePolicy({
      actionTitle: action.title,
      policy: policy.policy,
      policyVersion: policy.version,
      permissions: {
        mayAsk: caller.decisions.allows('create', resource),
        skipsApproval: caller.decisions.allows('skipApproval', resource),
      },
      requester: {
        ref: caller.ref,
        ownershipRefs: caller.ownershipRefs,
        ...(managerRef ? { managerRef } : {}),
      },
      targets: facts,
      grant: grantOf(action, draft.input),
      hasReason: Boolean(draft.reason?.trim()),
      now: this.#now(),
      orgOwnerRefs,
      nameOf: ref => names.get(ref)?.displayName ?? nameFromRef(ref),
      membersOf: ref => members.get(ref) ?? [],
    });
    const digest = planDigest({
      orgId,
      actionId: action.id,
      changes: proposal.changes,
      followUps: proposal.followUps ?? [],
    });
    return {
      ...draft,
      planned: { proposal, digest, resource, decision, policy },
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

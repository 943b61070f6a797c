import {
  type Draft,
  type Person,
  type RequestDetail,
  type RequestSummary,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import type { Delegations } from '../approvals/Delegations';
import type { ReviewerAliases } from '../approvals/ReviewerAliases';
import { countOutcomes } from '../database/operations/changes/countOutcomes';
import { listChanges } from '../database/operations/changes/listChanges';
import { readPlans } from '../database/operations/plans/readPlans';
import { findFollowUps } from '../database/operations/requests/findFollowUps';
import { readFirstTargets } from '../database/operations/requests/targets';
import type { PlanRow, RequestRow } from '../database/tables';
import { isReviewable, isRetryable } from '../domain/requestState';
import { riskOfRank } from '../domain/risk';
import type { Caller } from '../permissions/Caller';
import type { PolicyDecision } from '../policy/evaluatePolicy';
import type { ActionCatalog } from './ActionCatalog';
import {
  changesWithPlan,
  followUpKey,
  planView,
  proposalView,
  targetView,
} from './changeViews';
import { decisionView } from './decisionView';
import type { BuiltDraft } from './DraftBuilder';
import type { OrgDirectory } from './OrgDirectory';
import type { PeopleDirectory } from './PeopleDirectory';
import { approvalFacts } from './approvalFacts';
import { CallerAsReviewer, type Aliases } from './CallerAsReviewer';
import {
  requestActions,
  undoResource,
  type RequestActions,
} from './requestActions';
import { readRequestFacts, type RequestFacts } from './RequestFacts';
import { stopView } from './stopView';
import { StageReader } from './StageReader';
import { storedDecision } from './storedDecision';
import { undoWords } from './undoWords';

/** How many earlier plans a page shows. */
const mostPlans = 6;

/** Turns what is stored into what the API answers, for one caller. */
export class RequestViews {
  readonly #knex: Knex;
  readonly #actions: ActionCatalog;
  readonly #orgs: OrgDirectory;
  readonly #people: PeopleDirectory;
  readonly #reviewer: CallerAsReviewer;
  readonly #stages: StageReader;

  constructor(options: {
    aliases: ReviewerAliases;
    delegations: Delegations;
    knex: Knex;
    actions: ActionCatalog;
    orgs: OrgDirectory;
    people: PeopleDirectory;
  }) {
    this.#knex = options.knex;
    this.#actions = options.actions;
    this.#orgs = options.orgs;
    this.#people = options.people;
    this.#reviewer = new CallerAsReviewer(options);
    this.#stages = new StageReader(options);
  }

  /** A page of a list. Every button is decided from facts that are read once. */
  async summaries(options: {
    rows: readonly RequestRow[];
    caller: Caller;
  }): Promise<RequestSummary[]> {
    return (await this.#shown(options)).map(({ summary }) => summary);
  }

  /** Summaries with what they were made of. */
  async #shown(options: { rows: readonly RequestRow[]; caller: Caller }) {
    const { rows, caller } = options;
    const [facts, targets, orgTitles, people, managesOrgs, aliases] =
      await Promise.all([
        readRequestFacts({ knex: this.#knex, rows }),
        readFirstTargets({
          knex: this.#knex,
          requestIds: rows.map(row => row.id),
          count: 5,
        }),
        this.#orgs.titles(),
        this.#people.describe([...new Set(rows.map(row => row.requester_ref))]),
        rows.some(row => isRetryable(row.state)) ? caller.managesOrgs() : false,
        this.#reviewer.aliasesOf(rows, caller),
      ]);
    return facts.map(fact => {
      const { row } = fact;
      const action = this.#actions.find(row.action_id);
      const buttons = this.#buttons(fact, caller, managesOrgs, aliases);
      const summary: RequestSummary = {
        id: row.id,
        number: row.number,
        org: row.org_id,
        orgTitle: orgTitles.get(row.org_id) ?? row.org_id,
        action: row.action_id,
        actionTitle: action?.title ?? row.action_id,
        title: row.title,
        risk: riskOfRank(row.risk),
        state: row.state,
        requester: personIn(people, row.requester_ref),
        targets: targets
          .filter(target => target.request_id === row.id)
          .map(targetView),
        targetCount: row.size,
        changeCount: row.change_count,
        changeSummary: row.change_summary,
        planDigest: row.plan_digest,
        createdAt: row.created_at,
        updatedAt: row.updated_at,
        ...(row.reason ? { reason: row.reason } : {}),
        ...(row.waiting_for ? { waitingFor: row.waiting_for } : {}),
        ...(row.expires_at && isReviewable(row.state)
          ? { expiresAt: row.expires_at }
          : {}),
        ...(row.not_before ? { startsAt: row.not_before } : {}),
        ...(row.finished_at ? { finishedAt: row.finished_at } : {}),
        ...(row.break_glass
          ? {
              breakGlass: row.after_reviewed_at
                ? ('reviewed' as const)
                : ('to_review' as const),
            }
          : {}),
        allowedActions: buttons.allowed,
      };
      return { summary, facts: fact, buttons, aliases };
    });
  }

  async detail(options: {
    row: RequestRow;
    caller: Caller;
  }): Promise<RequestDetail> {
    const { row, caller } = options;
    const [[{ summary, facts, buttons, aliases }], plans, followUps] =
      await Promise.all([
        this.#shown({ rows: [row], caller }),
        readPlans({ knex: this.#knex, requestId: row.id, limit: mostPlans }),
        findFollowUps({
          knex: this.#knex,
          requestId: row.id,
          relation: 'follow_up_of',
        }),
      ]);
    const followUpRequests = new Map(
      followUps.flatMap(({ action_id, not_before, id }) =>
        not_before
          ? [[followUpKey(action_id, not_before), id] as [string, string]]
          : [],
      ),
    );
    const [views, stages, afterwards, outcomes] = await Promise.all([
      Promise.all(plans.map(plan => this.#plan(plan, followUpRequests))),
      this.#stages.read(facts.approvalCase, row.requester_ref, facts),
      this.#reviewer.afterReview(row),
      countOutcomes({
        knex: this.#knex,
        requestId: row.id,
        planVersion: row.plan_version,
      }),
    ]);
    const plan = views.find(({ version }) => version === row.plan_version);
    const undo = this.#actions.find(row.action_id);
    return {
      ...summary,
      input: JSON.parse(row.input),
      ...(row.words ? { words: row.words } : {}),
      plan: plan ?? {
        // A follow-up is planned when its time has come.
        version: 0,
        digest: '',
        changeCount: 0,
        changes: [],
        followUps: [],
        warnings: [],
        blockers: [],
      },
      previousPlans: views.filter(view => view !== plan),
      decision: decisionView(storedDecision(row), stages),
      stages,
      blockers: JSON.parse(row.blockers),
      outcomes,
      cannot: buttons.cannot,
      ...approvalFacts(row),
      ...(afterwards ? { afterReview: afterwards } : {}),
      ...(await stopView({ row, people: this.#people })),
      ...(await this.#reviewer.mayReviewFor(facts, caller, aliases)),
      ...(row.undo_of ? { undoOf: row.undo_of } : {}),
      ...(row.undone_by ? { undoneBy: row.undone_by } : {}),
      ...(row.follow_up_of ? { followUpOf: row.follow_up_of } : {}),
      ...(undo?.kind === 'write'
        ? { undo: undoWords(undo.undo, row.undo_of !== null) }
        : {}),
    };
  }

  async draft(draft: BuiltDraft, caller: Caller): Promise<Draft> {
    const { planned } = draft;
    const base = {
      org: draft.orgId,
      action: draft.action.id,
      undo: undoWords(draft.action.undo),
      input: draft.input as Draft['input'],
    };
    if (!planned) return { ...base, valid: false, errors: draft.errors };

    const { proposal, digest, decision, resource } = planned;
    const errors = [...draft.errors];
    if (decision.reasonMissing && decision.verdict !== 'refused') {
      errors.push({
        path: 'reason',
        code: 'reason_required',
        message: 'Say why this is needed',
      });
    }
    if (proposal.changes.length === 0) {
      errors.push({
        path: '',
        code: 'nothing_to_change',
        message: nothingToChange(proposal.leftOut),
      });
    }
    const stages = await this.#stages.read(
      {
        stages: decision.stages,
        distinctReviewers: decision.distinctReviewers,
        planVersion: 1,
        planDigest: digest,
        policyVersion: decision.policyVersion,
        excludedRefs: [caller.ref, ...resource.targetPersonRefs],
      },
      caller.ref,
    );
    return {
      ...base,
      title: proposal.title,
      valid: errors.length === 0 && decision.verdict !== 'refused',
      errors,
      plan: proposalView({ proposal, digest }),
      decision: decisionView(decision, stages),
      ...(planned.mayBreakGlass && isEmergency(decision)
        ? { mayBreakGlass: true }
        : {}),
    };
  }

  async #plan(plan: PlanRow, followUpRequests: ReadonlyMap<string, string>) {
    const changes = await listChanges({
      knex: this.#knex,
      requestId: plan.request_id,
      planVersion: plan.version,
      limit: changesWithPlan,
    });
    return planView({ plan, changes, followUpRequests });
  }

  #buttons(
    facts: RequestFacts,
    caller: Caller,
    managesOrgs: boolean,
    aliases: Aliases,
  ): RequestActions {
    const { row, resource, approvalCase, reviews } = facts;
    const action = this.#actions.find(row.action_id);
    const { decisions } = caller;
    return requestActions({
      row,
      approvalCase,
      reviews,
      undo: action?.kind === 'write' ? action.undo.kind : undefined,
      caller: {
        ...this.#reviewer.candidate(facts, caller, aliases),
        managesOrgs,
        mayCancel: decisions.allows('cancel', resource),
        mayAsk: decisions.allows('create', undoResource(resource, caller.ref)),
      },
    });
  }
}

/** Whether breaking the glass makes, or would make, a difference. */
function isEmergency({ verdict, code }: PolicyDecision): boolean {
  return (
    verdict === 'needs_approval' ||
    code === 'no_reviewer_left' ||
    code === 'break_glass'
  );
}

/** Why there is nothing to do, as far as it is known. */
export function nothingToChange(
  leftOut: ReadonlyArray<{ target: { label: string }; reason: string }> = [],
): string {
  const [first, ...rest] = leftOut;
  if (!first) return 'There is nothing to change';
  return rest.length === 0
    ? `There is nothing to change: ${first.target.label}: ${first.reason}`
    : `There is nothing to change: all ${leftOut.length} are as wanted`;
}

function personIn(people: ReadonlyMap<string, Person>, ref: string): Person {
  return people.get(ref) ?? { ref, displayName: ref };
}

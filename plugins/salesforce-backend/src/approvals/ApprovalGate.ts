import type { Blocker } from '@salesdesk/backstage-plugin-salesforce-common';
import type {
  ActionContext,
  PlanProposal,
  SalesforceWriteAction,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { Knex } from 'knex';
import type { RequestPatch } from '../database/operations/requests/updateRequest';
import type { RequestRow, ReviewRow } from '../database/tables';
import { isOver } from '../domain/isOver';
import { approvalStanding } from '../domain/approval';
import { asksTheSame } from '../domain/decisionShape';
import type { PeopleDirectory } from '../requests/PeopleDirectory';
import type { PolicyAnswer, PolicyDecider } from '../requests/PolicyDecider';
import { readRequestFacts, type RequestFacts } from '../requests/RequestFacts';
import {
  givenReviews,
  storedDecision,
  type StoredDecision,
} from '../requests/storedDecision';
import type { ReviewerAliases } from './ReviewerAliases';
import type { ReviewRights } from './ReviewRights';

/** Whether what was decided about a request still holds when its job starts. */
export type GateAnswer =
  | { kind: 'holds' }
  /** It has to be reviewed again, by the decision in the patch. */
  | { kind: 'lapsed'; reasons: string[]; patch: RequestPatch }
  /** The policy does not allow it any more. */
  | { kind: 'refused'; blockers: Blocker[] };

/** What is asked at the gate. */
export interface GateQuestion {
  request: RequestRow;
  action: SalesforceWriteAction;
  /** The plan as it is computed now. */
  proposal: PlanProposal;
  context: ActionContext;
}

/**
 * Stands before the first effect of every request. The plan's digest says that
 * what was approved is what would be done; the gate says that it still is
 * approved:
 *
 * - The policy in force now asks for the same approvals of the same people. A
 *   new manager, a new owner of the org and a changed stage are differences; a
 *   new version that changes nothing for this request is none.
 * - The reviews that count still do: the catalog confirms what it confirmed
 *   when they were given, and no reviewer turned out to be the requester or a
 *   target under another name.
 * - The approval is not older than a request may wait.
 *
 * What follows from an approved request was approved with it and is not asked
 * for again.
 */
export class ApprovalGate {
  readonly #options: ApprovalGateOptions;

  constructor(options: ApprovalGateOptions) {
    this.#options = options;
  }

  async check(question: GateQuestion): Promise<GateAnswer> {
    const { request } = question;
    const stored = storedDecision(request);
    if (stored.code === 'part_of_another') return { kind: 'holds' };
    const answer = await this.#decideAgain(question, stored);
    const { decision } = answer;
    if (
      decision.verdict === 'refused' &&
      decision.code !== 'no_reviewer_left'
    ) {
      return {
        kind: 'refused',
        blockers: [
          {
            code: 'policy_refused',
            message: `The policy changed since: ${decision.reasons.join(' ')}`,
            remedy: 'Change the policy and retry, or withdraw the request',
          },
        ],
      };
    }
    if (request.verdict !== 'needs_approval') return { kind: 'holds' };

    const reasons: string[] = [];
    if (!asksTheSame(decision, stored)) {
      reasons.push(
        decision.policyVersion === stored.policyVersion
          ? 'Other people answer for it now than when it was asked for.'
          : 'The policy changed since it was asked for, and asks for other approvals.',
      );
    }
    if (isOver(request, this.#options.now())) {
      reasons.push('It was approved too long ago.');
    }
    reasons.push(...(await this.#whyNotApproved(request)));
    if (reasons.length === 0) return { kind: 'holds' };
    return {
      kind: 'lapsed',
      reasons,
      patch: {
        decision: JSON.stringify({
          ...decision,
          requesterName: stored.requesterName,
          orgOwnerRefs: answer.orgOwnerRefs,
          ...(stored.decidedAt ? { decidedAt: stored.decidedAt } : {}),
        } satisfies StoredDecision),
        policy_version: decision.policyVersion,
        distinct_reviewers: decision.distinctReviewers,
        manager_ref: answer.resource.managerRef ?? null,
      },
    };
  }

  async #decideAgain(
    question: GateQuestion,
    stored: StoredDecision,
  ): Promise<PolicyAnswer> {
    const { request, action, proposal, context } = question;
    const { decider, people } = this.#options;
    const ref = request.requester_ref;
    const groups = await people.groupsOf([ref]);
    const policy = await decider.policyOf(action.id);
    return decider.decide({
      action,
      orgId: request.org_id,
      input: JSON.parse(request.input),
      targets: proposal.targets,
      requester: {
        ref,
        ownershipRefs: [
          ref,
          ...(groups.get(ref) ?? []),
          // Who belonged to the audience by what their sign-in said cannot be
          // asked again; of the same policy it was true.
          ...(policy.version === stored.policyVersion
            ? policy.policy.audience
            : []),
        ],
        salesforceUserId:
          request.requester_user_id ?? context.requester.salesforceUserId,
      },
      reason: request.reason,
      breakGlass: stored.code === 'break_glass',
      // Limits are about what was asked for then.
      now: new Date(stored.decidedAt ?? request.created_at),
      // The host cannot be asked about somebody who is not there: its answers
      // are those of the submit.
      permissionsFor: () => ({
        mayAsk: true,
        skipsApproval: stored.code === 'role_runs_it',
        mayBreakGlass: true,
      }),
      policy,
    });
  }

  async #whyNotApproved(request: RequestRow): Promise<string[]> {
    const { knex, rights, aliases, people } = this.#options;
    const [facts] = await readRequestFacts({ knex, rows: [request] });
    const counting = facts.reviews.filter(
      review =>
        review.withdrawn_at === null &&
        review.plan_version === request.plan_version,
    );
    const refs = counting.flatMap(review => [
      review.reviewer_ref,
      ...(review.on_behalf_of ? [review.on_behalf_of] : []),
    ]);
    const [lapsed, known, names] = await Promise.all([
      rights.lapsed(counting),
      aliases.of(refs, request.org_id),
      people.describe([...new Set(refs)]),
    ]);
    const keysLeft = new Map(lapsed.map(({ id, keys }) => [id, keys]));
    const left = counting
      .map(review => {
        const keys = keysLeft.get(review.id);
        return keys ? { ...review, sources: JSON.stringify(keys) } : review;
      })
      .map(review => withAliases(review, known));
    const { outcome } = approvalStanding(
      facts.approvalCase,
      givenReviews(left),
    );
    if (outcome === 'approved') return [];
    const reasons = lapsed.map(({ reason }) => `${reason}.`);
    const themselves = whoIsExcluded(facts, left).map(
      ref =>
        `${
          names.get(ref)?.displayName ?? ref
        } has the same Salesforce user as somebody who asked for it or whom it is about.`,
    );
    const all = [...reasons, ...themselves];
    return all.length > 0 ? all : ['The approvals it has are not enough.'];
  }
}

/** What {@link ApprovalGate} needs. */
export interface ApprovalGateOptions {
  knex: Knex;
  decider: PolicyDecider;
  rights: ReviewRights;
  aliases: ReviewerAliases;
  people: Pick<PeopleDirectory, 'groupsOf' | 'describe'>;
  now: () => Date;
}

function withAliases(
  review: ReviewRow,
  known: ReadonlyMap<string, string[]>,
): ReviewRow {
  const stored: string[] = JSON.parse(review.aliases ?? '[]');
  const now = [review.reviewer_ref, review.on_behalf_of].flatMap(ref =>
    ref ? known.get(ref) ?? [] : [],
  );
  return { ...review, aliases: JSON.stringify([...stored, ...now]) };
}

function whoIsExcluded(
  facts: RequestFacts,
  reviews: readonly ReviewRow[],
): string[] {
  const { excludedRefs } = facts.approvalCase;
  return reviews.flatMap(review => {
    const aliases: string[] = JSON.parse(review.aliases ?? '[]');
    return aliases.some(alias => excludedRefs.includes(alias))
      ? [review.reviewer_ref]
      : [];
  });
}

import type {
  ErrorCode,
  Policy,
  Verdict,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { ApprovalStage } from '../domain/approval';
import { after, durationInWords } from '../domain/duration';
import { escalateStages, type Escalation } from '../domain/escalation';
import { findReviewerGap, type ReviewerGap } from '../domain/findReviewerGap';
import { listInWords, type NameOf } from './policySentence';
import { resolveEscalation, resolveStages } from './resolveStages';

/** Everything that a decision is made from. */
export interface PolicyQuestion {
  actionTitle: string;
  policy: Policy;
  policyVersion: number;
  /** What the host's roles say; undefined where nobody asked them. */
  permissions:
    | { mayAsk: boolean; skipsApproval: boolean; mayBreakGlass?: boolean }
    | undefined;
  /** To run at once, without the approvals it needs; looked at afterwards. */
  breakGlass?: boolean;
  requester: {
    ref: string;
    /** Their own entity ref and those of the groups they belong to. */
    ownershipRefs: readonly string[];
    managerRef?: string;
  };
  targets: {
    size: number;
    /** The requester is the only target. */
    isOwnUser: boolean;
    /** Every target is a record that the requester owns. */
    ownsTargets: boolean;
    /** The requester is one of the targets. */
    includesRequester: boolean;
    personRefs: readonly string[];
  };
  /** For actions that can be time-bound: when it ends, if it does. */
  grant?: { endsAt?: Date };
  hasReason: boolean;
  now: Date;
  orgOwnerRefs: readonly string[];
  nameOf: NameOf;
  /** The people behind a group or person. */
  membersOf: (entityRef: string) => readonly string[];
}

/** What was decided, and everything that later reviews are judged by. */
export interface PolicyDecision {
  verdict: Verdict;
  /** Stable word: an error code when refused, else why it needs approval or not. */
  code:
    | Extract<
        ErrorCode,
        | 'not_permitted'
        | 'policy_refused'
        | 'limit_exceeded'
        | 'no_reviewer_left'
      >
    | 'needs_approval'
    | 'role_runs_it'
    /** It needs approval and ran without, in an emergency. */
    | 'break_glass'
    /** It follows from a request that was approved with it. */
    | 'part_of_another';
  /** Plain sentences. */
  reasons: string[];
  /** A reason must be given and was not. */
  reasonMissing: boolean;
  policyVersion: number;
  stages: ApprovalStage[];
  distinctReviewers: boolean;
  expiresAfter: string;
  remindAfter?: string;
  escalation?: Escalation;
}

type Refusal = { code: PolicyDecision['code']; reason: string };

/**
 * Decides what a request needs. Pure: the same question has the same answer,
 * so any decision can be replayed from the audit log.
 */
export function evaluatePolicy(question: PolicyQuestion): PolicyDecision {
  const { policy, permissions } = question;
  const base = {
    policyVersion: question.policyVersion,
    reasonMissing:
      (policy.reason === 'required' || question.breakGlass === true) &&
      !question.hasReason,
    distinctReviewers: policy.distinctReviewers,
    expiresAfter: policy.expiresAfter,
    ...(policy.remindAfter ? { remindAfter: policy.remindAfter } : {}),
  };

  const refusals = findRefusals(question);
  if (refusals.length > 0) {
    return {
      ...base,
      verdict: 'refused',
      code: refusals[0].code,
      reasons: refusals.map(({ reason }) => reason),
      stages: [],
    };
  }

  if (permissions?.skipsApproval) {
    return {
      ...base,
      verdict: 'runs_without_approval',
      code: 'role_runs_it',
      reasons: [whyAtOnce(question.targets)],
      stages: [],
    };
  }

  const parties = {
    managerRef: question.requester.managerRef,
    orgOwnerRefs: question.orgOwnerRefs,
    nameOf: question.nameOf,
  };
  const stages = resolveStages(policy.stages, parties);
  if (question.breakGlass) {
    return {
      ...base,
      verdict: 'runs_without_approval',
      code: 'break_glass',
      reasons: [
        `It runs at once, without the approval of ${whoApproves(
          stages,
        )}. They are told, and it is looked at afterwards.`,
      ],
      stages,
    };
  }
  const escalation = resolveEscalation(policy.escalation, parties);
  const gapIn = (wanted: ApprovalStage[]) =>
    findReviewerGap({
      stages: wanted,
      distinctReviewers: policy.distinctReviewers,
      membersOf: question.membersOf,
      excludedRefs: [question.requester.ref, ...question.targets.personRefs],
    });
  const gap = gapIn(stages);
  if (!gap) {
    return {
      ...base,
      verdict: 'needs_approval',
      code: 'needs_approval',
      reasons: [approvalReason(question, stages)],
      stages,
      ...(escalation ? { escalation } : {}),
    };
  }
  // Waiting for the escalation would be in vain: it goes there at once.
  const everyStage = stages.map((_, index) => index);
  const escalated = escalateStages(stages, escalation, everyStage);
  if (escalation && !gapIn(escalated)) {
    return {
      ...base,
      verdict: 'needs_approval',
      code: 'needs_approval',
      reasons: [
        approvalReason(question, escalated),
        `It goes to ${escalation.sentence} at once: ${tooFew(gap, stages)}.`,
      ],
      stages: escalated,
    };
  }
  return {
    ...base,
    verdict: 'refused',
    code: 'no_reviewer_left',
    reasons: [
      `Nobody could approve this: ${tooFew(
        gap,
        stages,
      )}. Ask an admin to change the policy.`,
    ],
    stages,
  };
}

function whyAtOnce(targets: PolicyQuestion['targets']): string {
  if (targets.isOwnUser)
    return 'You may do this for yourself without approval.';
  return targets.ownsTargets
    ? 'You may do this with records that you own without approval.'
    : 'Your role runs this without approval.';
}

function tooFew(gap: ReviewerGap, stages: readonly ApprovalStage[]): string {
  const isNobody = stages
    .filter(({ name }) => name === gap.stage)
    .flatMap(({ requirements }) => requirements)
    .some(
      ({ sentence, from }) => sentence === gap.sentence && from.length === 0,
    );
  // A manager, or owners of the org, that nobody has said who they are.
  if (isNobody) {
    return `stage "${gap.stage}" needs ${gap.sentence}, and nobody is known to be that`;
  }
  return `stage "${gap.stage}" needs ${gap.sentence}, and without you and the people it is about, ${gap.missing} too few are left`;
}

function whoApproves(stages: readonly ApprovalStage[]): string {
  return stages
    .map(stage =>
      listInWords(
        stage.requirements.map(({ sentence }) => sentence),
        'and',
      ),
    )
    .join(', then ');
}

function approvalReason(
  question: PolicyQuestion,
  stages: readonly ApprovalStage[],
): string {
  return `It needs the approval of ${whoApproves(
    stages,
  )} within ${durationInWords(question.policy.expiresAfter)}.`;
}

function findRefusals(question: PolicyQuestion): Refusal[] {
  const { policy, permissions, targets, actionTitle } = question;
  const refusals: Refusal[] = [];
  const refuse = (code: Refusal['code'], reason: string) =>
    refusals.push({ code, reason });

  if (!policy.enabled) {
    refuse('policy_refused', `"${actionTitle}" is switched off here.`);
  }
  if (permissions && !permissions.mayAsk) {
    refuse(
      'not_permitted',
      targets.isOwnUser
        ? 'Your role may not ask for this.'
        : 'Your role may not ask for this for other people.',
    );
  }
  if (question.breakGlass && permissions && !permissions.mayBreakGlass) {
    refuse('not_permitted', 'Your role may not run this without approval.');
  }
  if (
    policy.audience.length > 0 &&
    !policy.audience.some(ref => question.requester.ownershipRefs.includes(ref))
  ) {
    refuse(
      'policy_refused',
      `Only ${listInWords(
        policy.audience.map(question.nameOf),
        'and',
      )} may ask for this.`,
    );
  }
  if (
    policy.selfService === 'only' &&
    !targets.isOwnUser &&
    !targets.ownsTargets
  ) {
    refuse('policy_refused', 'Everyone asks for this for themselves only.');
  }
  if (policy.selfService === 'off' && targets.includesRequester) {
    refuse('policy_refused', 'Nobody asks for this for themselves.');
  }
  refusals.push(...findExceededLimits(question));
  return refusals;
}

function findExceededLimits(question: PolicyQuestion): Refusal[] {
  const { limits } = question.policy;
  const refusals: Refusal[] = [];
  if (
    limits.maxTargets !== undefined &&
    question.targets.size > limits.maxTargets
  ) {
    refusals.push({
      code: 'limit_exceeded',
      reason: `It names ${question.targets.size}, and at most ${limits.maxTargets} are allowed at a time.`,
    });
  }
  if (limits.maxDuration !== undefined && question.grant) {
    const { endsAt } = question.grant;
    const latest = after(question.now, limits.maxDuration);
    if (!endsAt || endsAt > latest) {
      refusals.push({
        code: 'limit_exceeded',
        reason: `It must end within ${durationInWords(limits.maxDuration)}.`,
      });
    }
  }
  return refusals;
}

import type {
  Policy,
  Target,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type {
  SalesforceRequestResource,
  SalesforceWriteAction,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { CurrentPolicy, PolicyBook } from '../policies/PolicyBook';
import { refsInPolicy } from '../policies/policyNames';
import { evaluatePolicy, type PolicyDecision } from '../policy/evaluatePolicy';
import { nameFromRef } from '../policy/policySentence';
import { grantOf } from './grantOf';
import type { OrgDirectory } from './OrgDirectory';
import type { PeopleDirectory } from './PeopleDirectory';
import { commonGroups, targetFacts } from './targetFacts';

/** What somebody asks for, as far as a policy decides by it. */
export interface DecisionQuestion {
  action: SalesforceWriteAction;
  orgId: string;
  input: unknown;
  targets: readonly Target[];
  requester: {
    ref: string;
    ownershipRefs: readonly string[];
    salesforceUserId?: string;
  };
  reason?: string | null;
  breakGlass?: boolean;
  now: Date;
  /** What the host's roles say of it. */
  permissionsFor(resource: SalesforceRequestResource): {
    mayAsk: boolean;
    skipsApproval: boolean;
    mayBreakGlass: boolean;
  };
  /** Default: the policy in force. */
  policy?: CurrentPolicy;
}

/** What was decided, and of what. */
export interface PolicyAnswer {
  resource: SalesforceRequestResource;
  decision: PolicyDecision;
  policy: CurrentPolicy;
  orgOwnerRefs: string[];
}

/** Gathers what a policy decides by, and has it decide. */
export class PolicyDecider {
  readonly #orgs: OrgDirectory;
  readonly #people: PeopleDirectory;
  readonly #policies: PolicyBook;

  constructor(options: {
    orgs: OrgDirectory;
    people: PeopleDirectory;
    policies: PolicyBook;
  }) {
    this.#orgs = options.orgs;
    this.#people = options.people;
    this.#policies = options.policies;
  }

  /** The policy in force. */
  async policyOf(actionId: string): Promise<CurrentPolicy> {
    return this.#policies.current(actionId);
  }

  async decide(question: DecisionQuestion): Promise<PolicyAnswer> {
    const { action, orgId, requester, targets } = question;
    const facts = targetFacts({ targets, requester });
    const [policy, managerRef, groupsOf, orgOwnerRefs] = await Promise.all([
      question.policy ?? this.#policies.current(action.id),
      this.#people.managerOf(requester.ref),
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
      requesterRef: requester.ref,
      ...(managerRef ? { managerRef } : {}),
      isOwnUser: facts.isOwnUser,
      ownsTargets: facts.ownsTargets,
      targetPersonRefs: facts.personRefs,
      targetGroupRefs: commonGroups({ targets, groupsOf }),
      size: facts.size,
    };
    const named = namedIn(policy.policy, orgOwnerRefs, managerRef);
    const [names, members] = await Promise.all([
      this.#people.describe(named),
      this.#people.membersOf(named),
    ]);
    const decision = evaluatePolicy({
      actionTitle: action.title,
      policy: policy.policy,
      policyVersion: policy.version,
      permissions: question.permissionsFor(resource),
      ...(question.breakGlass ? { breakGlass: true } : {}),
      requester: {
        ref: requester.ref,
        ownershipRefs: requester.ownershipRefs,
        ...(managerRef ? { managerRef } : {}),
      },
      targets: facts,
      grant: grantOf(action, question.input),
      hasReason: Boolean(question.reason?.trim()),
      now: question.now,
      orgOwnerRefs,
      nameOf: ref => names.get(ref)?.displayName ?? nameFromRef(ref),
      membersOf: ref => members.get(ref) ?? [],
    });
    return { resource, decision, policy, orgOwnerRefs };
  }
}

function namedIn(
  policy: Policy,
  orgOwnerRefs: readonly string[],
  managerRef: string | undefined,
): string[] {
  return [
    ...new Set([
      ...refsInPolicy(policy),
      ...orgOwnerRefs,
      ...(managerRef ? [managerRef] : []),
    ]),
  ];
}

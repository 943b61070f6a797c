import type {
  Person,
  Policy,
  PolicyDifference,
  PolicyReplay,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { SalesforceWriteAction } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Knex } from 'knex';
import { listDecidedRequests } from '../database/operations/requests/listDecidedRequests';
import type { RequestRow, ReviewRow } from '../database/tables';
import { PERMISSION_KEY } from '../domain/approval';
import type { RequestScope } from '../permissions/RequestDecisions';
import {
  compareDecisions,
  needsInWords,
  wouldSuffice,
} from '../policy/compareDecisions';
import { evaluatePolicy, type PolicyDecision } from '../policy/evaluatePolicy';
import { grantOf } from '../requests/grantOf';
import type { PeopleDirectory } from '../requests/PeopleDirectory';
import { readRequestFacts, type RequestFacts } from '../requests/RequestFacts';
import { storedDecision } from '../requests/storedDecision';
import { policyNames, refsInPolicy } from './policyNames';

const defaultDays = 90;
const day = 24 * 60 * 60 * 1000;
/** So many requests are decided again; more take too long to wait for. */
const mostRequests = 5_000;
const mostDifferences = 200;
const batch = 500;

/** What is known of the people that decisions are made of. */
interface Catalog {
  groups: ReadonlyMap<string, string[]>;
  members: ReadonlyMap<string, string[]>;
  persons: ReadonlyMap<string, Person>;
}

/**
 * Decides the requests of the last days again, by a policy that is not in force.
 * What the host's roles said, who the manager and the owners were and what was
 * asked for is taken as it was stored; who is in which group, as it is now.
 */
export class PolicyReplays {
  readonly #options: { knex: Knex; people: PeopleDirectory; now: () => Date };

  constructor(options: {
    knex: Knex;
    people: PeopleDirectory;
    now: () => Date;
  }) {
    this.#options = options;
  }

  async replay(options: {
    action: SalesforceWriteAction;
    policy: Policy;
    days?: number;
    /** Nobody learns from a replay of requests that they may not see. */
    scope: RequestScope;
  }): Promise<PolicyReplay> {
    const { action, policy, days = defaultDays, scope } = options;
    const { knex, now } = this.#options;
    const found = await listDecidedRequests({
      knex,
      actionId: action.id,
      since: new Date(now().getTime() - days * day).toISOString(),
      scope,
      limit: mostRequests + 1,
    });
    const rows = found.slice(0, mostRequests);
    const catalog = await this.#read(rows, policy);
    const differences: PolicyDifference[] = [];
    let different = 0;
    for (let start = 0; start < rows.length; start += batch) {
      const facts = await readRequestFacts({
        knex,
        rows: rows.slice(start, start + batch),
      });
      for (const fact of facts) {
        const after = decideAgain({ fact, action, policy, catalog });
        const difference = differenceOf({ fact, after, catalog });
        if (!difference) continue;
        different += 1;
        if (differences.length < mostDifferences) differences.push(difference);
      }
    }
    return {
      days,
      considered: rows.length,
      unchanged: rows.length - different,
      differences,
      truncated: found.length > mostRequests,
    };
  }

  async #read(rows: readonly RequestRow[], policy: Policy): Promise<Catalog> {
    const { people } = this.#options;
    const requesters = [...new Set(rows.map(row => row.requester_ref))];
    const named = [
      ...new Set([
        ...refsInPolicy(policy),
        ...rows.flatMap(row => [
          ...(row.manager_ref ? [row.manager_ref] : []),
          ...storedDecision(row).orgOwnerRefs,
        ]),
      ]),
    ];
    const [groups, members, persons] = await Promise.all([
      people.groupsOf(requesters),
      people.membersOf(named),
      people.describe([...new Set([...requesters, ...named])]),
    ]);
    return { groups, members, persons };
  }
}

function decideAgain(options: {
  fact: RequestFacts;
  action: SalesforceWriteAction;
  policy: Policy;
  catalog: Catalog;
}): PolicyDecision {
  const { fact, action, policy, catalog } = options;
  const { row, resource } = fact;
  const stored = storedDecision(row);
  const ref = row.requester_ref;
  return evaluatePolicy({
    actionTitle: action.title,
    policy,
    policyVersion: stored.policyVersion,
    permissions: {
      mayAsk: true,
      skipsApproval: stored.code === 'role_runs_it',
      mayBreakGlass: true,
    },
    ...(row.break_glass ? { breakGlass: true } : {}),
    requester: {
      ref,
      ownershipRefs: [ref, ...(catalog.groups.get(ref) ?? [])],
      ...(row.manager_ref ? { managerRef: row.manager_ref } : {}),
    },
    targets: {
      size: row.size,
      isOwnUser: Boolean(row.is_own_user),
      ownsTargets: Boolean(row.owns_targets),
      includesRequester:
        Boolean(row.is_own_user) || resource.targetPersonRefs.includes(ref),
      personRefs: resource.targetPersonRefs,
    },
    grant: grantOf(action, JSON.parse(row.input)),
    hasReason: Boolean(row.reason),
    now: new Date(stored.decidedAt ?? row.created_at),
    orgOwnerRefs: stored.orgOwnerRefs,
    nameOf: policyNames(catalog.persons),
    membersOf: key => catalog.members.get(key) ?? [],
  });
}

function differenceOf(options: {
  fact: RequestFacts;
  after: PolicyDecision;
  catalog: Catalog;
}): PolicyDifference | undefined {
  const { fact, after, catalog } = options;
  const { row } = fact;
  const before = storedDecision(row);
  const kind = compareDecisions(before, after);
  if (!kind) return undefined;
  const reasons = [
    ...(after.verdict === 'needs_approval' ? [] : after.reasons),
    ...(after.reasonMissing
      ? ['A reason is required, and none was given.']
      : []),
  ];
  const approvals = fact.reviews.filter(
    review =>
      review.decision === 'approve' &&
      review.withdrawn_at === null &&
      review.plan_version === row.plan_version,
  );
  return {
    requestId: row.id,
    number: row.number,
    title: row.title,
    requester: catalog.persons.get(row.requester_ref) ?? {
      ref: row.requester_ref,
      displayName: row.requester_ref,
    },
    createdAt: row.created_at,
    state: row.state,
    kind,
    before: {
      verdict: before.verdict,
      needs: needsInWords(before),
      reasons: before.verdict === 'needs_approval' ? [] : before.reasons,
    },
    after: {
      verdict: kind === 'refused' ? 'refused' : after.verdict,
      needs: kind === 'refused' ? '' : needsInWords(after),
      reasons,
    },
    ...(kind !== 'refused' &&
    after.verdict === 'needs_approval' &&
    approvals.length > 0
      ? {
          reviewsSuffice: wouldSuffice({
            ...after,
            reviewers: approvals.map(review => reviewerOf(review, catalog)),
          }),
        }
      : {}),
  };
}

/** Somebody who approved, with everything that they could count by. */
function reviewerOf(review: ReviewRow, catalog: Catalog) {
  const holder = review.on_behalf_of ?? review.reviewer_ref;
  const groups = [...catalog.members].flatMap(([key, members]) =>
    members.includes(holder) ? [key] : [],
  );
  return {
    ref: review.reviewer_ref,
    keys: [
      PERMISSION_KEY,
      holder,
      ...groups,
      ...(JSON.parse(review.sources) as string[]),
    ],
  };
}

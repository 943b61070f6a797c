import type { Decision } from '@salesdesk/backstage-plugin-salesforce-common';
import type {
  SalesforceRequestResource,
  SalesforceWriteAction,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { Caller } from '../permissions/Caller';
import { evaluatePolicy } from '../policy/evaluatePolicy';
import { decisionView } from '../requests/decisionView';
import type { OrgDirectory } from '../requests/OrgDirectory';
import type { PeopleDirectory } from '../requests/PeopleDirectory';
import { stageViews } from '../requests/stageViews';
import { commonGroups } from '../requests/targetFacts';
import type { PolicyBook } from './PolicyBook';
import { policyNames, refsInPolicy } from './policyNames';
import type { PolicyTrial } from './PolicyService';

/** Tries out what a policy would decide, without a request. */
export class PolicyTrials {
  readonly #options: {
    book: PolicyBook;
    orgs: OrgDirectory;
    people: PeopleDirectory;
    now: () => Date;
  };

  constructor(options: {
    book: PolicyBook;
    orgs: OrgDirectory;
    people: PeopleDirectory;
    now: () => Date;
  }) {
    this.#options = options;
  }

  async evaluate(options: {
    trial: PolicyTrial;
    action: SalesforceWriteAction;
    caller: Caller;
  }): Promise<Decision> {
    const { trial, action, caller } = options;
    const { book, orgs, people, now } = this.#options;
    const orgId = trial.org ?? (await orgs.defaultOrgId());
    const person = trial.person.toLocaleLowerCase('en-US');
    const targetRefs = trial.targetPersons.map(ref =>
      ref.toLocaleLowerCase('en-US'),
    );
    const [current, orgOwnerRefs, managerRef, groupsOf] = await Promise.all([
      book.current(action.id),
      orgs.ownersOf(orgId),
      people.managerOf(person),
      people.groupsOf([...new Set([person, ...targetRefs])]),
    ]);
    const policy = trial.policy ?? current.policy;
    const named = [
      ...new Set([
        ...refsInPolicy(policy),
        ...orgOwnerRefs,
        ...(managerRef ? [managerRef] : []),
      ]),
    ];
    const members = await people.membersOf(named);
    const persons = await people.describe([
      ...new Set([...named, ...[...members.values()].flat()]),
    ]);
    const membersOf = (ref: string) => members.get(ref) ?? [];
    const isOwnUser = targetRefs.length === 1 && targetRefs[0] === person;
    const resource: SalesforceRequestResource = {
      id: '',
      state: 'draft',
      orgId,
      actionId: action.id,
      kind: 'write',
      risk: action.risk,
      requesterRef: person,
      ...(managerRef ? { managerRef } : {}),
      isOwnUser,
      ownsTargets: false,
      targetPersonRefs: targetRefs,
      targetGroupRefs: commonGroups({
        targets: targetRefs.map(personRef => ({
          object: 'User',
          id: null,
          label: personRef,
          personRef,
        })),
        groupsOf,
      }),
      size: Math.max(targetRefs.length, 1),
    };
    const decision = evaluatePolicy({
      actionTitle: action.title,
      policy,
      policyVersion: current.version,
      // The host's roles answer for whoever asks, for nobody else.
      permissions:
        caller.ref === person
          ? {
              mayAsk: caller.decisions.allows('create', resource),
              skipsApproval: caller.decisions.allows('skipApproval', resource),
            }
          : undefined,
      requester: {
        ref: person,
        ownershipRefs: [person, ...(groupsOf.get(person) ?? [])],
        ...(managerRef ? { managerRef } : {}),
      },
      targets: {
        size: resource.size,
        isOwnUser,
        ownsTargets: false,
        includesRequester: targetRefs.includes(person),
        personRefs: targetRefs,
      },
      hasReason: Boolean(trial.reason?.trim()),
      now: now(),
      orgOwnerRefs,
      nameOf: policyNames(persons),
      membersOf,
    });
    const stages = stageViews({
      approvalCase: {
        stages: decision.stages,
        distinctReviewers: decision.distinctReviewers,
        planVersion: 1,
        planDigest: '',
        policyVersion: decision.policyVersion,
        excludedRefs: [person, ...targetRefs],
      },
      requesterRef: person,
      reviews: [],
      delegations: [],
      membersOf,
      personOf: ref => persons.get(ref) ?? { ref, displayName: ref },
    });
    return decisionView(decision, stages);
  }
}

import type { Person } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Delegations } from '../approvals/Delegations';
import { PERMISSION_KEY, type ApprovalCase } from '../domain/approval';
import type { PeopleDirectory } from './PeopleDirectory';
import type { RequestFacts } from './RequestFacts';
import { stageViews } from './stageViews';

/** Finds the people behind the stages of an approval, for pages to show. */
export class StageReader {
  readonly #people: PeopleDirectory;
  readonly #delegations: Delegations;

  constructor(options: { people: PeopleDirectory; delegations: Delegations }) {
    this.#people = options.people;
    this.#delegations = options.delegations;
  }

  async read(
    approvalCase: ApprovalCase,
    requesterRef: string,
    facts?: RequestFacts,
  ) {
    const keys = approvalCase.stages
      .flatMap(stage => stage.requirements)
      .flatMap(requirement => requirement.from)
      .filter(key => key !== PERMISSION_KEY);
    const reviews = facts?.reviews ?? [];
    const [members, delegations] = await Promise.all([
      this.#people.membersOf([...new Set(keys)]),
      this.#delegations.current(),
    ]);
    const people = await this.#people.describe([
      ...new Set([
        ...[...members.values()].flat(),
        ...reviews.flatMap(review => [
          review.reviewer_ref,
          ...(review.on_behalf_of ? [review.on_behalf_of] : []),
        ]),
        ...delegations.map(({ delegate_ref }) => delegate_ref),
      ]),
    ]);
    return stageViews({
      approvalCase,
      requesterRef,
      reviews,
      delegations,
      membersOf: key => members.get(key) ?? [],
      personOf: ref => people.get(ref) ?? unknown(ref),
    });
  }
}

function unknown(ref: string): Person {
  return { ref, displayName: ref };
}

import type {
  AfterReview,
  Person,
  RequestDetail,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import type { ReviewerAliases } from '../approvals/ReviewerAliases';
import { readAfterReview } from '../database/operations/afterReviews/afterReviews';
import type { RequestRow } from '../database/tables';
import {
  reviewEligibility,
  type ReviewCandidate,
} from '../domain/reviewEligibility';
import type { Caller } from '../permissions/Caller';
import type { PeopleDirectory } from './PeopleDirectory';
import { awaitsReview } from './requestActions';
import type { RequestFacts } from './RequestFacts';
import { givenReviews } from './storedDecision';

/** Other names of people, by org and ref. */
export type Aliases = ReadonlyMap<string, string[]>;

/** What is to be known of whoever looks at a request to say what they may do with its approval. */
export class CallerAsReviewer {
  readonly #knex: Knex;
  readonly #people: PeopleDirectory;
  readonly #aliases: ReviewerAliases;

  constructor(options: {
    knex: Knex;
    people: PeopleDirectory;
    aliases: ReviewerAliases;
  }) {
    this.#knex = options.knex;
    this.#people = options.people;
    this.#aliases = options.aliases;
  }

  /**
   * By which other names the caller, and those they stand for, are known in
   * each org. It costs a call to Salesforce, so it is only asked where the
   * answer matters: nobody reviews their own request, by whatever name.
   */
  async aliasesOf(
    rows: readonly RequestRow[],
    caller: Caller,
  ): Promise<Aliases> {
    const waiting = rows.filter(
      row =>
        row.requester_ref !== caller.ref &&
        (awaitsReview(row) || (row.break_glass && !row.after_reviewed_at)),
    );
    const refs = [caller.ref, ...caller.principals.map(({ ref }) => ref)];
    const known = await Promise.all(
      [...new Set(waiting.map(row => row.org_id))].map(async orgId => {
        const ofOrg = await this.#aliases.of(refs, orgId);
        return [...ofOrg].map(([ref, names]): [string, string[]] => [
          `${orgId} ${ref}`,
          names,
        ]);
      }),
    );
    return new Map(known.flat());
  }

  /** In whose names the caller's review would count. */
  async mayReviewFor(
    facts: RequestFacts,
    caller: Caller,
    aliases: Aliases,
  ): Promise<Pick<RequestDetail, 'mayReviewFor'>> {
    const { row, approvalCase, reviews } = facts;
    const candidate = this.candidate(facts, caller, aliases);
    const refs = caller.principals
      .map(({ ref }) => ref)
      .filter(
        onBehalfOf =>
          reviewEligibility({
            state: row.state,
            requesterRef: row.requester_ref,
            approvalCase,
            reviews: givenReviews(reviews),
            candidate,
            onBehalfOf,
          }).eligible,
      );
    if (refs.length === 0) return {};
    const people = await this.#people.describe(refs);
    return { mayReviewFor: refs.map(ref => personIn(people, ref)) };
  }

  candidate(
    { row, resource }: RequestFacts,
    caller: Caller,
    aliases: Aliases,
  ): ReviewCandidate {
    return {
      ref: caller.ref,
      ownershipRefs: caller.ownershipRefs,
      aliases: aliases.get(`${row.org_id} ${caller.ref}`),
      principals: caller.principals.map(principal => ({
        ...principal,
        aliases: aliases.get(`${row.org_id} ${principal.ref}`),
      })),
      isTarget: resource.targetPersonRefs.includes(caller.ref),
      mayDecide: caller.decisions.allows('decide', resource),
    };
  }

  async afterReview(row: RequestRow): Promise<AfterReview | undefined> {
    if (!row.after_reviewed_at) return undefined;
    const said = await readAfterReview({ knex: this.#knex, requestId: row.id });
    if (!said) return undefined;
    const people = await this.#people.describe([said.reviewer_ref]);
    return {
      reviewer: personIn(people, said.reviewer_ref),
      verdict: said.verdict,
      at: said.at,
      ...(said.comment ? { comment: said.comment } : {}),
    };
  }
}

function personIn(people: ReadonlyMap<string, Person>, ref: string): Person {
  return people.get(ref) ?? { ref, displayName: ref };
}

import {
  isSalesdeskError,
  SalesdeskError,
  salesforceAccessReviewStartPermission,
  salesforceAuditReadPermission,
  type AccessDecision,
  type AccessReview,
  type AccessReviewBody,
  type AccessReviewDecisions,
  type AccessReviewItemPage,
  type AccessReviewList,
  type AccessReviewReassignment,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type {
  AccessReviewService,
  ReviewClosing,
  ReviewReader,
  ReviewViewer,
} from '../accessReviews';
import type { FindUserId } from '../approvals/ReviewerAliases';
import type { AuthorizedBoards } from './AuthorizedBoards';
import type { Caller } from './Caller';
import type { Callers } from './Callers';

/** What {@link AuthorizedAccessReviews} needs. */
export interface AuthorizedAccessReviewsOptions {
  reviews: AccessReviewService;
  closing: ReviewClosing;
  reader: ReviewReader;
  inventory: AuthorizedBoards;
  callers: Callers;
  findUserId: FindUserId;
}

/**
 * Stands around access reviews. Whoever may start reviews and read the inventory
 * starts one. A reviewer needs no permission but to be one, and sees their own
 * rows; those who look after orgs and those who read the audit log see all.
 */
export class AuthorizedAccessReviews {
  readonly #options: AuthorizedAccessReviewsOptions;

  static create(
    options: AuthorizedAccessReviewsOptions,
  ): AuthorizedAccessReviews {
    return new AuthorizedAccessReviews(options);
  }

  private constructor(options: AuthorizedAccessReviewsOptions) {
    this.#options = options;
  }

  async list({ caller }: { caller: Caller }): Promise<AccessReviewList> {
    const { reader, callers } = this.#options;
    return {
      items: await reader.list(await this.#viewer(caller)),
      mayStart: await callers.may(
        salesforceAccessReviewStartPermission,
        caller.credentials,
      ),
    };
  }

  /** Whether the person may start reviews, or sees any. */
  async concern(caller: Caller): Promise<boolean> {
    const { callers, reader } = this.#options;
    if (
      await callers.may(
        salesforceAccessReviewStartPermission,
        caller.credentials,
      )
    ) {
      return true;
    }
    return reader.hasAny(await this.#viewer(caller));
  }

  async start(
    { body }: { body: AccessReviewBody },
    { caller }: { caller: Caller },
  ): Promise<AccessReview> {
    const { callers, inventory, reviews, reader } = this.#options;
    await callers.demand(
      salesforceAccessReviewStartPermission,
      caller.credentials,
    );
    const orgId = await inventory.orgId(body.org);
    await inventory.reading(caller, orgId);
    const viewer = await this.#viewer(caller);
    return reader.get(await reviews.start({ body, orgId }, viewer), viewer);
  }

  async get(
    { reviewId }: { reviewId: string },
    { caller }: { caller: Caller },
  ): Promise<AccessReview> {
    return this.#options.reader.get(reviewId, await this.#viewer(caller));
  }

  async items(
    input: {
      reviewId: string;
      decision?: AccessDecision;
      mine?: boolean;
      cursor?: string;
      limit: number;
    },
    { caller }: { caller: Caller },
  ): Promise<AccessReviewItemPage> {
    return this.#options.reader.items(input, await this.#viewer(caller));
  }

  async decide(
    input: { reviewId: string; body: AccessReviewDecisions },
    { caller }: { caller: Caller },
  ): Promise<AccessReview> {
    const viewer = await this.#viewer(caller);
    await this.#options.reviews.decide(input, viewer);
    return this.#options.reader.get(input.reviewId, viewer);
  }

  async reassign(
    input: { reviewId: string; body: AccessReviewReassignment },
    { caller }: { caller: Caller },
  ): Promise<AccessReview> {
    const viewer = await this.#viewer(caller);
    await this.#options.reviews.reassign(input, viewer);
    return this.#options.reader.get(input.reviewId, viewer);
  }

  async close(
    input: { reviewId: string; undecided?: 'keep' | 'revoke' },
    { caller }: { caller: Caller },
  ): Promise<AccessReview> {
    const viewer = await this.#viewer(caller);
    await this.#options.closing.close(input, viewer);
    return this.#options.reader.get(input.reviewId, viewer);
  }

  async csv(
    { reviewId }: { reviewId: string },
    { caller }: { caller: Caller },
  ): Promise<AsyncIterable<string>> {
    return this.#options.reader.csv(reviewId, await this.#viewer(caller));
  }

  async #viewer(caller: Caller): Promise<ReviewViewer> {
    const { callers, findUserId } = this.#options;
    const [managesAll, readsAudit] = await Promise.all([
      caller.managesOrgs(),
      callers.may(salesforceAuditReadPermission, caller.credentials),
    ]);
    return {
      caller,
      seesAll: managesAll || readsAudit,
      managesAll,
      userIdIn: orgId =>
        findUserId({ personRef: caller.ref, orgId }).catch(noneOrUnknown),
    };
  }
}

/**
 * Whom the catalog does not know has no Salesforce user. While the org cannot
 * be asked nobody knows whether they have one: then nothing is decided.
 */
function noneOrUnknown(error: unknown): undefined {
  if (!isSalesdeskError(error)) throw error;
  if (error.code === 'not_found') return undefined;
  throw new SalesdeskError(
    'ConflictError',
    `Whether it is your own access cannot be found out now: ${error.message}`,
    { code: error.code, cause: error },
  );
}

import {
  isSalesdeskError,
  salesforceAccessReviewStartPermission,
  SalesdeskError,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import type { AuditLog } from '../audit';
import {
  assignRevocation,
  listItems,
  noteProblem,
  noteRevocation,
} from '../database/operations/accessReviews/items';
import { readKeyOfAnybody } from '../database/operations/idempotency/readKeyOfAnybody';
import type { AccessReviewItemRow, AccessReviewRow } from '../database/tables';
import { salesdeskActor } from '../people/salesdeskActor';
import { whatAFailureMeans } from '../executor/whatAFailureMeans';
import type { Outbox } from '../outbox';
import type { AbsentCallers } from '../permissions/AbsentCallers';
import type { Caller } from '../permissions/Caller';
import type { RequestService } from '../requests/RequestService';
import { HeldReview } from './HeldReview';
import { revocationsOf } from './revocations';
import { tellOutcome } from './tellOutcome';

/** What {@link ReviewRevocations} needs. */
export interface ReviewRevocationsOptions {
  knex: Knex;
  requests: Pick<RequestService, 'submit'>;
  absent: Pick<AbsentCallers, 'person'>;
  outbox: Outbox;
  auditLog: AuditLog;
  now: () => Date;
  newId: () => string;
}

/*
 * What is promised
 *
 * 1. What a closed review revokes is asked for once. Before anything is asked,
 *    the rows that one request revokes are given the id of a revocation, which
 *    is the idempotency key of that request: whoever asks again after a crash
 *    gets the same request.
 * 2. One process asks for a review at a time, by a lease that it renews before
 *    each request; the next one goes on where it ended.
 * 3. They are requests of whoever closed the review, or of who started it where
 *    it ended by itself: the host says at that moment what that person may do,
 *    and the policies decide as ever. If they may not, nothing is asked for, and
 *    they are told why.
 */
export class ReviewRevocations {
  readonly #options: ReviewRevocationsOptions;

  constructor(options: ReviewRevocationsOptions) {
    this.#options = options;
  }

  /**
   * As somebody who is there. Asks again for what could not be asked for. Throws
   * `wrong_state` while somebody else is at it.
   */
  async askAs(caller: Caller, review: AccessReviewRow): Promise<void> {
    const lease = { ...this.#options, reviewId: review.id };
    const asked = await HeldReview.whileHeld(lease, async held => {
      await this.#prepare(review, await this.#toAsk(review.id, true));
      await this.#askAll(review, caller, held, { isPresent: true });
      await held.end();
    });
    if (!asked) {
      throw new SalesdeskError(
        'ConflictError',
        'It is being asked for at this moment: look again in a few minutes',
        { code: 'wrong_state' },
      );
    }
  }

  /**
   * In the name of who started it, who is not there. Throws what passes by
   * itself, such as an org that is away: the next sweep goes on.
   */
  async askByItself(review: AccessReviewRow): Promise<void> {
    const lease = { ...this.#options, reviewId: review.id };
    await HeldReview.whileHeld(lease, async held => {
      const rows = await this.#toAsk(review.id, false);
      let problem: string | undefined;
      try {
        const caller = await this.#options.absent.person(review.created_by, {
          demand: [salesforceAccessReviewStartPermission],
        });
        await this.#prepare(review, rows);
        await this.#askAll(review, caller, held, { isPresent: false });
      } catch (error) {
        if (!isSalesdeskError(error) || passes(error)) throw error;
        problem = error.message;
        await noteProblem({
          knex: this.#options.knex,
          reviewId: review.id,
          positions: rows.map(({ position }) => position),
          problem,
        });
      }
      await tellOutcome({ ...this.#options, review, held, problem });
    });
  }

  async #toAsk(
    reviewId: string,
    again: boolean,
  ): Promise<AccessReviewItemRow[]> {
    const { knex } = this.#options;
    const rows = await listItems({ knex, reviewId, decision: 'revoke' });
    return rows.filter(
      ({ request_id, gone_at, problem }) =>
        !request_id && !gone_at && (again || !problem),
    );
  }

  /** Says, before anything is asked, which rows one request revokes. */
  async #prepare(
    review: AccessReviewRow,
    rows: AccessReviewItemRow[],
  ): Promise<void> {
    const { knex, newId } = this.#options;
    const reviewId = review.id;
    const { requests, impossible } = revocationsOf({
      items: rows.filter(({ revocation }) => !revocation),
      revokeAction: review.revoke_action,
    });
    await knex.transaction(async transaction => {
      for (const { position, problem } of impossible) {
        await noteProblem({
          knex: transaction,
          reviewId,
          positions: [position],
          problem,
        });
      }
      for (const { positions } of requests) {
        await assignRevocation({
          transaction,
          reviewId,
          positions,
          from: null,
          revocation: newId(),
        });
      }
    });
  }

  async #askAll(
    review: AccessReviewRow,
    caller: Caller,
    held: HeldReview,
    { isPresent }: { isPresent: boolean },
  ): Promise<void> {
    const rows = await this.#toAsk(review.id, isPresent);
    for (const [revocation, part] of byRevocation(rows)) {
      await held.renew();
      const asked = await this.#ask({
        review,
        revocation,
        rows: part,
        caller,
        isPresent,
      });
      // One user that cannot be asked for must not keep the others.
      if (asked.requestId === null && part.length > 1) {
        for (const [key, [single]] of await this.#split(review, part)) {
          await held.renew();
          await this.#ask({
            review,
            revocation: key,
            rows: [single],
            caller,
            isPresent,
          });
        }
      }
    }
  }

  /** From then on each of these rows is asked for alone. */
  async #split(
    review: AccessReviewRow,
    rows: AccessReviewItemRow[],
  ): Promise<Map<string, AccessReviewItemRow[]>> {
    const { knex, newId } = this.#options;
    const singles = new Map(rows.map(row => [newId(), [row]]));
    await knex.transaction(async transaction => {
      for (const [revocation, [row]] of singles) {
        await assignRevocation({
          transaction,
          reviewId: review.id,
          positions: [row.position],
          from: row.revocation,
          revocation,
        });
      }
    });
    return singles;
  }

  async #ask(options: {
    review: AccessReviewRow;
    revocation: string;
    rows: AccessReviewItemRow[];
    caller: Caller;
    /** What passes by itself is said to whoever is there, else waited for. */
    isPresent: boolean;
  }): Promise<{ requestId: string | null }> {
    const { review, revocation, rows, caller, isPresent } = options;
    const { knex, requests } = this.#options;
    const reviewId = review.id;
    const {
      requests: [wanted],
    } = revocationsOf({ items: rows, revokeAction: review.revoke_action });
    const noteRequest = (requestId: string) =>
      noteRevocation({
        knex,
        reviewId,
        revocation,
        requestId,
        problem: null,
        goneAt: null,
      });
    // Asked before by somebody else, whose process ended before it was noted.
    const earlier = await readKeyOfAnybody({ knex, key: revocation });
    if (earlier) {
      await noteRequest(earlier.request_id);
      return { requestId: earlier.request_id };
    }
    try {
      const { request } = await requests.submit(
        {
          org: review.org_id,
          action: wanted.action,
          input: wanted.input,
          reason: reasonOf(review, rows),
          idempotencyKey: revocation,
        },
        { caller },
      );
      await noteRequest(request.id);
      return { requestId: request.id };
    } catch (error) {
      if (!isSalesdeskError(error)) throw error;
      if (!isPresent && passes(error)) throw error;
      // Of several, each is asked for alone, and says for itself.
      if (rows.length === 1) {
        const isGone = error.code === 'nothing_to_change';
        await noteRevocation({
          knex,
          reviewId,
          revocation,
          requestId: null,
          problem: isGone ? null : error.message,
          goneAt: isGone ? this.#options.now().toISOString() : null,
        });
      }
      return { requestId: null };
    }
  }
}

function byRevocation(
  rows: AccessReviewItemRow[],
): Map<string, AccessReviewItemRow[]> {
  const groups = new Map<string, AccessReviewItemRow[]>();
  for (const row of rows) {
    if (!row.revocation) continue;
    groups.set(row.revocation, [...(groups.get(row.revocation) ?? []), row]);
  }
  return groups;
}

/** An org that is away, paused or at its limit is asked again later. */
function passes(error: SalesdeskError): boolean {
  const meaning = whatAFailureMeans(error);
  return meaning.kind === 'wait' && meaning.isPatient;
}

/** What reviewers wrote goes along, so that approvers read it. */
function reasonOf(
  review: AccessReviewRow,
  rows: AccessReviewItemRow[],
): string {
  const comments = new Set(rows.flatMap(({ comment }) => comment ?? []));
  return [
    `Revoked by the access review "${review.title}"${
      review.closed_by === salesdeskActor ? ', which ended by itself' : ''
    }.`,
    ...comments,
  ]
    .join(' ')
    .slice(0, 2000);
}

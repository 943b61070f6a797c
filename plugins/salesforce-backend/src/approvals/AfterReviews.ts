import { SalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import type { AuditLog } from '../audit/AuditLog';
import { insertAfterReview } from '../database/operations/afterReviews/afterReviews';
import { lockRequest } from '../database/operations/requests/lockRequest';
import { replaceOpenReviewers } from '../database/operations/requests/reviewers';
import type { AfterReviewRow, RequestRow } from '../database/tables';
import type { Outbox } from '../outbox/Outbox';
import type { Caller } from '../permissions/Caller';
import { aboutRequest } from '../requests/requestEntries';
import { readRequestFacts } from '../requests/RequestFacts';
import { requestNotFound } from '../requests/requestNotFound';
import { storedDecision } from '../requests/storedDecision';
import { transitionRequest } from '../requests/transitionRequest';
import { mayReviewAfterwards } from './approvalRules';
import type { ReviewerAliases } from './ReviewerAliases';

/** Records what was said afterwards of requests that broke the glass. */
export class AfterReviews {
  readonly #options: {
    knex: Knex;
    auditLog: AuditLog;
    outbox: Outbox;
    aliases: ReviewerAliases;
    now: () => Date;
  };

  constructor(options: {
    knex: Knex;
    auditLog: AuditLog;
    outbox: Outbox;
    aliases: ReviewerAliases;
    now: () => Date;
  }) {
    this.#options = options;
  }

  /** Throws ConflictError when it was looked at, NotAllowedError when it is not theirs. */
  async review(options: {
    requestId: string;
    verdict: AfterReviewRow['verdict'];
    comment?: string;
    caller: Caller;
  }): Promise<RequestRow> {
    const { requestId, verdict, caller } = options;
    const { knex, auditLog, outbox, aliases, now } = this.#options;
    const comment = options.comment?.trim() || null;
    const seen = await knex<RequestRow>('salesforce_requests')
      .where({ id: requestId })
      .first('org_id');
    if (!seen) throw requestNotFound(requestId);
    const known = await aliases.of([caller.ref], seen.org_id);
    return knex.transaction(async transaction => {
      const row = await lockRequest({ transaction, id: requestId });
      if (!row) throw requestNotFound(requestId);
      const [facts] = await readRequestFacts({
        knex: transaction,
        rows: [row],
      });
      const answer = mayReviewAfterwards({
        row,
        approvalCase: facts.approvalCase,
        person: {
          ref: caller.ref,
          ownershipRefs: caller.ownershipRefs,
          aliases: known.get(caller.ref),
          isTarget: facts.resource.targetPersonRefs.includes(caller.ref),
          mayDecide: caller.decisions.allows('decide', facts.resource),
        },
      });
      if (answer !== true) {
        const isOver = !row.break_glass || row.after_reviewed_at !== null;
        throw new SalesdeskError(
          isOver ? 'ConflictError' : 'NotAllowedError',
          answer,
          { code: isOver ? 'wrong_state' : 'not_eligible' },
        );
      }
      const at = now();
      await insertAfterReview({
        transaction,
        row: {
          request_id: row.id,
          reviewer_ref: caller.ref,
          verdict,
          comment,
          at: at.toISOString(),
        },
      });
      const patch = { after_reviewed_at: at.toISOString() };
      const said =
        verdict === 'justified'
          ? 'Found justified afterwards'
          : 'Found not justified afterwards';
      const changed = await transitionRequest({
        transaction,
        auditLog,
        outbox,
        request: row,
        to: row.state,
        patch,
        at,
        record: {
          entries: [
            {
              ...aboutRequest(row),
              type: 'request.reviewed_afterwards',
              actor: caller.ref,
              summary: `${said}: ${row.title}`,
              subjects: [row.requester_ref],
              data: { verdict, comment, planDigest: row.plan_digest },
            },
          ],
          messages: [
            {
              kind: 'notification',
              requestId: row.id,
              recipients: [
                ...new Set([
                  row.requester_ref,
                  ...storedDecision(row).orgOwnerRefs,
                ]),
              ],
              except: [caller.ref],
              title: `${said}: ${row.title}`,
              ...(comment ? { description: comment.slice(0, 300) } : {}),
              link: `/salesforce/requests/${row.id}`,
              severity: verdict === 'justified' ? 'low' : 'high',
              topic: 'salesforce',
              scope: `salesforce:break-glass:${row.id}`,
            },
          ],
        },
        alongside: () =>
          replaceOpenReviewers({ transaction, request: row, open: null }),
      });
      return { ...row, ...patch, ...changed };
    });
  }
}

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { forgetKeys } from '../database/operations/idempotency/forgetKeys';
import { findExpiredRequests } from '../database/operations/requests/findExpiredRequests';
import type { RequestWithdrawal } from './RequestWithdrawal';

/** How many requests one statement looks for. */
const batch = 200;

/** Idempotency keys are remembered for so long. */
const keyLifetimeMilliseconds = 7 * 24 * 60 * 60 * 1000;

/** Ends what waited in vain, and forgets what nobody asks for again. */
export class RequestExpiry {
  readonly #options: {
    knex: Knex;
    withdrawal: RequestWithdrawal;
    logger: LoggerService;
    now: () => Date;
  };

  constructor(options: {
    knex: Knex;
    withdrawal: RequestWithdrawal;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#options = options;
  }

  /** Safe to run on any number of replicas at once: each request expires once. */
  async sweep(): Promise<{ expired: number }> {
    const { knex, withdrawal, logger, now } = this.#options;
    let expired = 0;
    for (;;) {
      const rows = await findExpiredRequests({
        knex,
        now: now().toISOString(),
        limit: batch,
      });
      for (const row of rows) {
        if ((await withdrawal.expire(row.id)) === 'expired') expired += 1;
      }
      if (rows.length < batch) break;
    }
    await forgetKeys({
      knex,
      before: new Date(now().getTime() - keyLifetimeMilliseconds).toISOString(),
    });
    if (expired > 0) logger.info(`${expired} requests expired`);
    return { expired };
  }
}

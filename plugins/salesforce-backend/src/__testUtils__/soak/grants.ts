import { setTimeout as sleep } from 'node:timers/promises';
import type { RequestRow } from '../../database/tables';
import type { SoakBed } from './SoakBed';
import type { WorkerPool } from './WorkerPool';

/** What ending many grants at once took. */
export interface GrantFigures {
  grants: number;
  calls: number;
  seconds: number;
  problems: string[];
}

const downtime = 48 * 3_600_000;
const longest = 10 * 60_000;

/**
 * Freezes many users until the same minute, each by a request of its own; lets
 * 48 hours pass in which no backend is there; and then sees all of them
 * unfrozen once, and counts the calls.
 */
export async function endGrants(options: {
  bed: SoakBed;
  pool: WorkerPool;
  grants: number;
}): Promise<GrantFigures> {
  const { bed, pool } = options;
  const [org] = bed.orgs;
  org.reset();
  const end = new Date(bed.clock.now().getTime() + 3_600_000);
  const logins = new Map(
    [...org.server.org.store.all('UserLogin')]
      .filter(login => login.IsFrozen !== true)
      .map(login => [String(login.UserId), String(login.Id)]),
  );
  const users = [...org.server.org.store.all('User')]
    .filter(
      user =>
        user.IsActive === true &&
        logins.has(user.Id) &&
        user.UserType === 'Standard' &&
        user.Username !== org.server.data.integrationUsername,
    )
    .slice(0, options.grants);
  const ids: string[] = [];
  for (let start = 0; start < users.length; start += 16) {
    ids.push(
      ...(await Promise.all(
        users.slice(start, start + 16).map(user =>
          bed.submit(org, 'salesforce_freeze_user', {
            users: [user.Id],
            until: end.toISOString(),
          }),
        ),
      )),
    );
    await bed.runHere();
  }

  bed.advance(end.getTime() - bed.clock.now().getTime() + downtime);
  org.server.journal.clear();
  org.server.requestLog.clear();
  const worker = await pool.take({ ...bed.settings, callTimeout: 30_000 });
  const began = Date.now();
  worker.work({ stops: {}, reached: {} });
  const unfinished = () =>
    bed.wired
      .knex<RequestRow>('salesforce_requests')
      .where({ org_id: org.id, source: 'follow_up' })
      .whereIn('state', ['scheduled', 'running'])
      .count({ count: '*' })
      .then(([{ count }]) => Number(count));
  // From here the clocks go as fast as ours, so that what waits comes up again.
  let passed = 0;
  while ((await unfinished()) > 0 && passed < longest) {
    await sleep(50);
    bed.advance(Date.now() - began - passed);
    passed = Date.now() - began;
    worker.work({ stops: {}, reached: {} });
  }
  const seconds = (Date.now() - began) / 1000;
  await worker.kill();

  const unfrozen = org.server.journal
    .entries()
    .filter(
      ({ object, kind, after }) =>
        object === 'UserLogin' &&
        kind === 'update' &&
        after?.IsFrozen === false,
    );
  const succeeded = await bed.wired
    .knex<RequestRow>('salesforce_requests')
    .where({ org_id: org.id, source: 'follow_up', state: 'succeeded' })
    .count({ count: '*' });
  const problems: string[] = [];
  const distinct = new Set(unfrozen.map(({ id }) => id)).size;
  if (distinct !== users.length || unfrozen.length !== users.length) {
    problems.push(
      `${users.length} grants, ${unfrozen.length} effects on ${distinct} users`,
    );
  }
  if (Number(succeeded[0].count) !== users.length) {
    problems.push(`${succeeded[0].count} of ${users.length} succeeded`);
  }
  if (ids.length !== users.length) problems.push('not all were granted');
  return {
    grants: users.length,
    calls: org.server.requestLog.counts().total,
    seconds,
    problems,
  };
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { RequestRow } from '../../database/tables';
import type { SoakBed } from './SoakBed';
import type { SoakSettings } from './SoakSettings';
import type { WorkerPool } from './WorkerPool';
import { openSoakDatabase } from './wireSoakProcess';

/** What ending many grants at once took: the worse of the two times. */
export interface GrantFigures {
  grants: number;
  calls: number;
  seconds: number;
  problems: string[];
}

/** People of one request, by turns. */
const sizes = [1, 1, 2, 4, 12];
/** As many jobs of an org at once as the plugin takes on. */
const jobsAtOnce = 4;
const downtime = 48 * 3_600_000;
const longest = 10 * 60_000;

/**
 * Freezes many users until the same minute, by requests for one or a few; and
 * then sees all of them unfrozen once, and counts the calls. Twice from the
 * same state: by a backend that is there when the minute comes, and by one that
 * comes back 48 hours later.
 */
export async function endGrants(options: {
  bed: SoakBed;
  pool: WorkerPool;
  grants: number;
  /** Where a copy of the database may be put. */
  copy: string;
}): Promise<GrantFigures> {
  const { bed, copy } = options;
  const [org] = bed.orgs;
  const { users, end } = await grant(options);

  const putBack = org.server.org.store.remember();
  await bed.wired.knex.raw('VACUUM INTO ?', [copy]);
  const copied: SoakSettings['database'] = {
    client: 'better-sqlite3',
    file: copy,
  };
  const copyKnex = openSoakDatabase(copied);
  bed.advance(end.getTime() - bed.clock.now().getTime());
  const onTime = await takeBack({
    ...options,
    users,
    knex: copyKnex,
    settings: { ...bed.settings, database: copied },
  });
  await copyKnex.destroy();

  putBack();
  bed.advance(downtime);
  const late = await takeBack({
    ...options,
    users,
    knex: bed.wired.knex,
    settings: bed.settings,
  });
  return {
    grants: users.length,
    calls: Math.max(onTime.calls, late.calls),
    seconds: Math.max(onTime.seconds, late.seconds),
    problems: [
      ...onTime.problems.map(problem => `on time: ${problem}`),
      ...late.problems.map(problem => `after 48 hours: ${problem}`),
    ],
  };
}

/** All of them end at the same moment. */
async function grant(options: { bed: SoakBed; grants: number }) {
  const { bed, grants } = options;
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
    .slice(0, grants)
    .map(({ Id }) => Id);
  const requests: string[][] = [];
  for (let taken = 0; taken < users.length; ) {
    const size = sizes[requests.length % sizes.length];
    requests.push(users.slice(taken, taken + size));
    taken += size;
  }
  for (let start = 0; start < requests.length; start += 16) {
    await Promise.all(
      requests.slice(start, start + 16).map(some =>
        bed.submit(org, 'salesforce_freeze_user', {
          users: some,
          until: end.toISOString(),
        }),
      ),
    );
    await bed.runHere();
  }
  return { users, end };
}

/** What is due at this moment, by a process that comes up now. */
async function takeBack(options: {
  bed: SoakBed;
  pool: WorkerPool;
  users: string[];
  knex: Knex;
  settings: SoakSettings;
}): Promise<Omit<GrantFigures, 'grants'>> {
  const { bed, pool, users, knex, settings } = options;
  const [org] = bed.orgs;
  org.server.journal.clear();
  org.server.requestLog.clear();
  const worker = await pool.take({
    ...settings,
    callTimeout: 30_000,
    concurrency: jobsAtOnce,
  });
  const began = Date.now();
  worker.work({ stops: {}, reached: {} });
  const count = (states: string[]) =>
    knex<RequestRow>('salesforce_requests')
      .where({ org_id: org.id, source: 'follow_up' })
      .whereIn('state', states)
      .count({ count: '*' })
      .then(([row]) => Number(row.count));
  // From here the clocks go as fast as ours, so that what waits comes up again.
  let passed = 0;
  while ((await count(['scheduled', 'running'])) > 0 && passed < longest) {
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
  const [unended, all] = [
    await count(['scheduled', 'running', 'needs_admin', 'failed']),
    await count(['succeeded']),
  ];
  const problems: string[] = [];
  const distinct = new Set(unfrozen.map(({ id }) => id)).size;
  if (distinct !== users.length || unfrozen.length !== users.length) {
    problems.push(
      `${users.length} grants, ${unfrozen.length} effects on ${distinct} users`,
    );
  }
  if (unended > 0 || all === 0) {
    problems.push(`${unended} did not end well, ${all} did`);
  }
  return {
    calls: org.server.requestLog.counts().total,
    seconds,
    problems,
  };
}

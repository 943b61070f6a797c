import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CrashSoak } from './crashSoak';
import { endGrants } from './grants';
import { SoakBed } from './SoakBed';
import { WorkerPool } from './WorkerPool';

/*
 * `npm run soak`: ends processes at every step, injects every trouble, and
 * compares afterwards what the orgs did with what was asked and recorded; then
 * runs many requests in one process and looks at its heap. The last line of
 * output is one JSON object.
 */

/** What `npm run soak` hands over, as JSON in the first argument. */
interface SoakOptions {
  directory: string;
  worker: string;
  postgresUrl: string;
  seed: number;
  schedules: number;
  minutes: number;
  isShort: boolean;
  /** Which of `schedules`, `grants` and `lifecycles` are run. */
  parts: string[];
}

async function soak(options: SoakOptions): Promise<void> {
  const { directory, seed, isShort } = options;
  // With them, schedules side by side, of each database.
  const orgs = isShort ? 16 : 32;
  mkdirSync(directory, { recursive: true });
  const pool = new WorkerPool({ script: options.worker });
  const beds = [
    await SoakBed.create({
      directory,
      name: 'sqlite',
      database: {
        client: 'better-sqlite3',
        file: join(directory, 'soak.sqlite'),
      },
      orgs,
    }),
    await SoakBed.create({
      directory,
      name: 'postgres',
      database: { client: 'pg', url: options.postgresUrl },
      orgs,
    }),
  ];
  const report = (line: string) => console.error(line);
  const isAsked = (part: string) => options.parts.includes(part);
  const crashes = new CrashSoak({ beds, pool, seed, report });
  if (isAsked('schedules')) {
    await crashes.run({
      milliseconds: options.minutes * 60_000,
      schedules: options.schedules,
      isShort,
    });
  }
  const grants = isAsked('grants')
    ? await endManyGrants({ ...options, pool })
    : undefined;
  grants?.problems.forEach(report);
  if (grants) {
    report(
      `${grants.grants} grants ended by ${grants.calls} calls in ${grants.seconds} s`,
    );
  }
  const heap = isAsked('lifecycles')
    ? await lifecycles({
        bed: beds[0],
        pool,
        requests: isShort ? 300 : 10_000,
      })
    : undefined;
  if (heap)
    report(`${heap.requestsPerSecond} requests a second in one process`);
  await pool.stop();
  const { schedules, kills, duplicates, lost, unresolved, interrupted } =
    crashes.figures;
  console.log(
    JSON.stringify({
      schedules,
      kills,
      duplicates,
      lost: lost + (grants?.problems.length ?? 0),
      unresolved: unresolved + (heap?.unfinished ?? 0),
      heap_growth_percent: heap?.heapGrowthPercent ?? 0,
      seed,
      interrupted,
      requests: heap?.requests ?? 0,
      grants: grants?.grants ?? 0,
      grant_calls: grants?.calls ?? 0,
      grant_seconds: grants?.seconds ?? 0,
    }),
  );
  await Promise.all(beds.map(bed => bed.stop()));
}

/** On SQLite in a bed of their own: there are ten thousand users in its org. */
async function endManyGrants(options: SoakOptions & { pool: WorkerPool }) {
  const grants = options.isShort ? 120 : 10_000;
  const bed = await SoakBed.create({
    directory: options.directory,
    name: 'grants',
    database: {
      client: 'better-sqlite3',
      file: join(options.directory, 'grants.sqlite'),
    },
    orgs: 1,
    data: options.isShort ? 'demo' : { generate: Math.ceil(grants * 1.25) },
  });
  try {
    return await endGrants({
      bed,
      pool: options.pool,
      grants,
      copy: join(options.directory, 'grants-on-time.sqlite'),
    });
  } finally {
    await bed.stop();
  }
}

async function lifecycles(options: {
  bed: SoakBed;
  pool: WorkerPool;
  requests: number;
}) {
  const { bed, pool, requests } = options;
  const [org] = bed.orgs;
  org.reset();
  await bed.forget(org);
  const worker = await pool.take({ ...bed.settings, callTimeout: 30_000 });
  // What the org remembers is its own.
  const forget = setInterval(() => {
    org.server.journal.clear();
    org.server.requestLog.clear();
  }, 1_000);
  try {
    const lived = await worker.live({
      org: org.id,
      requests,
      warmUp: Math.min(1_000, requests / 2),
    });
    return { ...lived, requests };
  } finally {
    clearInterval(forget);
    await worker.kill();
  }
}

soak(JSON.parse(process.argv[2])).then(
  () => process.exit(),
  error => {
    console.error(error);
    process.exit(1);
  },
);

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundlePrograms } from '../lib/bundlePrograms.mjs';
import { inRepository } from '../lib/repository.mjs';

const entries = 1_000_000;

export const auditVerify = {
  name: 'audit_verify_1m_seconds',
  title: 'seconds in which the verifier reads a million entries',
  run: async () => {
    const directory = mkdtempSync(join(tmpdir(), 'salesdesk-bench-'));
    try {
      await bundlePrograms({
        entryPoints: ['packages/audit-verify/src/index.ts'],
        directory,
      });
      const { canonicalJson, ENTRY_FORMAT, GENESIS_HASH, hashEntry } =
        createRequire(directory)(join(directory, 'index.js'));
      const short = join(directory, 'short.jsonl');
      const long = join(directory, 'long.jsonl');
      const write = (file, count) =>
        writeLog({
          file,
          count,
          canonicalJson,
          hashEntry,
          ENTRY_FORMAT,
          GENESIS_HASH,
        });
      await write(short, entries / 20);
      await write(long, entries);
      const few = await verify(short, entries / 20);
      const all = await verify(long, entries);
      return {
        value: all.seconds,
        unit: 's',
        goal: 60,
        notes: {
          entries,
          // constant: twenty times the entries take no more
          megabytes: Math.round(all.megabytes),
          megabytesForATwentieth: Math.round(few.megabytes),
        },
      };
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  },
};

async function writeLog({
  file,
  count,
  canonicalJson,
  hashEntry,
  ENTRY_FORMAT,
  GENESIS_HASH,
}) {
  const out = createWriteStream(file);
  let previousHash = GENESIS_HASH;
  for (let sequence = 1; sequence <= count; sequence++) {
    const members = {
      format: ENTRY_FORMAT,
      log: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
      sequence,
      at: new Date(Date.UTC(2026, 0, 1) + sequence * 1_000).toISOString(),
      type: 'call.applied',
      actor: 'plugin:salesforce',
      org: 'acme',
      action: 'salesforce_update_user',
      request: `00000000-0000-4000-8000-${String(sequence).padStart(12, '0')}`,
      summary: `Title of Erin Walsh: Account Executive ${sequence}`,
      data: {
        object: 'User',
        recordId: '0055i00000AbCdEAAX',
        fields: [
          {
            name: 'Title',
            before: 'Representative',
            after: 'Account Executive',
          },
        ],
      },
      previousHash,
    };
    previousHash = hashEntry(members);
    const line = canonicalJson({ ...members, hash: previousHash });
    if (!out.write(`${line}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

/** Runs the command that a stranger runs. */
async function verify(file, count) {
  const start = performance.now();
  const child = spawn(
    process.execPath,
    [inRepository('packages/audit-verify/bin/audit-verify'), file, '--json'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let megabytes = 0;
  const watch = setInterval(() => {
    megabytes = Math.max(megabytes, residentMegabytes(child.pid));
  }, 50);
  let said = '';
  child.stdout.on('data', part => {
    said += part;
  });
  const [code] = await once(child, 'close');
  clearInterval(watch);
  const seconds = (performance.now() - start) / 1_000;
  if (code !== 0 || JSON.parse(said).sequence !== count) {
    throw new Error(`The verifier ended with ${code}: ${said}`);
  }
  return { seconds, megabytes };
}

function residentMegabytes(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    // it has just ended, or the system keeps no such files
    return 0;
  }
}

import {
  GENESIS_HASH,
  hashEntry,
  main,
  type ExportedEntry,
} from '@salesdesk/audit-verify';
import type { Knex } from 'knex';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { applyMigrations } from '../database/applyMigrations';
import { ensureHead } from '../database/operations/audit/readEntries';
import { testDatabases } from '../__testUtils__/testDatabases';
import { AuditAttacker, rechain } from './__testUtils__/AuditAttacker';
import { AuditSigner } from './AuditSigner';
import { DatabaseAuditLog } from './DatabaseAuditLog';

const databases = testDatabases();
const now = () => new Date('2026-11-23T09:00:00.000Z');
const signerOf = (seed: number) =>
  AuditSigner.create({ key: Buffer.alloc(32, seed).toString('base64') });

/** Entries in the log, and where the checkpoint was taken that is kept elsewhere. */
const length = 30;
const signedAt = 20;

interface Attack {
  /** What the attacker does, to the entry at this position of the list. */
  run(options: {
    attacker: AuditAttacker;
    entries: ExportedEntry[];
    at: number;
  }): Promise<void>;
  /** The first bad entry that a stranger names, from the attacked one. */
  names(sequence: number): number;
  /** Whether the chain gives it away without any checkpoint. */
  isPlain: boolean;
}

const other = 'Nothing happened';
const members = Object.entries({
  format: 'salesdesk-audit/2',
  log: 'another-log',
  at: '2020-01-01T00:00:00.000Z',
  type: 'request.rejected',
  actor: 'user:default/somebody.else',
  org: 'another-org',
  action: 'salesforce_unfreeze_user',
  request: 'another-request',
  summary: other,
  data: { number: -1 },
  previousHash: 'f'.repeat(64),
  hash: 'f'.repeat(64),
});

const same = (sequence: number) => sequence;
const point = () => signedAt;

const attacks: Record<string, Attack> = {
  ...Object.fromEntries(
    members.map(([member, value]) => [
      `edits ${member}`,
      {
        run: async ({ attacker, entries, at }) => {
          entries[at] = { ...entries[at], [member]: value };
          await attacker.write(entries);
        },
        names: same,
        isPlain: true,
      } satisfies Attack,
    ]),
  ),
  'edits an entry and hashes it anew': {
    run: async ({ attacker, entries, at }) => {
      const { hash: _, ...edited } = { ...entries[at], summary: other };
      entries[at] = { ...edited, hash: hashEntry(edited) };
      await attacker.write(entries);
    },
    // It is whole in itself; the next one does not continue it.
    names: sequence => (sequence === signedAt ? signedAt : sequence + 1),
    isPlain: true,
  },
  'edits an entry and hashes everything anew': {
    run: ({ attacker, entries, at }) => {
      entries[at] = { ...entries[at], summary: other };
      return attacker.rewrite(entries, GENESIS_HASH);
    },
    names: point,
    isPlain: false,
  },
  'deletes an entry': {
    run: ({ attacker, entries, at }) => {
      entries.splice(at, 1);
      return attacker.write(entries);
    },
    names: same,
    isPlain: true,
  },
  'deletes an entry and hashes everything anew': {
    run: ({ attacker, entries, at }) => {
      entries.splice(at, 1);
      return attacker.rewrite(entries, GENESIS_HASH);
    },
    names: point,
    isPlain: false,
  },
  'inserts an entry and hashes everything anew': {
    run: ({ attacker, entries, at }) => {
      entries.splice(at, 0, { ...entries[at], summary: other });
      return attacker.rewrite(entries, GENESIS_HASH);
    },
    names: point,
    isPlain: false,
  },
  'exchanges two entries': {
    run: ({ attacker, entries, at }) => {
      const [first, second] = [entries[at], entries[at + 1]];
      entries[at] = { ...second, sequence: first.sequence };
      entries[at + 1] = { ...first, sequence: second.sequence };
      return attacker.write(entries);
    },
    names: same,
    isPlain: true,
  },
  'exchanges two entries and hashes everything anew': {
    run: ({ attacker, entries, at }) => {
      [entries[at], entries[at + 1]] = [entries[at + 1], entries[at]];
      return attacker.rewrite(entries, GENESIS_HASH);
    },
    names: point,
    isPlain: false,
  },
  'cuts off the end': {
    run: ({ attacker, entries, at }) => attacker.write(entries.slice(0, at)),
    names: same,
    isPlain: true,
  },
  'cuts off the end and moves the head': {
    run: async ({ attacker, entries, at }) => {
      await attacker.write(entries.slice(0, at));
      await attacker.moveHead(entries[at - 1]);
    },
    names: same,
    isPlain: false,
  },
  'forks the log: another story from an entry on': {
    run: ({ attacker, entries, at }) =>
      attacker.rewrite(
        entries.map((entry, index) =>
          index < at ? entry : { ...entry, actor: 'user:default/nobody' },
        ),
        GENESIS_HASH,
      ),
    names: point,
    isPlain: false,
  },
  'puts the end of a fork behind the true beginning': {
    run: ({ attacker, entries, at }) => {
      const fork = rechain(
        entries.map(entry => ({ ...entry, summary: other })),
        GENESIS_HASH,
      );
      return attacker.write([...entries.slice(0, at), ...fork.slice(at)]);
    },
    names: same,
    isPlain: true,
  },
  'begins another log and tells the same story': {
    run: ({ attacker, entries }) =>
      attacker.rewrite(
        entries.map(entry => ({ ...entry, log: 'another-log' })),
        GENESIS_HASH,
      ),
    names: point,
    isPlain: false,
  },
};

describe.each(databases.eachSupportedId())(
  'an attacker with all rights to the database, %s',
  id => {
    const folder = mkdtempSync(path.join(tmpdir(), 'audit-attacks-'));
    const checkpointFile = path.join(folder, 'checkpoint.json');
    const exportFile = path.join(folder, 'export.jsonl');
    const signer = signerOf(1);
    let knex: Knex;

    beforeAll(async () => {
      knex = await databases.init(id);
      await applyMigrations(knex);
      await ensureHead({ knex, logId: 'log-1', genesisHash: GENESIS_HASH });
      const log = DatabaseAuditLog.create({ knex, now, signer });
      const append = (from: number, to: number) =>
        knex.transaction(tx =>
          log.append(
            tx,
            Array.from({ length: to - from }, (_, index) => ({
              type: 'request.submitted',
              actor: 'user:default/erin.walsh',
              summary: `Entry ${from + index}`,
              requestId: `request-${from + index}`,
              action: 'salesforce_freeze_user',
              org: 'acme',
              data: { number: from + index },
              subjects: [`005${from + index}`],
            })),
          ),
        );
      await append(0, signedAt);
      writeFileSync(checkpointFile, JSON.stringify(await log.checkpoint()));
      await append(signedAt, length);
      await log.placeWaiting();
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    /** Attacks, and looks as the portal and as a stranger with an export; then all is as before. */
    async function underAttack(
      attack: (options: {
        attacker: AuditAttacker;
        entries: ExportedEntry[];
      }) => Promise<void>,
      ...flags: string[]
    ) {
      const transaction = await knex.transaction();
      try {
        const attacker = new AuditAttacker({ knex: transaction });
        await attack({ attacker, entries: await attacker.read() });
        const log = DatabaseAuditLog.create({ knex: transaction, now, signer });
        const lines: string[] = [];
        for await (const line of log.export({})) lines.push(line);
        writeFileSync(exportFile, lines.join('\n'));
        const portal = await log.verify({ everything: true });
        const said: string[] = [];
        const code = await main({
          args: [exportFile, '--json', ...flags],
          print: line => said.push(line),
          printError: line => said.push(line),
        });
        return { code, said: said.join('\n'), portal };
      } finally {
        await transaction.rollback();
      }
    }
    const withCheckpoint = ['--checkpoint', checkpointFile];

    it('is not suspected where nobody attacked', async () => {
      const { code, portal } = await underAttack(async () => {},
      ...withCheckpoint);
      expect({ code, state: portal.state }).toEqual({
        code: 0,
        state: 'verified',
      });
    });

    it.each(Object.entries(attacks))('who %s', async (_, attack) => {
      // Near the beginning, in the middle, and right before the checkpoint.
      for (const sequence of [2, 11, signedAt - 1]) {
        const { code, said, portal } = await underAttack(
          ({ attacker, entries }) =>
            attack.run({ attacker, entries, at: sequence - 1 }),
          ...withCheckpoint,
        );
        expect(code).toBe(1);
        expect(JSON.parse(said).bad.sequence).toBe(attack.names(sequence));
        expect(portal.state).toBe(attack.isPlain ? 'broken' : 'verified');
      }
    });

    it('who signs a checkpoint of the new story with a key of their own', async () => {
      const forged = path.join(folder, 'forged.json');
      const attack: Parameters<typeof underAttack>[0] = async ({
        attacker,
        entries,
      }) => {
        entries[4] = { ...entries[4], summary: other };
        await attacker.rewrite(entries, GENESIS_HASH);
        const [{ log, sequence, hash, at }] = (await attacker.read()).slice(-1);
        writeFileSync(
          forged,
          JSON.stringify(signerOf(2).sign({ log, sequence, hash, at })),
        );
      };
      const flags = ['--checkpoint', forged, '--key', signer.publicKey];
      const { code, said } = await underAttack(attack, ...flags);
      expect(code).toBe(2);
      expect(said).toContain('another key');
    });
  },
);

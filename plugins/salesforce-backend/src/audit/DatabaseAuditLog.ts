import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  ChainVerifier,
  isCheckpointSigned,
  type BadEntry,
  type ChainPosition,
  type ExportedEntry,
} from '@salesdesk/audit-verify';
import type {
  AuditCheckpoint,
  AuditEntry,
  AuditPage,
  AuditStatus,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import { readCheck, saveCheck } from '../database/operations/audit/auditChecks';
import {
  listEntries,
  readEntriesFrom,
  readHead,
  type AuditEntryRow,
} from '../database/operations/audit/readEntries';
import { readLastRemovedSegment } from '../database/operations/audit/segments';
import { AuditChain } from './AuditChain';
import type { AuditFilter, AuditLog, NewAuditEntry } from './AuditLog';
import type { AuditSigner } from './AuditSigner';
import { columnsDisagree, storedLines } from './storedLines';

const maximumPage = 200;

/** The audit log in the host's database. */
export class DatabaseAuditLog implements AuditLog {
  readonly #knex: Knex;
  readonly #now: () => Date;
  readonly #chain: AuditChain;
  readonly #signer: AuditSigner | undefined;

  static create(options: {
    knex: Knex;
    now: () => Date;
    /** Absent when no signing key is configured; then there are no checkpoints. */
    signer: AuditSigner | undefined;
  }): DatabaseAuditLog {
    return new DatabaseAuditLog(options);
  }

  private constructor(options: {
    knex: Knex;
    now: () => Date;
    signer: AuditSigner | undefined;
  }) {
    this.#knex = options.knex;
    this.#now = options.now;
    this.#chain = new AuditChain(options);
    this.#signer = options.signer;
  }

  async append(
    transaction: Knex.Transaction,
    entries: NewAuditEntry[],
  ): Promise<void> {
    if (entries.length === 0) return;
    await this.#chain.record(transaction, entries);
  }

  async placeWaiting(): Promise<void> {
    await this.#chain.placeWaiting();
  }

  async list(options: {
    filter: AuditFilter;
    order: 'newest' | 'oldest';
    cursor?: string;
    limit: number;
  }): Promise<AuditPage> {
    await this.#chain.placeWaiting();
    const limit = Math.min(options.limit, maximumPage);
    const rows = await listEntries({
      knex: this.#knex,
      filter: options.filter,
      order: options.order,
      after: parseCursor(options.cursor),
      limit: limit + 1,
    });
    const page = rows.slice(0, limit);
    return {
      items: page.map(toEntry),
      ...(rows.length > limit
        ? { nextCursor: String(page[page.length - 1].sequence) }
        : {}),
    };
  }

  async get(options: { sequence: number }): Promise<AuditEntry> {
    await this.#chain.placeWaiting();
    const [row] = await readEntriesFrom({
      knex: this.#knex,
      fromSequence: options.sequence,
      toSequence: options.sequence,
      limit: 1,
    });
    if (!row) {
      throw new NotFoundError(`There is no audit entry '${options.sequence}'`);
    }
    return toEntry(row);
  }

  async *export(options: {
    fromSequence?: number;
    toSequence?: number;
  }): AsyncIterable<string> {
    await this.#chain.placeWaiting();
    for await (const { line } of storedLines({
      knex: this.#knex,
      from: options.fromSequence ?? 1,
      to: options.toSequence,
    })) {
      yield line;
    }
  }

  async status(): Promise<AuditStatus> {
    await this.#chain.placeWaiting();
    const [head, check] = await Promise.all([
      readHead({ knex: this.#knex }),
      readCheck({ knex: this.#knex }),
    ]);
    let state: AuditStatus['state'] = 'unverified';
    if (check?.bad) state = 'broken';
    else if (head.sequence === 0) state = 'empty';
    else if (check && check.verifiedUpTo > 0) state = 'verified';
    return {
      lastSequence: head.sequence,
      lastHash: head.hash,
      state,
      command: 'npx @salesdesk/audit-verify FILE --checkpoint CHECKPOINT',
      ...(check
        ? { verifiedUpTo: check.verifiedUpTo, verifiedAt: check.at }
        : {}),
      ...(check?.bad ? { firstBad: check.bad } : {}),
    };
  }

  async verify(options: { everything: boolean }): Promise<AuditStatus> {
    await this.#chain.placeWaiting();
    const [head, last] = await Promise.all([
      readHead({ knex: this.#knex }),
      readCheck({ knex: this.#knex }),
    ]);
    // After a bad entry, and on demand, nothing earlier is taken on trust.
    const first = await this.#firstPosition(head.log);
    const resume =
      !options.everything &&
      last &&
      !last.bad &&
      last.verifiedUpTo > 0 &&
      // What follows the place may have been removed since, with its segment.
      last.verifiedUpTo >= (first?.sequence ?? 0);
    const verifier = new ChainVerifier({
      from: resume
        ? {
            log: head.log,
            sequence: last.verifiedUpTo,
            hash: last.verifiedHash,
          }
        : first,
    });
    const from = verifier.position.sequence + 1;
    let bad: BadEntry | undefined;
    for await (const { sequence, line, row } of storedLines({
      knex: this.#knex,
      from,
      to: head.sequence,
    })) {
      if (!verifier.addLine(line)) {
        bad = verifier.bad;
        break;
      }
      if (row && columnsDisagree(row)) {
        bad = {
          sequence,
          reason: 'The columns that are searched were changed',
        };
        break;
      }
    }
    const { position } = verifier;
    if (!bad && position.sequence < head.sequence) {
      bad = {
        sequence: position.sequence + 1,
        reason: `The log ends at entry ${position.sequence}, but ${head.sequence} entries were written`,
      };
    } else if (!bad && position.hash !== head.hash) {
      bad = {
        sequence: position.sequence,
        reason: 'The last entry is not the one that was written last',
      };
    }
    await saveCheck({
      knex: this.#knex,
      check: {
        verifiedUpTo: position.sequence,
        verifiedHash: position.hash,
        at: this.#now().toISOString(),
        bad,
      },
    });
    return this.status();
  }

  async checkpoint(): Promise<AuditCheckpoint> {
    if (!this.#signer) {
      throw new ConflictError(
        "Checkpoints need a key: set 'salesforce.audit.signingKey' in the configuration",
      );
    }
    await this.#chain.placeWaiting();
    const head = await readHead({ knex: this.#knex });
    if (head.sequence === 0) {
      throw new ConflictError('The audit log has no entries yet');
    }
    return this.#signer.sign({ ...head, at: this.#now().toISOString() });
  }

  /** Where the chain begins: at its start, or behind segments whose content was removed. */
  async #firstPosition(log: string): Promise<ChainPosition | undefined> {
    const removed = await readLastRemovedSegment({ knex: this.#knex });
    if (!removed) return undefined;
    const { checkpoint } = removed;
    const isOurs =
      isCheckpointSigned(checkpoint) &&
      checkpoint.log === log &&
      checkpoint.sequence === removed.lastSequence &&
      checkpoint.hash === removed.lastHash &&
      (!this.#signer || checkpoint.publicKey === this.#signer.publicKey);
    // A forged segment does not hide what it pretends to have sealed.
    return isOurs
      ? { log, sequence: removed.lastSequence, hash: removed.lastHash }
      : undefined;
  }
}

function parseCursor(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  if (!/^\d{1,15}$/.test(cursor)) {
    throw new InputError('The cursor is not one that this list gave out');
  }
  return Number(cursor);
}

// What people are shown comes from the body, which the hash covers, not from
// the columns beside it, which are only there to be searched.
function toEntry(row: AuditEntryRow): AuditEntry {
  const body = JSON.parse(row.body) as Omit<ExportedEntry, 'hash'>;
  return {
    sequence: row.sequence,
    at: body.at,
    type: body.type,
    actor: body.actor,
    summary: body.summary,
    data: body.data as AuditEntry['data'],
    previousHash: body.previousHash,
    hash: row.hash,
    ...(body.org === null ? {} : { org: body.org }),
    ...(body.action === null ? {} : { action: body.action }),
    ...(body.request === null ? {} : { requestId: body.request }),
  };
}

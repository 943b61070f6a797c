import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  ChainVerifier,
  type BadEntry,
  type ExportedEntry,
} from '@salesdesk/audit-verify';
import type {
  AuditCheckpoint,
  AuditEntry,
  AuditPage,
  AuditStatus,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import {
  appendEntries,
  lockHead,
} from '../database/operations/audit/appendEntries';
import { readCheck, saveCheck } from '../database/operations/audit/auditChecks';
import {
  listEntries,
  readEntriesFrom,
  readHead,
  type AuditEntryRow,
} from '../database/operations/audit/readEntries';
import type { AuditFilter, AuditLog, NewAuditEntry } from './AuditLog';
import type { AuditSigner } from './AuditSigner';
import { chainEntries } from './chainEntries';

const exportPage = 1_000;
const maximumPage = 200;

/** The audit log in the host's database. */
export class DatabaseAuditLog implements AuditLog {
  readonly #knex: Knex;
  readonly #now: () => Date;
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
    this.#signer = options.signer;
  }

  async append(
    transaction: Knex.Transaction,
    entries: NewAuditEntry[],
  ): Promise<void> {
    if (entries.length === 0) return;
    const head = await lockHead({ transaction });
    await appendEntries({
      transaction,
      entries: chainEntries({ head, at: this.#now().toISOString(), entries }),
    });
  }

  async list(options: {
    filter: AuditFilter;
    order: 'newest' | 'oldest';
    cursor?: string;
    limit: number;
  }): Promise<AuditPage> {
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
    for await (const row of this.#rows({
      from: options.fromSequence ?? 1,
      to: options.toSequence,
    })) {
      yield exportLine(row);
    }
  }

  async status(): Promise<AuditStatus> {
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
    const [head, last] = await Promise.all([
      readHead({ knex: this.#knex }),
      readCheck({ knex: this.#knex }),
    ]);
    // After a bad entry, and on demand, nothing earlier is taken on trust.
    const resume =
      !options.everything && last && !last.bad && last.verifiedUpTo > 0;
    const verifier = new ChainVerifier(
      resume
        ? {
            from: {
              log: head.log,
              sequence: last.verifiedUpTo,
              hash: last.verifiedHash,
            },
          }
        : undefined,
    );
    const from = verifier.position.sequence + 1;
    let bad: BadEntry | undefined;
    for await (const row of this.#rows({ from, to: head.sequence })) {
      if (!verifier.addLine(exportLine(row))) {
        bad = verifier.bad;
        break;
      }
      if (columnsDisagree(row)) {
        bad = {
          sequence: row.sequence,
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
    const head = await readHead({ knex: this.#knex });
    if (head.sequence === 0) {
      throw new ConflictError('The audit log has no entries yet');
    }
    return this.#signer.sign({ ...head, at: this.#now().toISOString() });
  }

  async *#rows(options: {
    from: number;
    to?: number;
  }): AsyncIterable<AuditEntryRow> {
    let next = options.from;
    for (;;) {
      const rows = await readEntriesFrom({
        knex: this.#knex,
        fromSequence: next,
        toSequence: options.to,
        limit: exportPage,
      });
      yield* rows;
      if (rows.length < exportPage) return;
      next = rows[rows.length - 1].sequence + 1;
    }
  }
}

function parseCursor(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  if (!/^\d{1,15}$/.test(cursor)) {
    throw new InputError('The cursor is not one that this list gave out');
  }
  return Number(cursor);
}

// The stored body is canonical and has no `hash`. In canonical order `hash`
// stands right before `log`; the members behind `log` are plain strings, in
// which the text searched for could only stand with its quotes escaped.
function exportLine(row: AuditEntryRow): string {
  const at = row.body.lastIndexOf(',"log":"');
  return at < 0
    ? row.body
    : `${row.body.slice(0, at)},"hash":"${row.hash}"${row.body.slice(at)}`;
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

// An entry whose columns say something else than its body can be hidden from a
// search although the chain is whole.
function columnsDisagree(row: AuditEntryRow): boolean {
  const body = JSON.parse(row.body) as Omit<ExportedEntry, 'hash'>;
  return (
    body.sequence !== row.sequence ||
    body.at !== row.at ||
    body.type !== row.type ||
    body.actor !== row.actor ||
    body.org !== row.org_id ||
    body.action !== row.action_id ||
    body.request !== row.request_id ||
    body.summary !== row.summary ||
    body.previousHash !== row.previous_hash
  );
}

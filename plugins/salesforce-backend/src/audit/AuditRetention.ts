import { ChainVerifier } from '@salesdesk/audit-verify';
import type { Knex } from 'knex';
import { readHead } from '../database/operations/audit/readEntries';
import {
  insertSegment,
  readLastSegment,
  removeSegmentContent,
} from '../database/operations/audit/segments';
import type { AuditLog } from './AuditLog';
import type { AuditSigner } from './AuditSigner';
import { packLines, storedLines } from './storedLines';
import { salesdeskActor } from '../people/salesdeskActor';

/** Entries of one segment. */
const segmentSize = 10_000;

/**
 * Keeps the log's tables small without breaking the chain. Entries older than
 * `archiveAfter` move into sealed segments: compressed, with a signed
 * checkpoint, still exported and verified, no longer searched. Segments older
 * than `removeAfter` lose their content; their checkpoints stay, and from them
 * the chain goes on verifying.
 */
export class AuditRetention {
  readonly #options: AuditRetentionOptions;

  static create(options: AuditRetentionOptions): AuditRetention {
    return new AuditRetention(options);
  }

  private constructor(options: AuditRetentionOptions) {
    this.#options = options;
  }

  /** Seals what is old enough, one segment after the other. Returns how many. */
  async seal(): Promise<number> {
    const { archiveAfterMilliseconds } = this.#options;
    if (archiveAfterMilliseconds === undefined) return 0;
    await this.#options.auditLog.placeWaiting();
    let sealed = 0;
    while (await this.#sealNext(archiveAfterMilliseconds)) sealed += 1;
    return sealed;
  }

  /** Removes the content of segments that are old enough. Returns how many. */
  async remove(): Promise<number> {
    const { knex, now, removeAfterMilliseconds } = this.#options;
    if (removeAfterMilliseconds === undefined) return 0;
    const at = now();
    return removeSegmentContent({
      knex,
      endedBefore: new Date(
        at.getTime() - removeAfterMilliseconds,
      ).toISOString(),
      now: at.toISOString(),
    });
  }

  async #sealNext(archiveAfter: number): Promise<boolean> {
    const { knex, now, signer, auditLog } = this.#options;
    const at = now();
    const before = new Date(at.getTime() - archiveAfter).toISOString();
    const last = await this.#lastSegment();
    const verifier = new ChainVerifier({ from: last });
    const lines: string[] = [];
    let first: { sequence: number; at: string } | undefined;
    let lastAt = '';
    for await (const { sequence, line, row } of storedLines({
      knex,
      from: (last?.sequence ?? 0) + 1,
      to: (last?.sequence ?? 0) + segmentSize,
    })) {
      if (!row || row.at >= before) break;
      // What does not verify is evidence; it stays where it is.
      if (!verifier.addLine(line)) return false;
      lines.push(line);
      first ??= { sequence, at: row.at };
      lastAt = row.at;
    }
    // Only whole segments are sealed; the rest waits until there are enough.
    if (!first || lines.length < segmentSize) return false;

    const { log, sequence, hash } = verifier.position;
    const segment = {
      firstSequence: first.sequence,
      lastSequence: sequence,
      firstAt: first.at,
      lastAt,
      lastHash: hash,
      checkpoint: signer.sign({
        log: log ?? '',
        sequence,
        hash,
        at: at.toISOString(),
      }),
      sealedAt: at.toISOString(),
      content: packLines(lines),
    };
    await knex.transaction(async transaction => {
      await insertSegment({ transaction, segment });
      await auditLog.append(transaction, [
        {
          type: 'audit.segment_sealed',
          actor: salesdeskActor,
          summary: `Entries ${segment.firstSequence} to ${segment.lastSequence} were sealed`,
          data: {
            firstSequence: segment.firstSequence,
            lastSequence: segment.lastSequence,
            lastHash: segment.lastHash,
          },
        },
      ]);
    });
    return true;
  }

  async #lastSegment() {
    const { knex } = this.#options;
    const head = await readHead({ knex });
    const last = await readLastSegment({ knex });
    return (
      last && {
        log: head.log,
        sequence: last.lastSequence,
        hash: last.lastHash,
      }
    );
  }
}

/** What {@link AuditRetention} needs. */
export interface AuditRetentionOptions {
  knex: Knex;
  auditLog: AuditLog;
  signer: AuditSigner;
  now: () => Date;
  /** Undefined: entries stay searchable for ever. */
  archiveAfterMilliseconds: number | undefined;
  /** Undefined: sealed segments are kept for ever. */
  removeAfterMilliseconds: number | undefined;
}

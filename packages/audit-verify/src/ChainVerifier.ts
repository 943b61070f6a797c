import { canonicalMembers } from './canonicalJson';
import {
  CHECKPOINT_FORMAT,
  ENTRY_FORMAT,
  GENESIS_HASH,
  hashEntry,
  isCheckpointSigned,
  sha256,
  type Checkpoint,
  type ExportedEntry,
} from './format';

/** The first thing that is wrong with a log. @public */
export interface BadEntry {
  /** The sequence number where it shows; for a log that ends too early, the first missing one. */
  sequence: number;
  /** Plain words. */
  reason: string;
}

/** Where the chain stands after the entries seen so far. @public */
export interface ChainPosition {
  log?: string;
  sequence: number;
  hash: string;
}

/**
 * Checks entries one after the other in constant memory and stops at the first
 * that is wrong. Edits, deletions, reordering and insertions break the chain by
 * themselves; a log that was cut short or hashed anew as a whole is only found
 * with a checkpoint that was kept elsewhere.
 *
 * @public
 */
export class ChainVerifier {
  #position: ChainPosition;
  #bad?: BadEntry;
  /** By the entry they are about; of one entry there may be several. */
  readonly #checkpoints = new Map<number, Checkpoint[]>();

  constructor(options?: {
    /** Entries up to here were verified before; default: nothing was. */
    from?: ChainPosition;
    /** Checkpoints that were kept elsewhere. */
    checkpoints?: Checkpoint[];
  }) {
    this.#position = options?.from ?? { sequence: 0, hash: GENESIS_HASH };
    for (const point of options?.checkpoints ?? []) {
      if (point.format !== CHECKPOINT_FORMAT || !isCheckpointSigned(point)) {
        throw new Error(
          `The checkpoint for entry ${point.sequence} does not carry a valid signature`,
        );
      }
      // Taking it without a word would pass for having compared it.
      if (point.sequence < this.#position.sequence) {
        throw new Error(
          `The checkpoint for entry ${
            point.sequence
          } is about an entry before the part that is verified, which begins behind entry ${
            this.#position.sequence
          }`,
        );
      }
      this.#checkpoints.set(point.sequence, [
        ...(this.#checkpoints.get(point.sequence) ?? []),
        point,
      ]);
    }
    this.#compareWithCheckpoints(this.#position);
  }

  /** Where the chain stands. */
  get position(): ChainPosition {
    return this.#position;
  }

  /** The first bad entry, if one was found. */
  get bad(): BadEntry | undefined {
    return this.#bad;
  }

  /** Says that what stands in place of the next entry is none. Always false. */
  refuse(reason: string): boolean {
    return this.#bad ? false : this.#fail(reason);
  }

  /** Takes the next line of an export. False when it, or one before it, is bad. */
  addLine(line: string): boolean {
    if (this.#bad) return false;
    let entry: ExportedEntry;
    try {
      entry = JSON.parse(line);
    } catch {
      return this.#fail('The line is not JSON');
    }
    if (entry === null || typeof entry !== 'object' || Array.isArray(entry)) {
      return this.#fail('The line is not an entry');
    }
    // A line that says one thing to this parser and another to the next one
    // (duplicate members, odd escapes) is not canonical and therefore bad.
    let members: string[];
    try {
      members = canonicalMembers({ ...entry });
    } catch (error) {
      return this.#fail(
        error instanceof RangeError
          ? 'The line is nested deeper than any entry'
          : String(error instanceof Error ? error.message : error),
      );
    }
    if (`{${members.join(',')}}` !== line) {
      return this.#fail('The line is not canonical JSON');
    }
    // What the hash covers was just written; it is not written twice.
    return this.#add(entry, () =>
      sha256(`{${members.filter(isNotHash).join(',')}}`),
    );
  }

  /** Takes the next entry. False when it, or one before it, is bad. */
  addEntry(entry: ExportedEntry): boolean {
    const { hash: _, ...members } = entry ?? {};
    return this.#add(entry, () => hashEntry(members));
  }

  #add(entry: ExportedEntry, hashOfMembers: () => string): boolean {
    if (this.#bad) return false;
    const expected = this.#position.sequence + 1;
    if (entry?.format !== ENTRY_FORMAT) {
      return this.#fail(`The entry is not of the form ${ENTRY_FORMAT}`);
    }
    if (this.#position.log !== undefined && entry.log !== this.#position.log) {
      return this.#fail('The entry belongs to another log');
    }
    if (entry.sequence !== expected) {
      return this.#fail(
        entry.sequence > expected
          ? `Entry ${expected} is missing: entry ${entry.sequence} stands in its place`
          : `Entry ${entry.sequence} stands where entry ${expected} belongs`,
      );
    }
    if (entry.previousHash !== this.#position.hash) {
      return this.#fail(
        'The entry does not continue the one before it: one of them was changed, or the log was forked',
      );
    }
    const { hash } = entry;
    if (hashOfMembers() !== hash) {
      return this.#fail('The entry was changed: its hash does not fit');
    }
    if (!this.#compareWithCheckpoints(entry)) return false;
    this.#position = { log: entry.log, sequence: entry.sequence, hash };
    return true;
  }

  /** To be called after the last entry: is anything missing at the end? */
  finish(): boolean {
    if (this.#bad) return false;
    for (const point of [...this.#checkpoints.values()].flat()) {
      if (point.sequence > this.#position.sequence) {
        return this.#fail(
          `The log ends at entry ${
            this.#position.sequence
          }, but the checkpoint of ${point.at} saw entry ${point.sequence}`,
        );
      }
    }
    return true;
  }

  /** Every checkpoint of an entry has to agree with it, not only the last one. */
  #compareWithCheckpoints(entry: ChainPosition): boolean {
    for (const point of this.#checkpoints.get(entry.sequence) ?? []) {
      if (entry.log !== undefined && point.log !== entry.log) {
        return this.#fail(
          'The log is not the one of the checkpoint',
          entry.sequence,
        );
      }
      if (point.hash !== entry.hash) {
        return this.#fail(
          `The log was rewritten: the checkpoint of ${point.at} saw another entry here`,
          entry.sequence,
        );
      }
    }
    return true;
  }

  #fail(reason: string, sequence = this.#position.sequence + 1): false {
    this.#bad = { sequence, reason };
    return false;
  }
}

function isNotHash(member: string): boolean {
  return !member.startsWith('"hash":');
}

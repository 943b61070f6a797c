import {
  canonicalJson,
  hashEntry,
  type ExportedEntry,
} from '@salesdesk/audit-verify';
import type { Knex } from 'knex';

type Members = Omit<ExportedEntry, 'hash'>;

/**
 * Somebody with all rights to the database, who knows how the log is made and
 * repairs whatever gives an attack away: bodies, columns, numbers, hashes and
 * the head.
 */
export class AuditAttacker {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /** The entries as they stand. */
  async read(): Promise<ExportedEntry[]> {
    const rows = await this.#knex('salesforce_audit_entries').orderBy(
      'sequence',
    );
    return rows.map(({ body, hash }) => ({ ...JSON.parse(body), hash }));
  }

  /** Puts other entries in the place of all, columns and subjects with them. */
  async write(entries: ExportedEntry[]): Promise<void> {
    await this.#knex('salesforce_audit_entries').delete();
    for (const [index, { hash, ...members }] of entries.entries()) {
      await this.#knex('salesforce_audit_entries').insert({
        // Where two say that they are the same one, the table still wants two.
        sequence:
          entries.findIndex(({ sequence }) => sequence === members.sequence) ===
          index
            ? members.sequence
            : entries.length + index,
        at: members.at,
        type: members.type,
        actor: members.actor,
        org_id: members.org,
        action_id: members.action,
        request_id: members.request,
        summary: members.summary,
        body: canonicalJson(members),
        previous_hash: members.previousHash,
        hash,
      });
    }
  }

  /** The head says that the log ends with this entry. */
  async moveHead(last: ExportedEntry): Promise<void> {
    await this.#knex('salesforce_audit_head')
      .where({ id: 1 })
      .update({ log_id: last.log, sequence: last.sequence, hash: last.hash });
  }

  /** Writes the log anew, as if it had never been otherwise. */
  async rewrite(entries: Members[], firstPrevious: string): Promise<void> {
    const chained = rechain(entries, firstPrevious);
    await this.write(chained);
    await this.moveHead(chained[chained.length - 1]);
  }
}

/** Numbers and hashes that fit, from 1 on. */
export function rechain(
  entries: Array<Members | ExportedEntry>,
  firstPrevious: string,
): ExportedEntry[] {
  let previousHash = firstPrevious;
  return entries.map((entry, index) => {
    const { hash: _, ...members } = { hash: '', ...entry };
    const again = { ...members, sequence: index + 1, previousHash };
    previousHash = hashEntry(again);
    return { ...again, hash: previousHash };
  });
}

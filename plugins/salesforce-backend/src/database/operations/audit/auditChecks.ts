import type { Knex } from 'knex';

/** How far the chain was verified. */
export interface AuditCheck {
  verifiedUpTo: number;
  verifiedHash: string;
  at: string;
  bad?: { sequence: number; reason: string };
}

/** The last verification, if there was one. */
export async function readCheck(options: {
  knex: Knex;
}): Promise<AuditCheck | undefined> {
  const row = await options
    .knex('salesforce_audit_checks')
    .where({ id: 1 })
    .first();
  if (!row) return undefined;
  return {
    verifiedUpTo: Number(row.verified_up_to),
    verifiedHash: row.verified_hash,
    at: row.verified_at,
    ...(row.first_bad_sequence === null
      ? {}
      : {
          bad: {
            sequence: Number(row.first_bad_sequence),
            reason: row.first_bad_reason,
          },
        }),
  };
}

/** Keeps the result of a verification; the last writer wins, as it knows most. */
export async function saveCheck(options: {
  knex: Knex;
  check: AuditCheck;
}): Promise<void> {
  const { check } = options;
  await options
    .knex('salesforce_audit_checks')
    .insert({
      id: 1,
      verified_up_to: check.verifiedUpTo,
      verified_hash: check.verifiedHash,
      verified_at: check.at,
      first_bad_sequence: check.bad?.sequence ?? null,
      first_bad_reason: check.bad?.reason ?? null,
    })
    .onConflict('id')
    .merge();
}

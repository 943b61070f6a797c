import type { Knex } from 'knex';
import type { InventoryStretchRow } from '../../tables';

/** Records of an object between two ids: beyond `after`, `upTo` included. */
export interface IdRange {
  after: string | undefined;
  upTo: string | undefined;
}

interface Place {
  transaction: Knex.Transaction;
  orgId: string;
  object: string;
}

const table = 'salesforce_inventory_stretches';

/** What was stored between exactly these two ids, if it is still that. */
export async function readStretch(
  options: Place & { range: IdRange },
): Promise<InventoryStretchRow | undefined> {
  return options
    .transaction<InventoryStretchRow>(table)
    .where(keyOf(options))
    .first();
}

/** Notes what is stored between two ids, instead of all that overlaps it. */
export async function writeStretch(
  options: Place & {
    range: IdRange;
    fingerprint: string;
    newest: string | null;
  },
): Promise<void> {
  const { transaction, fingerprint, newest } = options;
  const { after, upTo } = options.range;
  await beginningBefore(options, upTo)
    .modify(stretches => {
      if (after !== undefined) {
        stretches.where(ending =>
          ending.whereNull('up_to_id').orWhere('up_to_id', '>', after),
        );
      }
    })
    .delete();
  await transaction<InventoryStretchRow>(table).insert({
    ...keyOf(options),
    fingerprint,
    newest,
  });
}

/** Some records are others than they were read as. */
export async function forgetStretches(
  options: Place & { ids: string[] },
): Promise<void> {
  if (options.ids.length === 0) return;
  const ids = [...options.ids].sort();
  await beginningBefore(options, ids[ids.length - 1])
    .where(ending =>
      ending.whereNull('up_to_id').orWhere('up_to_id', '>=', ids[0]),
    )
    .delete();
}

function beginningBefore(
  { transaction, orgId, object }: Place,
  upTo: string | undefined,
) {
  return transaction<InventoryStretchRow>(table)
    .where({ org_id: orgId, object })
    .modify(stretches => {
      if (upTo !== undefined) stretches.where('after_id', '<', upTo);
    });
}

function keyOf({ orgId, object, range }: Place & { range: IdRange }) {
  return {
    org_id: orgId,
    object,
    after_id: range.after ?? '',
    up_to_id: range.upTo ?? null,
  };
}

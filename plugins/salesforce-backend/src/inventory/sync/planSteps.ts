import type {
  InventoryStateRow,
  InventorySyncRow,
  InventorySyncStepRow,
} from '../../database/tables';
import { inventoryObjects, type InventoryObject } from '../model';

/** One page: to read it whole costs no more than to ask what changed. */
const rowsOfOnePage = 2000;

/**
 * How each object is going to be read. Pure. A full sync reads everything; an
 * incremental one reads whole what fits one page, which shows deletions too.
 */
export function planSteps(options: {
  sync: Pick<InventorySyncRow, 'id' | 'mode'>;
  state: ReadonlyMap<string, InventoryStateRow>;
}): InventorySyncStepRow[] {
  const { sync, state } = options;
  return inventoryObjects.map((object, position) => ({
    sync_id: sync.id,
    position,
    object: object.name,
    state: 'waiting',
    method: methodOf(object, sync.mode, state.get(object.name)),
    after_id: null,
    read_from: null,
    newest: null,
    recent: 0,
    total: null,
    rows: 0,
    added: 0,
    changed: 0,
    removed: 0,
    problem: null,
  }));
}

function methodOf(
  object: InventoryObject,
  mode: InventorySyncRow['mode'],
  known: InventoryStateRow | undefined,
): InventorySyncStepRow['method'] {
  if (object.detection.by === 'appended') return 'appended';
  if (
    mode === 'full' ||
    object.detection.by === 'reading' ||
    !known?.read_from ||
    !known.available ||
    known.rows <= rowsOfOnePage
  ) {
    return 'whole';
  }
  return 'changes';
}

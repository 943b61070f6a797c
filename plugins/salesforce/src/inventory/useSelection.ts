import { useCallback, useMemo, useState } from 'react';
import type { InventoryRow } from './inventoryRow';

/** Rows that were picked; they stay so while others come into view. */
export interface Selection {
  rows: InventoryRow[];
  has(id: string): boolean;
  toggle(row: InventoryRow): void;
  /** Adds rows to those that are picked. */
  add(rows: InventoryRow[]): void;
  remove(rows: InventoryRow[]): void;
  clear(): void;
}

export function useSelection(): Selection {
  const [picked, setPicked] = useState<ReadonlyMap<string, InventoryRow>>(
    new Map(),
  );
  const add = useCallback(
    (rows: InventoryRow[]) =>
      setPicked(
        before =>
          new Map([...before, ...rows.map(row => [row.id, row] as const)]),
      ),
    [],
  );
  const remove = useCallback((rows: InventoryRow[]) => {
    const gone = new Set(rows.map(({ id }) => id));
    setPicked(before => new Map([...before].filter(([id]) => !gone.has(id))));
  }, []);
  const toggle = useCallback(
    (row: InventoryRow) =>
      setPicked(before => {
        const after = new Map(before);
        if (!after.delete(row.id)) after.set(row.id, row);
        return after;
      }),
    [],
  );
  const clear = useCallback(() => setPicked(new Map()), []);
  return useMemo(
    () => ({
      rows: [...picked.values()],
      has: id => picked.has(id),
      toggle,
      add,
      remove,
      clear,
    }),
    [picked, toggle, add, remove, clear],
  );
}

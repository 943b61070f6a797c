import { textOf, type InventoryRow } from '../inventory/inventoryRow';

/** What gives access to members of a team, and to which of them. */
export interface TeamAccess {
  kind: 'permission_set' | 'permission_set_group';
  label: string;
  have: string[];
  lack: string[];
  /** A few of many are different from the others. */
  outliers: { names: string[]; are: 'only' | 'without' } | undefined;
}

/** Fewer members have no majority to differ from. */
const SMALLEST_TEAM = 4;
const MOST_OUTLIERS = 2;

/**
 * The access of a team, what most have first. `assignments` are of users who
 * are in groups whose names contain that of the team; only members count.
 */
export function teamAccess(
  members: InventoryRow[],
  assignments: InventoryRow[],
): TeamAccess[] {
  const nameOf = new Map(
    members.map(row => [row.id, textOf(row, 'name') ?? row.id]),
  );
  const found = new Map<
    string,
    Pick<TeamAccess, 'kind' | 'label'> & {
      ids: Set<string>;
    }
  >();
  for (const row of assignments) {
    const userId = textOf(row, 'userId');
    if (!userId || !nameOf.has(userId)) continue;
    const group = textOf(row, 'group.label');
    const label = group ?? textOf(row, 'permissionSet.label');
    if (!label) continue;
    const kind = group ? 'permission_set_group' : 'permission_set';
    const key = `${kind} ${label}`;
    const known = found.get(key) ?? { kind, label, ids: new Set<string>() };
    known.ids.add(userId);
    found.set(key, known);
  }
  return [...found.values()]
    .map(({ kind, label, ids }): TeamAccess => {
      const have: string[] = [];
      const lack: string[] = [];
      for (const [id, name] of nameOf) (ids.has(id) ? have : lack).push(name);
      return { kind, label, have, lack, outliers: outliersOf(have, lack) };
    })
    .sort(
      (one, other) =>
        other.have.length - one.have.length ||
        one.label.localeCompare(other.label),
    );
}

function outliersOf(have: string[], lack: string[]): TeamAccess['outliers'] {
  if (have.length + lack.length < SMALLEST_TEAM) return undefined;
  if (lack.length > 0 && lack.length <= MOST_OUTLIERS) {
    return { names: lack, are: 'without' };
  }
  return have.length <= MOST_OUTLIERS
    ? { names: have, are: 'only' }
    : undefined;
}

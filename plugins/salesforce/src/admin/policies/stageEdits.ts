import type {
  PolicyStage,
  ReviewerSource,
  StageRequirement,
} from '@salesdesk/backstage-plugin-salesforce-common';

/** A copy with the item at a place replaced, or taken away. */
export function withItem<T>(
  items: readonly T[],
  index: number,
  item: T | undefined,
): T[] {
  return items.flatMap((one, at) => {
    if (at !== index) return [one];
    return item === undefined ? [] : [item];
  });
}

/** A copy with the item at a place moved up or down; at the ends it stays. */
export function moved<T>(items: readonly T[], index: number, by: 1 | -1): T[] {
  const to = index + by;
  if (to < 0 || to >= items.length) return [...items];
  const copy = [...items];
  [copy[index], copy[to]] = [copy[to], copy[index]];
  return copy;
}

export const newSource: ReviewerSource = { kind: 'permission' };

export const newRequirement: StageRequirement = { count: 1, from: [newSource] };

export function newStage(name: string): PolicyStage {
  return { name, requirements: [newRequirement] };
}

/** Another kind of source; a reference of the old kind does not fit the new one. */
export function ofKind(kind: ReviewerSource['kind']): ReviewerSource {
  return { kind };
}

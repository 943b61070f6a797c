/** Where the reader of the inbox is, and what they picked. */
export interface Inbox {
  focusedId?: string;
  /** Grows when the keyboard is to go to the focused line. */
  focusTurn: number;
  selectedIds: ReadonlySet<string>;
}

export const emptyInbox: Inbox = { focusTurn: 0, selectedIds: new Set() };

/** One step down or up the list; it stays at the ends. */
export function stepFrom(
  ids: string[],
  id: string | undefined,
  step: 1 | -1,
): string | undefined {
  const at = id === undefined ? -1 : ids.indexOf(id);
  if (at === -1) return step === 1 ? ids[0] : ids[ids.length - 1];
  return ids[Math.min(Math.max(at + step, 0), ids.length - 1)];
}

/**
 * What comes up when some were decided: the next one below the reader, or the
 * nearest above at the end of the list; undefined when nothing is left.
 */
export function nextAfter(options: {
  ids: string[];
  decidedIds: string[];
  currentId: string | undefined;
}): string | undefined {
  const { ids, currentId } = options;
  const decided = new Set(options.decidedIds);
  const at = currentId === undefined ? 0 : Math.max(ids.indexOf(currentId), 0);
  const left = (id: string) => !decided.has(id);
  return ids.slice(at).find(left) ?? ids.slice(0, at).reverse().find(left);
}

export function toggle(
  ids: ReadonlySet<string>,
  id: string,
): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** A selection without what is no longer listed: it must not be acted on unseen. */
export function stillListed(
  selected: ReadonlySet<string>,
  ids: string[],
): ReadonlySet<string> {
  const listed = new Set(ids);
  return new Set([...selected].filter(id => listed.has(id)));
}

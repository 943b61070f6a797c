import type { UndoSupport } from '@salesdesk/backstage-plugin-salesforce-node';

/** Whether and how what an action does can be undone, in words. */
export function undoWords(
  undo: Pick<UndoSupport<unknown>, 'kind' | 'note'>,
): string {
  if (undo.note) return undo.note;
  return undo.kind === 'none'
    ? 'This cannot be undone.'
    : 'This can be undone, as long as nobody changes the same fields afterwards.';
}

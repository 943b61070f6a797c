import type { UndoSupport } from '@salesdesk/backstage-plugin-salesforce-node';
import type { RequestRow } from '../database/tables';

/** Whether and how what an action does can be undone, in words. */
export function undoWords(
  undo: Pick<UndoSupport<unknown>, 'kind' | 'note'>,
  /** It is about a request that undoes another one. */
  isUndo = false,
): string {
  if (isUndo && undo.kind !== 'none') {
    return 'Undoing does again what this took back, as long as nobody changes the same fields afterwards.';
  }
  if (undo.note) return undo.note;
  return undo.kind === 'none'
    ? 'This cannot be undone.'
    : 'This can be undone, as long as nobody changes the same fields afterwards.';
}

/** Why a request in this state is not undone, where it has changed nothing for good. */
export function whyNoUndo({ state }: Pick<RequestRow, 'state'>): string {
  return state === 'needs_admin' || state === 'running'
    ? 'It has not come to its end: run it again or withdraw it; what was done can be undone then'
    : 'Nothing was changed that could be undone';
}

import type { RecordReader } from '../core/types';
import { idOf } from './textOf';

/** Deeper than any real hierarchy, so that broken data cannot hang a call. */
const MAXIMUM_DEPTH = 1000;

/**
 * Whether a record would become its own ancestor if its parent were
 * `parentId`. Walks upwards by the field that leads to the parent.
 */
export function wouldLoop(options: {
  reader: RecordReader;
  object: string;
  field: string;
  id: string;
  parentId: string | undefined;
}): boolean {
  const { reader, object, field, id } = options;
  let current = options.parentId;
  for (let depth = 0; current && depth < MAXIMUM_DEPTH; depth += 1) {
    if (current === id) {
      return true;
    }
    current = idOf(reader.get(object, current)?.[field]);
  }
  return false;
}

import { isNumeric, valueAt } from '../../assistant/blocks/cells';
import type { Row } from './queryRun';
import { textOf } from './shownRows';

export interface Column {
  name: string;
  label: string;
  type: string;
}

const narrowest = 96;
const widest = 280;
const pixelsPerLetter = 7.5;
/** Room around the words, and for the mark of the order. */
const around = 40;

/** Widths in pixels that fit the first rows, so that columns stand still. */
export function columnWidths(
  columns: readonly Column[],
  sample: readonly Row[],
): number[] {
  return columns.map(({ name, label, type }) => {
    if (type === 'id' || type === 'reference') return 212;
    if (type === 'datetime') return 200;
    if (type === 'records') return 300;
    const longest = Math.max(
      label.length,
      isNumeric(type) ? 10 : 0,
      ...sample.map(row => textOf(valueAt(row, name)).length),
    );
    return Math.round(
      Math.min(widest, Math.max(narrowest, longest * pixelsPerLetter + around)),
    );
  });
}

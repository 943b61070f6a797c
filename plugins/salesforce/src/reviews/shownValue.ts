import { relativeTime } from '../components/relativeTime';

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** A value of the inventory as people read it. Pure, but for the moment it is read at. */
export function shownValue(
  value: string | number | boolean | null,
  language: string,
): string {
  if (value === null || value === '') return '–';
  if (typeof value === 'boolean') return value ? '✓' : '–';
  if (typeof value === 'number') {
    return new Intl.NumberFormat(language).format(value);
  }
  const at = moment.test(value) ? Date.parse(value) : NaN;
  if (Number.isNaN(at)) return value;
  return (
    relativeTime({ at, now: Date.now(), language }) ??
    new Date(at).toLocaleDateString(language)
  );
}

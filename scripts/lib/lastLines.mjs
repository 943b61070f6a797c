import { existsSync, readFileSync } from 'node:fs';

/** The end of a log, where the reason usually stands, and where to find all. */
export function lastLines({ log, count = 60 }) {
  if (!existsSync(log)) {
    return '';
  }
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
  return [
    ...(lines.length > count ? [`(all of it: ${log})`] : []),
    ...lines.slice(-count),
  ].join('\n');
}

import { stripVTControlCharacters } from 'node:util';

/**
 * Whether a line that a server wrote is worth a look while all goes well:
 * Backstage's errors ("time plugin error ..."), the bundler's, and crashes.
 */
export function isTrouble(line) {
  const plain = stripVTControlCharacters(line);
  return (
    /^\S+ \S+ error /.test(plain) ||
    /^(ERROR in|\s+×|\w*Error: )/.test(plain) ||
    /Change detected, restarting/.test(plain)
  );
}

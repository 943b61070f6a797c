import type { Reading } from './Reading';
import { formOf } from './verbForms';

const wish = /^(?:have|get|want|need|like)$/;

/** "have", "get", "I want", where what is to be done stands behind whom. */
export function bringsAbout(reading: Reading, at: number): boolean {
  const { tokens } = reading;
  if (!wish.test(tokens[at].plain)) return false;
  const end = tokens.findIndex(
    ({ kind, plain }, index) =>
      index > at &&
      (kind === 'stop' || /^(?:who|that|which|is|are|was|has)$/.test(plain)),
  );
  const isThere = tokens
    .slice(0, end < 0 ? tokens.length : end)
    .some((_, index) => index > at && isBroughtAbout(reading, index));
  if (isThere) reading.used[at] = true;
  return isThere;
}

/** "frozen" in "have Marco frozen", "I want Marco frozen for a week". */
export function isBroughtAbout(reading: Reading, at: number): boolean {
  const { tokens } = reading;
  const { plain } = tokens[at];
  const isDone =
    formOf(plain, 'be') !== undefined ||
    // what a corrected slip leaves of "deactivated"
    /^(?:deactivate|reactivate|disable)$/.test(plain);
  const isBehindWhom =
    reading.isMentioned(at - 1) ||
    /^(?:user|account|login|password|him|her|them|it)$/.test(
      tokens[at - 1]?.plain ?? '',
    );
  return (
    isDone &&
    isBehindWhom &&
    tokens.slice(0, at).some(each => wish.test(each.plain)) &&
    !tokens.some(each => /^(?:already|ever)$/.test(each.plain))
  );
}

const PREFIX = 'salesforce.form.';

/**
 * Keeps an input that is too long for an address, for as long as the tab is
 * open, and says under which key. The same input has the same key, so that
 * links may be drawn again and again.
 */
export function keepInput(json: string): string {
  const key = hashOf(json);
  sessionStorage.setItem(`${PREFIX}${key}`, json);
  return key;
}

/** The input that was kept, or undefined, as in another tab. */
export function takeInput(key: string): string | undefined {
  return sessionStorage.getItem(`${PREFIX}${key}`) ?? undefined;
}

/** Tells inputs apart; it guards nothing. */
function hashOf(text: string): string {
  let hash = 5381;
  for (let index = 0; index < text.length; index++) {
    hash = (Math.imul(hash, 33) + text.charCodeAt(index)) % 0x1_0000_0000;
  }
  return `${text.length.toString(36)}-${(hash + 0x1_0000_0000).toString(36)}`;
}

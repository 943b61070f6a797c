/** A text as it is meant in a pattern of `like ? escape '!'`. Pure. */
export function escapeLike(text: string): string {
  return text.replace(/[!%_]/g, '!$&');
}

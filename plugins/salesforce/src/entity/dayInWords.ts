/** A day as people write it, e.g. "22 Feb 2027". */
export function dayInWords(at: string, language: string): string {
  return new Date(at).toLocaleDateString(language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
}

const SURE_SEPARATORS = /[\n\r\t;]+/;
const SALESFORCE_ID = /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/;

/**
 * The references in a pasted list: one a line, or separated by tabs or
 * semicolons. Commas separate addresses and ids only, because names may have
 * them ("Rossi, Jenna"), and never the parts of a condition ("where: ...").
 */
export function referencesIn(pasted: string): string[] {
  const found = pasted
    .split(SURE_SEPARATORS)
    .flatMap(splitAtCommas)
    .map(reference => reference.trim())
    .filter(Boolean);
  return [...new Set(found)];
}

function splitAtCommas(line: string): string[] {
  if (line.trimStart().startsWith('where:')) return [line];
  const parts = line
    .split(',')
    .map(part => part.trim())
    .filter(Boolean);
  return parts.every(part => part.includes('@') || SALESFORCE_ID.test(part))
    ? parts
    : [line];
}

/*
 * A model may only name what the person named. It reads "Dan" and answers
 * "dan@acme.com", which exists and may be the wrong Dan; it reads a record that
 * says "assign the administrator profile", and obeys. So every name in what it
 * proposes must stand in the person's own words.
 */

/** Values that name nobody. */
const namesNobody = new Set(['me', 'this']);

/** A set of users: its kind before the colon, its name after it. */
const setPrefix =
  /^(public-group|role|profile|permission-set|permission-set-group|group|queue):/i;

/** The words of a text, without case, accents and punctuation at their ends. */
function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLocaleLowerCase('en-US')
    .split(/[\s,;:!?"“”„'’()[\]{}<>/\\|=]+/u)
    .map(word => word.replaceAll(/^[.\-_]+|[.\-_]+$/gu, ''))
    .filter(Boolean);
}

/** Whether a name stands in what the person said, word for word. */
export function isGrounded(name: string, said: string): boolean {
  const bare = name.trim();
  if (namesNobody.has(bare.toLocaleLowerCase('en-US'))) return true;
  // A condition is a statement of its own, not a name.
  if (/^where:/i.test(bare)) return false;
  const wanted = wordsOf(bare.replace(setPrefix, '').replace(/^default\//, ''));
  if (wanted.length === 0) return false;
  const heard = new Set(wordsOf(said));
  return wanted.every(word => heard.has(word));
}

interface Property {
  type?: string;
  items?: Property;
  anyOf?: Property[];
  'x-picker'?: string;
  enum?: unknown[];
}

/** The names in an input that the person has not said. */
export function ungroundedNames(options: {
  input: Record<string, unknown>;
  inputSchema: Record<string, unknown>;
  said: string;
  /** Also of fields that pick nothing: text of records was seen. */
  strict: boolean;
}): string[] {
  const { input, inputSchema, said, strict } = options;
  const properties = (inputSchema.properties ?? {}) as Record<string, Property>;
  const missing: string[] = [];
  for (const [name, value] of Object.entries(input)) {
    const property = properties[name];
    const picks = Boolean(
      property?.['x-picker'] ?? property?.items?.['x-picker'],
    );
    if (!picks && !strict) continue;
    for (const text of textsIn(value)) {
      if (!picks && (isChoice(property, text) || isMoment(text))) continue;
      if (!isGrounded(text, said)) missing.push(text);
    }
  }
  return missing;
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value === 'object' && value !== null) {
    return Object.values(value).flatMap(textsIn);
  }
  return [];
}

function isChoice(property: Property | undefined, text: string): boolean {
  return Boolean(property?.enum?.includes(text));
}

function isMoment(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}/.test(text);
}

import type { NewThing } from './createCommand';
import { nameEnd } from './Rest';

const name = "(\\p{L}[\\p{L}.'-]*(?:\\s+\\p{L}[\\p{L}.'-]*){0,3}?)";

/** Words at the end of what companies are called. */
export const companyWords =
  /\b(?:inc|llc|ltd|gmbh|corp|co|company|ag|sa|plc|group|industries|systems|technologies|labs|partners|bank|university|solutions|holdings|international|limited|corporation|enterprises)\.?$/i;

/** "Jane Doe at Foo Inc": who it is, and where. */
export function personValues(
  { rest, values, here }: NewThing,
  object: 'Lead' | 'Contact',
): void {
  // "create a lead: Jane Doe, Foo Inc"
  rest.text = rest.text.replace(/^\s*[:-]\s*/, ' ');
  // "Ana Silva (Silva SA)": where somebody works
  rest.text = rest.text.replace(
    /\(((?:[^()@\d])+)\)/,
    (_whole, company: string) => ` at ${company},`,
  );
  // "for Acme Industries: Lisa Marie"
  rest.text = rest.text.replace(
    /^\s*for\s+(\p{Lu}[^:,"]*?)\s*:\s*(.+)$/u,
    (_whole, company: string, others: string) => ` ${others} , at ${company}`,
  );
  const companyField = object === 'Lead' ? 'Company' : 'AccountId';
  const company = rest.takeName(
    new RegExp(
      `\\b(?:at|from|of|with|to|for|under|in)\\s+(?:the\\s+)?(?:company|account|customer)\\s+"?([^",]+?)"?${nameEnd}`,
      'i',
    ),
    new RegExp(
      `\\b(?:company|account)\\s+(?:is\\s+|name\\s+(?:is\\s+)?|:\\s*)?"?([^",]+?)"?${nameEnd}`,
      'i',
    ),
    new RegExp(
      `\\b(?:to|at|from|of|for)\\s+(?:the\\s+)?"?([^",]+?)"?\\s+account\\b`,
      'i',
    ),
    new RegExp(
      `\\b(?:at|from|of|to)\\s+(?!me\\b|my\\b)"?([^",]+?)"?${nameEnd}`,
      'i',
    ),
  );
  if (company) values[companyField] = company;
  else if (object === 'Contact' && here?.object === 'Account') {
    values.AccountId = here.id;
  }
  const person = rest.takeName(
    new RegExp(
      `\\b(?:called|named|name(?:\\s+is)?)\\s+"?${name}"?${nameEnd}`,
      'iu',
    ),
    /^\s*(?:for\s+)?("[^"]+")/,
    ...(company
      ? [
          new RegExp(
            `^\\s*(?:for\\s+)?(?!with\\b|email\\b|at\\b|in\\b)${name}${nameEnd}`,
            'iu',
          ),
        ]
      : []),
    new RegExp(
      `^\\s*(?!for\\b|with\\b|email\\b|at\\b)(\\p{Lu}[\\p{L}.'-]*(?:\\s+\\p{Lu}[\\p{L}.'-]*)+)${nameEnd}`,
      'u',
    ),
  );
  const plainly =
    person ??
    rest.takeName(
      /^\s*(?:for\s+)?(?!for\b|with\b|at\b|in\b)(\p{L}[\p{L}'-]+\s+\p{L}[\p{L}'-]+)\s*(?=,|$)/u,
    );
  if (plainly) Object.assign(values, namesOf(plainly));
  if (!company && object === 'Lead') {
    leadWithoutCompany({ rest, values });
  }
  if (!values.LastName) {
    const email = /\b[^\s@,"]+@[^\s@,"]+\.\w+\b/.exec(rest.text)?.[0];
    const names = email && namesInAddress(email);
    if (names) Object.assign(values, namesOf(names));
  }
}

/** "a lead for Acme with …", "a lead for Jane Doe": which of both it is. */
function leadWithoutCompany({
  rest,
  values,
}: Pick<NewThing, 'rest' | 'values'>): void {
  const said = rest.takeName(
    new RegExp(`\\bfor\\s+"?([^",]+?)"?${nameEnd}`, 'i'),
  );
  if (!said) {
    const behind = values.LastName
      ? rest.takeName(new RegExp(`^\\s*,\\s*"?([^",]+?)"?${nameEnd}`, 'i'))
      : undefined;
    if (behind && !/@|\d{3}/.test(behind)) values.Company = behind;
    return;
  }
  const isPerson =
    !values.LastName &&
    /^\p{L}[\p{L}.'-]*(?:\s+\p{L}[\p{L}.'-]*){1,2}$/u.test(said) &&
    !companyWords.test(said);
  if (isPerson) Object.assign(values, namesOf(said));
  else values.Company = said;
}

/** First and last names. */
function namesOf(written: string): Record<string, string> {
  const parts = written.replace(/^"|"$/g, '').trim().split(/\s+/).map(capital);
  const last = parts[parts.length - 1];
  return {
    ...(parts.length > 1 ? { FirstName: parts.slice(0, -1).join(' ') } : {}),
    LastName: last,
  };
}

/** "jane.doe@foo.com" is Jane Doe; "info@foo.com" is nobody. */
function namesInAddress(email: string): string | undefined {
  const [local] = email.split('@');
  const parts = local.split(/[._-]+/).filter(part => /^\p{L}{2,}$/u.test(part));
  if (/^(?:info|sales|contact|hello|office|support|admin)$/i.test(local)) {
    return undefined;
  }
  return parts.length > 0 ? parts.map(capital).join(' ') : undefined;
}

function capital(word: string): string {
  return /^\p{Ll}/u.test(word) ? word[0].toUpperCase() + word.slice(1) : word;
}

/** "foo inc" is written "Foo Inc". */
export function companyName(written: string): string {
  return /\p{Lu}/u.test(written)
    ? written
    : written.split(' ').map(capital).join(' ');
}

import type {
  FieldDescription,
  ObjectDescription,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { fieldValue } from '../fieldValue';
import { Unclear } from '../Reading';

/** Values by field, and the words that said none. */
export interface SaidValues {
  values: Record<string, string | number | boolean | null>;
  rest: string;
}

/** Words for fields besides their labels. */
const nicknames: Record<string, string[]> = {
  stage: ['StageName'],
  value: ['Amount'],
  worth: ['Amount'],
  size: ['Amount'],
  budget: ['Amount'],
  'close date': ['CloseDate'],
  'closing date': ['CloseDate'],
  closing: ['CloseDate'],
  closes: ['CloseDate'],
  'closes on': ['CloseDate'],
  'closing on': ['CloseDate'],
  'close on': ['CloseDate'],
  'closing by': ['CloseDate'],
  'expected to close': ['CloseDate'],
  'due date': ['ActivityDate'],
  due: ['ActivityDate'],
  'due on': ['ActivityDate'],
  'due by': ['ActivityDate'],
  deadline: ['ActivityDate'],
  'phone number': ['Phone'],
  telephone: ['Phone'],
  'mobile number': ['MobilePhone'],
  mobile: ['MobilePhone'],
  'cell phone': ['MobilePhone'],
  'e-mail': ['Email', 'SuppliedEmail'],
  email: ['Email', 'SuppliedEmail'],
  'email address': ['Email', 'SuppliedEmail'],
  'e-mail address': ['Email', 'SuppliedEmail'],
  'job title': ['Title'],
  source: ['LeadSource'],
  'lead source': ['LeadSource'],
  revenue: ['AnnualRevenue'],
  headcount: ['NumberOfEmployees'],
  employees: ['NumberOfEmployees'],
  arr: ['ARR__c'],
  city: ['BillingCity', 'MailingCity', 'City'],
  country: ['BillingCountry', 'MailingCountry', 'Country'],
  'billing city': ['BillingCity'],
  'billing country': ['BillingCountry'],
  owner: ['OwnerId'],
  'assigned to': ['OwnerId'],
  'assign it to': ['OwnerId'],
  'owned by': ['OwnerId'],
  account: ['AccountId', 'Account__c'],
  contact: ['ContactId'],
  company: ['Company'],
  subject: ['Subject'],
  description: ['Description'],
  notes: ['Description'],
  'next step': ['NextStep'],
  'last name': ['LastName'],
  'first name': ['FirstName'],
};

/** A word that names a field, where it stands. */
interface Marker {
  field: FieldDescription;
  start: number;
  end: number;
}

/** Words that turn what is said around; a text with them is put in quotes. */
const turning =
  /\b(?:but|except|unless|instead|rather|don't|dont|do not|not|if)\b/i;

/** What may stand between a field and its value. */
const between =
  /^\s*(?:(?:should be|will be|is now|is|are|to be|to|as|at|of|into|with|for)\b|=|:)?\s*/i;

/** What may stand behind a value, before the next field. */
const behind =
  /[\s,;]*(?:,|;|\band\b|\bwith\b|\ban?\b|\bthe\b|\bits\b|\bhis\b|\bher\b|\balso\b|\bset\b|\bchange\b|\bupdate\b|\bhas\b|\bits\b)*[\s,;.!]*$/i;

/** A text in which nothing that stands in quotes is read; as long as before. */
function masked(text: string): string {
  return text.replace(
    /"[^"]*"/g,
    quoted => `"${'\u0001'.repeat(quoted.length - 2)}"`,
  );
}

/**
 * The values that a text gives to fields: "amount 50k, closing next Friday",
 * "the stage to Closed Won and the next step to Call". A field that is named
 * and given nothing that it takes is asked back. Pure.
 */
export function saidValues(options: {
  text: string;
  description: ObjectDescription;
  right: 'create' | 'edit';
  /** The wall clock of the person. */
  now: Date;
  /** Fields that are not read here. */
  except?: string[];
}): SaidValues {
  const { text, description, right, now, except = [] } = options;
  const fields = description.fields.filter(
    field =>
      (right === 'create' ? field.createable : field.updateable) &&
      !except.includes(field.name),
  );
  const markers = markersIn(text, fields, description);
  let values: SaidValues['values'] = {};
  let rest = text;
  for (const [at, marker] of [...markers.entries()].reverse()) {
    const stop = markers[at + 1]?.start ?? text.length;
    const raw = text.slice(marker.end, stop);
    const lead = between.exec(raw)?.[0].length ?? 0;
    const said = raw.slice(lead).replace(behind, '').trim();
    const isShift = /^by\s+(?:an?|\d+|one|two|three|four|a couple)\b/i.test(
      said,
    );
    if (isShift && !/\bby$/i.test(text.slice(marker.start, marker.end))) {
      throw new Unclear(
        `Say what ${marker.field.label} should be, not by how much it moves.`,
      );
    }
    const { value, length } = valueAtStart(marker.field, said, now);
    if (value === undefined) {
      throw new Unclear(refusalOf(marker.field, said));
    }
    // from the last to the first, so that places in the text stay what they are
    values = { [marker.field.name]: value, ...values };
    const from = marker.end + lead + length;
    rest = `${rest.slice(0, marker.start)} ${rest.slice(from)}`;
  }
  return { values, rest };
}

function markersIn(
  text: string,
  fields: FieldDescription[],
  description: ObjectDescription,
): Marker[] {
  const plain = masked(text).toLowerCase();
  const found: Marker[] = [];
  const note = (field: FieldDescription, words: string) => {
    const pattern = new RegExp(
      `(?<![\\p{L}\\p{N}'])(?:the\\s+|its\\s+)?${words.replace(
        /[.*+?^${}()|[\]\\]/g,
        '\\$&',
      )}(?![\\p{L}\\p{N}_])`,
      'giu',
    );
    for (const hit of plain.matchAll(pattern)) {
      found.push({ field, start: hit.index, end: hit.index + hit[0].length });
    }
  };
  const own = description.label.toLowerCase();
  for (const field of fields) {
    const label = field.label.toLowerCase();
    const names = new Set([
      label,
      field.name.toLowerCase(),
      ...(label.startsWith(`${own} `) ? [label.slice(own.length + 1)] : []),
      ...(field.custom
        ? [field.name.replace(/__c$/, '').replace(/_/g, ' ').toLowerCase()]
        : []),
    ]);
    for (const words of names) {
      // "name", "type" and the object itself are said without meaning a field
      if (words.length < 3 || words === own) continue;
      if (['name', 'full name', 'account id', 'created by'].includes(words)) {
        continue;
      }
      note(field, words);
    }
  }
  for (const [words, candidates] of Object.entries(nicknames)) {
    const field = candidates
      .map(name => fields.find(each => each.name === name))
      .find(each => each !== undefined);
    if (field && words !== own) note(field, words);
  }
  // the longest words first; nothing twice
  found.sort(
    (left, right) =>
      right.end - right.start - (left.end - left.start) ||
      Number(left.field.custom) - Number(right.field.custom),
  );
  const kept: Marker[] = [];
  for (const marker of found) {
    const overlaps = kept.some(
      ({ start, end }) => marker.start < end && start < marker.end,
    );
    const isNamed = kept.some(({ field }) => field.name === marker.field.name);
    if (!overlaps && !isNamed && takesValue(text, marker)) {
      kept.push(marker);
    }
  }
  return kept.sort((left, right) => left.start - right.start);
}

/** A picklist's own value, such as "Contact" in "Lead source Contact us", is no field. */
function takesValue(text: string, marker: Marker): boolean {
  const after = text.slice(marker.end).trim();
  return after.length > 0 && !/^(?:,|;|\.|and\b)/i.test(after);
}

/** The longest beginning of a text that the field takes. */
function valueAtStart(
  field: FieldDescription,
  said: string,
  now: Date,
): { value: string | number | boolean | null | undefined; length: number } {
  const quoted = /^"([^"]*)"/.exec(said);
  if (quoted) {
    return {
      value: valueOf(field, quoted[1], now),
      length: quoted[0].length,
    };
  }
  if (/^(?:empty|nothing|blank)$/i.test(said) && field.nillable) {
    return { value: null, length: said.length };
  }
  if (isFree(field)) {
    if (turning.test(said)) return { value: undefined, length: 0 };
    return { value: said || undefined, length: said.length };
  }
  const words = [...said.matchAll(/\S+/g)];
  for (let count = Math.min(words.length, 8); count > 0; count -= 1) {
    const last = words[count - 1];
    const part = said.slice(0, last.index + last[0].length);
    const value = valueOf(field, part.replace(/[.,;!]+$/, ''), now);
    if (value !== undefined) return { value, length: part.length };
  }
  return { value: undefined, length: 0 };
}

function valueOf(field: FieldDescription, text: string, now: Date) {
  if (/^(?:empty|nothing|blank|none)$/i.test(text) && field.nillable) {
    return null;
  }
  if (field.type === 'email') {
    return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? text : undefined;
  }
  if (field.type === 'phone') {
    return /^[+()\d][\d\s()./-]{4,}(?:x\d+)?$/.test(text)
      ? text.trim()
      : undefined;
  }
  if (field.type === 'reference') return text || undefined;
  if (field.type === 'datetime') return undefined;
  return fieldValue({ field, text, now });
}

/** Texts and names end where the next field begins. */
function isFree({ type }: FieldDescription): boolean {
  return ['string', 'textarea', 'reference', 'combobox', 'url'].includes(type);
}

function refusalOf(field: FieldDescription, said: string): string {
  const options = field.picklistValues.filter(({ active }) => active);
  const label = field.label.replace(/ ID$/, '');
  if (!said) return `What should ${label} be?`;
  return options.length > 0
    ? `“${said}” is no value of ${label}. There is: ${options
        .slice(0, 20)
        .map(each => each.label)
        .join(', ')}.`
    : `I cannot read “${said}” as ${label}.`;
}

import type { Option } from '@salesdesk/backstage-plugin-salesforce-common';
import type { ObjectDescription } from '@salesdesk/backstage-plugin-salesforce-node';

/** Pickers whose choices are values of a field of User. */
export type ValuePicker =
  | 'time-zone'
  | 'locale'
  | 'language'
  | 'email-encoding';

const fields: Record<ValuePicker, { name: string; title: string }> = {
  'time-zone': { name: 'TimeZoneSidKey', title: 'time zone' },
  locale: { name: 'LocaleSidKey', title: 'locale' },
  language: { name: 'LanguageLocaleKey', title: 'language' },
  'email-encoding': { name: 'EmailEncodingKey', title: 'e-mail encoding' },
};

export function titleOf(picker: ValuePicker): string {
  return fields[picker].title;
}

/** What this org allows: the values differ between orgs and languages. */
export function valuesOf(
  picker: ValuePicker,
  user: ObjectDescription,
): Option[] {
  const field = user.fields.find(({ name }) => name === fields[picker].name);
  return (field?.picklistValues ?? [])
    .filter(({ active }) => active)
    .map(({ value, label }) => ({ value, label }));
}

/** What people in the United States say, whether or not it is summer. */
const spoken: Record<string, string> = {
  et: 'America/New_York',
  est: 'America/New_York',
  edt: 'America/New_York',
  eastern: 'America/New_York',
  ct: 'America/Chicago',
  cst: 'America/Chicago',
  cdt: 'America/Chicago',
  central: 'America/Chicago',
  mt: 'America/Denver',
  mst: 'America/Denver',
  mdt: 'America/Denver',
  mountain: 'America/Denver',
  pt: 'America/Los_Angeles',
  pst: 'America/Los_Angeles',
  pdt: 'America/Los_Angeles',
  pacific: 'America/Los_Angeles',
  cet: 'Europe/Paris',
  cest: 'Europe/Paris',
};

/** The name that ICU gives a zone: US/Eastern is America/New_York. */
function canonicalZone(zone: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', {
      timeZone: zone,
    }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

const squeezed = (text: string) =>
  text.toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, '');

/**
 * The allowed value that a reference means: the value itself or its label in
 * any casing, a legacy or alternative name of a time zone, a city, a locale
 * with a dash. Undefined when none fits. Pure.
 */
export function findValue(options: {
  picker: ValuePicker;
  reference: string;
  values: Option[];
}): string | undefined {
  const { picker, reference, values } = options;
  const wanted = squeezed(reference);
  const same = values.find(
    ({ value, label }) =>
      squeezed(value) === wanted || squeezed(label) === wanted,
  );
  if (same) return same.value;
  if (picker === 'time-zone') return findTimeZone(reference, values);
  if (picker === 'language') {
    // a language that the org knows without its country
    const [language] = reference.toLowerCase().split(/[-_]/);
    return values.find(({ value }) => value.toLowerCase() === language)?.value;
  }
  return undefined;
}

function findTimeZone(reference: string, values: Option[]): string | undefined {
  const word = reference.trim().toLowerCase();
  const zone = canonicalZone(spoken[word] ?? reference.trim());
  const canonical =
    zone && values.find(({ value }) => canonicalZone(value) === zone);
  if (canonical) return canonical.value;
  const city = `/${word.replace(/\s+/g, '_')}`;
  const cities = values.filter(({ value }) =>
    value.toLowerCase().endsWith(city),
  );
  return cities.length === 1 ? cities[0].value : undefined;
}

import type { DraftRow } from '../../core/types';
import { industries, leadSources } from '../../schema/objects/picklists';
import type { LoadContext } from '../LoadContext';
import { cultures } from '../people/cultures';
import { addressPart } from '../people/inventPeople';
import type { CompanyNames } from './companyNames';
import { otherCountries } from './places';

const titles = [
  'VP Operations',
  'Head of Procurement',
  'IT Manager',
  'Chief Financial Officer',
  'Purchasing Agent',
  'Managing Director',
  'Plant Manager',
  'Office Manager',
];

/** An account that is already there. */
export interface AccountRef {
  readonly id: string;
  readonly ownerId: string;
  readonly name: string;
}

/** Loads people at companies; returns their ids and accounts. */
export function loadContacts(
  { org, random, time }: LoadContext,
  options: { accounts: readonly AccountRef[]; count: number },
): { id: string; accountId: string }[] {
  const { accounts, count } = options;
  const rows = Array.from({ length: count }, (_, index): DraftRow => {
    const account = accounts[index % accounts.length];
    const person = personFields(random);
    return {
      ...person,
      AccountId: account.id,
      OwnerId: account.ownerId,
      Title: random.pick(titles),
      Department: random.pick(['Operations', 'Finance', 'IT', 'Purchasing']),
      Email: `${addressPart(String(person.FirstName))}.${addressPart(
        String(person.LastName),
      )}@${addressPart(account.name).slice(0, 30)}.example`,
      Phone: `+1 555 ${random.integer(100, 999)} ${random.integer(1000, 9999)}`,
      LeadSource: random.pick(leadSources),
      CreatedDate: time.datetime(-5 - random.next() * 1200),
    };
  });
  const ids = org.store.load('Contact', rows);
  return ids.map((id, index) => ({
    id,
    accountId: String(rows[index].AccountId),
  }));
}

/** Loads leads, open for the most part. */
export function loadLeads(
  { org, random, time }: LoadContext,
  options: {
    count: number;
    ownerIds: readonly string[];
    names: CompanyNames;
  },
): void {
  const { count, ownerIds, names } = options;
  org.store.load(
    'Lead',
    Array.from({ length: count }, (): DraftRow => {
      const country = random.pick(otherCountries);
      const person = personFields(random);
      return {
        ...person,
        Company: names.next(country),
        Title: random.pick(titles),
        Email: `${addressPart(String(person.FirstName))}.${addressPart(
          String(person.LastName),
        )}@prospect.example`,
        Phone: `${country.phonePrefix}555 ${random.integer(1000, 9999)}`,
        Country: country.name,
        City: random.pick(country.places).city,
        Industry: random.pick(industries),
        Rating: random.pick(['Hot', 'Warm', 'Cold']),
        LeadSource: random.pick(leadSources),
        Status: random.pick([
          'Open - Not Contacted',
          'Open - Not Contacted',
          'Working - Contacted',
          'Working - Contacted',
          'Closed - Not Converted',
        ]),
        NumberOfEmployees: random.integer(5, 4000),
        OwnerId: random.pick(ownerIds),
        IsUnreadByOwner: random.chance(0.4),
        CreatedDate: time.datetime(-random.next() * 300),
      };
    }),
  );
}

function personFields(random: LoadContext['random']): DraftRow {
  const culture = random.pick(cultures);
  return {
    Salutation: random.chance(0.5) ? random.pick(['Mr.', 'Ms.', 'Dr.']) : null,
    FirstName: random.pick(culture.firstNames),
    LastName: random.pick(culture.lastNames),
  };
}

import type { DraftRow } from '../../core/types';
import { industries } from '../../schema/objects/picklists';
import type { LoadContext } from '../LoadContext';
import type { CompanyNames } from './companyNames';
import { germany, otherCountries, type Country } from './places';

const types = [
  'Prospect',
  'Customer - Direct',
  'Customer - Channel',
  'Technology Partner',
  'Other',
];

/**
 * Rows of made-up companies, the first of them in Germany. Two in three are
 * customers with recurring revenue, of all sizes.
 */
export function inventAccounts(
  context: LoadContext,
  options: {
    count: number;
    inGermany: number;
    /** Who owns the account with this number. */
    ownerOf: (index: number) => string;
    names: CompanyNames;
  },
): DraftRow[] {
  const { random } = context;
  const { count, inGermany, ownerOf, names } = options;
  return Array.from({ length: count }, (_, index) => {
    const country = index < inGermany ? germany : random.pick(otherCountries);
    return {
      ...companyRow(context, { name: names.next(country), country }),
      OwnerId: ownerOf(index),
    };
  });
}

/** A company with everything but an owner. */
export function companyRow(
  { random, time }: LoadContext,
  options: { name: string; country: Country },
): DraftRow {
  const { name, country } = options;
  const type = random.pick(types);
  const isCustomer = type.startsWith('Customer');
  const employees = Math.round(10 ** (1 + random.next() * 3.3));
  const phone = `${country.phonePrefix}${random.integer(100, 999)} 555-${String(
    random.integer(0, 9999),
  ).padStart(4, '0')}`;
  return {
    Name: name,
    Type: type,
    Industry: random.pick(industries),
    Rating: random.pick(['Hot', 'Warm', 'Cold']),
    Ownership: random.pick(['Public', 'Private', 'Subsidiary', 'Other']),
    AnnualRevenue: random.chance(0.9)
      ? employees * random.integer(60, 400) * 1000
      : null,
    NumberOfEmployees: employees,
    ARR__c: isCustomer ? random.integer(8, 400) * 1000 : null,
    Phone: phone,
    Website: `https://www.${name
      .normalize('NFD')
      .replace(/[^A-Za-z0-9]/g, '')
      .toLowerCase()}.example`,
    AccountSource: random.pick(['Web', 'Phone Inquiry', 'Partner Referral']),
    AccountNumber: `A-${random.integer(100000, 999999)}`,
    ...billingAddress(random, country),
    CreatedDate: time.datetime(-30 - random.next() * 1500),
  };
}

function billingAddress(
  random: LoadContext['random'],
  country: Country,
): DraftRow {
  const { city, state, postalCode } = random.pick(country.places);
  return {
    BillingStreet: `${random.pick(country.streets)} ${random.integer(1, 240)}`,
    BillingCity: city,
    BillingState: state || null,
    BillingPostalCode: postalCode,
    BillingCountry: country.name,
  };
}

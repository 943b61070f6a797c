import type { SeededRandom } from '../SeededRandom';
import { cultures, type Culture } from './cultures';
import type { UniqueNames } from './UniqueNames';

/** A made-up person: a name, an address that nobody else has, a culture. */
export interface InventedPerson {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly culture: Culture;
}

const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ł: 'l',
  Ł: 'l',
  ø: 'o',
  ı: 'i',
  æ: 'ae',
};

/** What an address makes of a name: `d'Aubigny` becomes `daubigny`. */
export function addressPart(name: string): string {
  return name
    .replace(/[ßłŁøıæ]/g, letter => letters[letter])
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase();
}

/** Makes up people with addresses that differ from each other and from those taken. */
export function inventPeople(options: {
  random: SeededRandom;
  count: number;
  domain: string;
  /** Remembers the addresses that somebody has. */
  addresses: UniqueNames;
}): InventedPerson[] {
  const { random, count, domain, addresses } = options;
  return Array.from({ length: count }, () => {
    const culture = random.pick(cultures);
    const firstName = random.pick(culture.firstNames);
    const lastName = random.pick(culture.lastNames);
    const base = `${addressPart(firstName)}.${addressPart(lastName)}`;
    const email = addresses.take(
      base,
      number => `${base}${number === 1 ? '' : number}@${domain}`,
    );
    return { firstName, lastName, email, culture };
  });
}

import { SalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import { readGoverned } from '../../database/operations/inventory/access';
import { closest } from '../closest';

interface Place {
  knex: Knex;
  orgId: string;
}

/**
 * An object as the org writes it. Of a name that the org does not have, nobody
 * is told who may delete its records: whoever may modify all data would seem to.
 * Throws InputError.
 */
export async function knownObject(place: Place, name: string): Promise<string> {
  const { found, similar } = await lookUp({ ...place, of: 'object', name });
  if (found) return found;
  throw refusal(
    `No profile and no permission set of this org speaks of an object '${name}'`,
    'object',
    similar,
  );
}

/** A field as the org writes it. Throws InputError. */
export async function knownField(place: Place, name: string): Promise<string> {
  const { found, similar } = await lookUp({ ...place, of: 'field', name });
  if (found) return found;
  throw refusal(
    `No profile and no permission set of this org speaks of a field '${name}'. Fields that every record needs are seen by whoever may read the object`,
    'field',
    similar,
  );
}

async function lookUp(
  options: Place & { of: 'object' | 'field'; name: string },
) {
  const { name } = options;
  const names = await readGoverned(options);
  const wanted = name.toLowerCase();
  return {
    // before the first sync nothing is known, and nobody is answered
    found:
      names.length === 0
        ? name
        : names.find(known => known.toLowerCase() === wanted),
    similar: closest({
      words: name,
      items: names,
      nameOf: known => known,
      limit: 3,
    }),
  };
}

function refusal(
  problem: string,
  path: string,
  similar: string[],
): SalesdeskError {
  const message =
    similar.length > 0
      ? `${problem}. Did you mean ${similar.join(', ')}?`
      : problem;
  return new SalesdeskError('InputError', message, {
    code: 'invalid_input',
    fields: [{ path, message }],
  });
}

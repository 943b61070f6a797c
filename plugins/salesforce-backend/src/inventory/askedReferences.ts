import type { CatalogPerson, PersonService } from '../people';
import type { NamingProblems } from './NamingProblems';
import { parseUserReference, type UserReference } from './parseUserReference';

/** A reference with where it stands and whom of the catalog it names. */
export interface AskedReference {
  path: string;
  reference: string;
  parsed: UserReference;
  /** People of the catalog whom it names. */
  people: CatalogPerson[];
}

/** Reads references and looks up the people and groups that they name. */
export async function askReferences(options: {
  references: Array<{ path: string; reference: string }>;
  requesterRef: string;
  people: PersonService;
  problems: NamingProblems;
}): Promise<AskedReference[]> {
  const { references, requesterRef, people, problems } = options;
  return Promise.all(
    references.map(async ({ path, reference }) => {
      const asked: AskedReference = {
        path,
        reference,
        parsed: parseUserReference({ reference, requesterRef }),
        people: [],
      };
      const { parsed } = asked;
      if (parsed.kind === 'person') {
        const person = await findPerson(people, parsed.ref);
        if (person) asked.people.push(person);
        else problems.unknown({ ...asked, what: 'person in the catalog' });
      } else if (parsed.kind === 'catalog_group') {
        asked.people.push(...(await people.membersOf(parsed.ref)));
        if (asked.people.length === 0) {
          problems.unknown({ ...asked, what: 'catalog group with members' });
        }
      }
      return asked;
    }),
  );
}

async function findPerson(
  people: PersonService,
  ref: string,
): Promise<CatalogPerson | undefined> {
  try {
    return await people.find(ref);
  } catch (error) {
    // what has the prefix but not the form of an entity ref names nobody
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

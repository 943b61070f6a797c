import type { AuthService } from '@backstage/backend-plugin-api';
import {
  RELATION_MEMBER_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Knex } from 'knex';
import {
  deletePeopleBefore,
  readUsersToMatch,
  storePeople,
  writePersonsOfUsers,
  type StoredPerson,
} from '../../database/operations/inventory/people';
import type { PersonService } from '../../people';
import { plain } from '../closest';

const peoplePerPage = 500;
const usersPerPage = 2000;
const longestFact = 2000;

/** Where an annotation or a profile says who leads a person. */
const managerAnnotation = 'salesdesk.io/manager';

/** Copies the people of the catalog for boards, and says which users they are. */
export class PeopleSync {
  readonly #knex: Knex;
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #persons: Pick<PersonService, 'personsOfUsers'>;
  readonly #now: () => Date;

  static create(options: {
    knex: Knex;
    catalog: CatalogService;
    auth: AuthService;
    persons: Pick<PersonService, 'personsOfUsers'>;
    now: () => Date;
  }): PeopleSync {
    return new PeopleSync(options);
  }

  private constructor(options: {
    knex: Knex;
    catalog: CatalogService;
    auth: AuthService;
    persons: Pick<PersonService, 'personsOfUsers'>;
    now: () => Date;
  }) {
    this.#knex = options.knex;
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#persons = options.persons;
    this.#now = options.now;
  }

  async run(orgId: string): Promise<void> {
    await this.#copyPeople();
    await this.#matchUsers(orgId);
  }

  async #copyPeople(): Promise<void> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const at = this.#now().toISOString();
    let cursor: string | undefined;
    do {
      const page = await this.#catalog.queryEntities(
        cursor
          ? { cursor, limit: peoplePerPage }
          : { filter: { kind: 'User' }, limit: peoplePerPage },
        { credentials },
      );
      await storePeople({
        knex: this.#knex,
        people: page.items.map(entity => toStoredPerson(entity, at)),
      });
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    await deletePeopleBefore({ knex: this.#knex, before: at });
  }

  async #matchUsers(orgId: string): Promise<void> {
    const knex = this.#knex;
    let after: string | undefined;
    for (;;) {
      const users = await readUsersToMatch({
        knex,
        orgId,
        after,
        limit: usersPerPage,
      });
      if (users.length === 0) return;
      after = users[users.length - 1].id;
      const persons = await this.#persons.personsOfUsers({
        orgId,
        users: users.map(user => ({
          id: user.id,
          username: user.username ?? '',
          email: user.email ?? '',
          federationId: user.federation_identifier,
        })),
      });
      await writePersonsOfUsers({
        knex,
        orgId,
        persons: users
          .map(user => ({
            id: user.id,
            before: user.person_ref,
            personRef: persons.get(user.id) ?? null,
          }))
          .filter(({ before, personRef }) => before !== personRef),
      });
    }
  }
}

function toStoredPerson(entity: Entity, at: string): StoredPerson {
  const profile =
    typeof entity.spec?.profile === 'object' && entity.spec.profile !== null
      ? (entity.spec.profile as Record<string, unknown>)
      : {};
  const displayName = String(
    profile.displayName ?? entity.metadata.title ?? entity.metadata.name,
  );
  const annotations = entity.metadata.annotations ?? {};
  const facts: Record<string, string> = {};
  for (const [name, value] of Object.entries(annotations)) {
    facts[name.slice(0, 255)] = String(value).slice(0, longestFact);
  }
  for (const [name, value] of Object.entries(entity.metadata.labels ?? {})) {
    facts[`label:${name}`.slice(0, 255)] = String(value).slice(0, longestFact);
  }
  return {
    person_ref: stringifyEntityRef(entity).toLocaleLowerCase('en-US'),
    display_name: displayName,
    sort_name: plain(displayName),
    email: typeof profile.email === 'string' ? profile.email : null,
    manager_ref:
      annotations[managerAnnotation]?.toLocaleLowerCase('en-US') ?? null,
    groups: (entity.relations ?? [])
      .filter(({ type }) => type === RELATION_MEMBER_OF)
      .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US'))
      .sort()
      .join('\n'),
    lifecycle:
      typeof entity.spec?.lifecycle === 'string' ? entity.spec.lifecycle : null,
    synced_at: at,
    facts,
  };
}

import type { AuthService } from '@backstage/backend-plugin-api';
import {
  parseEntityRef,
  RELATION_CHILD_OF,
  RELATION_HAS_MEMBER,
  RELATION_PARENT_OF,
  type Entity,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Person } from '@salesdesk/backstage-plugin-salesforce-common';
import {
  candidateFilter,
  normalised,
  related,
  toPerson,
  toShown,
} from './catalogEntities';
import type { LinkTable } from './LinkTable';
import { managerAnnotation } from './matchUsers';
import { ownersOfUsers } from './ownersOfUsers';
import type {
  CatalogPerson,
  MatchableUser,
  PersonService,
} from './PersonService';
import { TimedCache } from './TimedCache';

const lifetime = 30_000;
const refsPerQuery = 500;
/** The catalog's filter stands in a URL, of which servers take 16 KB. */
const usersPerFilter = 15;
const peoplePerPage = 1000;
/** Hierarchies of groups end; a loop in the catalog must too. */
const deepestGroup = 50;

/**
 * People and groups from the host's catalog, asked as the plugin itself, so
 * that who may see whom in the catalog does not change who is whom. Entities
 * are kept for half a minute.
 */
export class CatalogPersonService implements PersonService {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #byEmail: boolean;
  readonly #links: () => Promise<LinkTable>;
  readonly #entities: TimedCache<Entity | undefined>;
  readonly #members: TimedCache<CatalogPerson[]>;
  readonly #everyone: TimedCache<CatalogPerson[]>;

  static create(options: {
    catalog: CatalogService;
    auth: AuthService;
    /** `salesforce.matching.byEmail` */
    byEmail: boolean;
    /** Who was settled to be who. */
    links: () => Promise<LinkTable>;
    now: () => Date;
  }): CatalogPersonService {
    return new CatalogPersonService(options);
  }

  private constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    byEmail: boolean;
    links: () => Promise<LinkTable>;
    now: () => Date;
  }) {
    const { now } = options;
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#byEmail = options.byEmail;
    this.#links = options.links;
    this.#entities = new TimedCache({ now, lifetime, maximum: 20_000 });
    this.#members = new TimedCache({ now, lifetime, maximum: 200 });
    this.#everyone = new TimedCache({ now, lifetime, maximum: 1 });
  }

  async find(ref: string): Promise<CatalogPerson | undefined> {
    const [[entity], links] = await Promise.all([
      this.#read([normalised(ref, 'user')]),
      this.#links(),
    ]);
    return entity && withLinks(toPerson(entity), links);
  }

  async describe(refs: string[]): Promise<Person[]> {
    const normal = refs.map(ref => normalised(ref, 'user'));
    const entities = await this.#read(normal);
    return normal.map((ref, position) => {
      const entity = entities[position];
      return entity
        ? toShown(entity)
        : { ref, displayName: nameWithoutEntity(ref) };
    });
  }

  async groupsOf(ref: string): Promise<string[]> {
    const person = await this.find(ref);
    const groups = new Set<string>();
    let level = person?.directGroups ?? [];
    for (let depth = 0; level.length > 0 && depth < deepestGroup; depth += 1) {
      const unseen = level.filter(group => !groups.has(group));
      unseen.forEach(group => groups.add(group));
      const entities = await this.#read(unseen);
      level = entities.flatMap(group => related(group, RELATION_CHILD_OF));
    }
    return [...groups];
  }

  async managerOf(ref: string): Promise<string | undefined> {
    const normal = normalised(ref, 'user');
    const person = await this.find(normal);
    if (!person) return undefined;
    const own = person.annotations[managerAnnotation];
    const manager = own && normalised(own, 'user');
    // At the top of a company somebody may be written down as their own.
    if (manager && manager !== normal) return manager;
    for (const group of await this.#read(person.directGroups)) {
      const leader =
        group?.metadata.annotations?.[managerAnnotation] ??
        // no relation of the standard model says who leads; these are in use
        ['ledBy', 'hasLeader', 'managedBy'].flatMap(type =>
          related(group, type),
        )[0];
      const found = leader && normalised(leader, 'user');
      if (found && found !== normal) return found;
    }
    return undefined;
  }

  async findGroup(groupRef: string): Promise<Person | undefined> {
    const [entity] = await this.#read([normalised(groupRef, 'group')]);
    return entity?.kind.toLowerCase() === 'group' ? toShown(entity) : undefined;
  }

  async membersOf(groupRef: string): Promise<CatalogPerson[]> {
    const ref = normalised(groupRef, 'group');
    const links = await this.#links();
    const members = await this.#members.get(ref, async () => {
      const groups = new Set<string>();
      const people = new Set<string>();
      let level = [ref];
      for (
        let depth = 0;
        level.length > 0 && depth < deepestGroup;
        depth += 1
      ) {
        const unseen = level.filter(group => !groups.has(group));
        unseen.forEach(group => groups.add(group));
        const entities = await this.#read(unseen);
        entities
          .flatMap(group => related(group, RELATION_HAS_MEMBER))
          .forEach(member => people.add(member));
        level = entities.flatMap(group => related(group, RELATION_PARENT_OF));
      }
      return (await this.#read([...people]))
        .map(entity => entity && toPerson(entity))
        .filter(person => person !== undefined);
    });
    return members.map(person => ({ ...person, links }));
  }

  async personsOfUsers(options: {
    orgId: string;
    users: MatchableUser[];
  }): Promise<Map<string, string>> {
    const { orgId, users } = options;
    const links = await this.#links();
    const candidates = await this.#candidates(orgId, users);
    const persons = ownersOfUsers({
      orgId,
      users,
      people: candidates.map(person => ({ ...person, links })),
      byEmail: this.#byEmail,
    });
    for (const { id } of users) {
      const linked = links.personOf(orgId, id);
      if (linked) persons.set(id, linked);
    }
    return persons;
  }

  async listPeople(options: {
    search?: string;
    offset: number;
    limit: number;
  }): Promise<{ people: CatalogPerson[]; hasMore: boolean }> {
    const { search, offset, limit } = options;
    const [{ items, totalItems }, links] = await Promise.all([
      this.#catalog.queryEntities(
        {
          filter: { kind: 'User' },
          ...(search
            ? {
                fullTextFilter: {
                  term: search,
                  fields: [
                    'metadata.name',
                    'spec.profile.displayName',
                    'spec.profile.email',
                  ],
                },
              }
            : {}),
          orderFields: [{ field: 'metadata.name', order: 'asc' }],
          offset,
          limit,
        },
        { credentials: await this.#auth.getOwnServiceCredentials() },
      ),
      this.#links(),
    ]);
    return {
      people: items
        .map(entity => withLinks(toPerson(entity), links))
        .filter(person => person !== undefined),
      hasMore: offset + items.length < totalItems,
    };
  }

  /** People who could be any of these users, by every key that may match. */
  async #candidates(
    orgId: string,
    users: MatchableUser[],
  ): Promise<CatalogPerson[]> {
    if (users.length > usersPerFilter) {
      return this.#everyone.get('', () => this.#readEveryone());
    }
    const { items } = await this.#catalog.getEntities(
      { filter: candidateFilter({ orgId, users }) },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    return items
      .map(entity => toPerson(entity))
      .filter(person => person !== undefined);
  }

  /** All people of the catalog: for many users, a few pages beat many filters. */
  async #readEveryone(): Promise<CatalogPerson[]> {
    const people: CatalogPerson[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.#catalog.queryEntities(
        cursor === undefined
          ? { filter: { kind: 'User' }, limit: peoplePerPage }
          : { cursor, limit: peoplePerPage },
        { credentials: await this.#auth.getOwnServiceCredentials() },
      );
      for (const entity of page.items) {
        const person = toPerson(entity);
        if (person) people.push(person);
      }
      cursor = page.pageInfo.nextCursor;
    } while (cursor !== undefined);
    return people;
  }

  /** Entities in the order of the refs; those not kept in few queries. */
  async #read(refs: string[]): Promise<Array<Entity | undefined>> {
    const missing = [...new Set(refs)].filter(ref => !this.#entities.peek(ref));
    for (let start = 0; start < missing.length; start += refsPerQuery) {
      const part = missing.slice(start, start + refsPerQuery);
      const reading = this.#auth
        .getOwnServiceCredentials()
        .then(credentials =>
          this.#catalog.getEntitiesByRefs(
            { entityRefs: part },
            { credentials },
          ),
        );
      part.forEach((ref, position) => {
        // the cache drops what fails; each asker sees the failure
        void this.#entities
          .get(ref, () => reading.then(({ items }) => items[position]))
          .catch(() => {});
      });
    }
    return Promise.all(
      refs.map(ref =>
        this.#entities.get(ref, async () => {
          const { items } = await this.#catalog.getEntitiesByRefs(
            { entityRefs: [ref] },
            { credentials: await this.#auth.getOwnServiceCredentials() },
          );
          return items[0];
        }),
      ),
    );
  }
}

function withLinks(
  person: CatalogPerson | undefined,
  links: LinkTable,
): CatalogPerson | undefined {
  return person && { ...person, links };
}

function nameWithoutEntity(ref: string): string {
  const { kind, name } = parseEntityRef(ref);
  return kind === 'plugin' ? 'Salesdesk' : name;
}

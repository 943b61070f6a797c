import {
  SalesdeskError,
  type OrgPeoplePage,
  type OrgPerson,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import type { AuditLog } from '../audit/AuditLog';
import { deleteConflicts } from '../database/operations/linkConflicts/deleteConflicts';
import { listConflicts } from '../database/operations/linkConflicts/listConflicts';
import { putConflict } from '../database/operations/linkConflicts/putConflict';
import { deleteLink } from '../database/operations/userLinks/deleteLink';
import { listLinks } from '../database/operations/userLinks/listLinks';
import { putLink } from '../database/operations/userLinks/putLink';
import type { LinkConflictRow } from '../database/tables';
import type { GatewayProvider } from '../orgs/GatewayProvider';
import { LinkableUsers } from './LinkableUsers';
import { linkEntry } from './linkEntry';
import { LinkTable } from './LinkTable';
import { matchKeysOf } from './matchUsers';
import type { CatalogPerson, PersonService } from './PersonService';
import { toOrgPeople } from './toOrgPeople';
import { userKeysOf } from './userConditions';

const peoplePerPage = 50;

/** @see PersonLinks */
export interface PersonLinksOptions {
  knex: Knex;
  auditLog: AuditLog;
  people: PersonService;
  gateways: Pick<GatewayProvider, 'forOrg'>;
  /** Ends a person's own connection, whose user may be another one now. */
  endPersonalConnection(options: {
    personRef: string;
    orgId: string;
    actor: string;
  }): Promise<unknown>;
  now: () => Date;
}

/** Who is who, as far as somebody has to say it. */
export class PersonLinks {
  readonly #options: PersonLinksOptions;
  readonly #users: LinkableUsers;

  static create(options: PersonLinksOptions): PersonLinks {
    return new PersonLinks(options);
  }

  private constructor(options: PersonLinksOptions) {
    this.#options = options;
    this.#users = new LinkableUsers(options);
  }

  async list(options: {
    orgId: string;
    search?: string;
    offset: number;
  }): Promise<OrgPeoplePage> {
    const { orgId, search, offset } = options;
    const { knex, people } = this.#options;
    const [{ people: page, hasMore }, rows] = await Promise.all([
      people.listPeople({ search, offset, limit: peoplePerPage }),
      listConflicts({ knex, orgId }),
    ]);
    return {
      items: await this.#view(orgId, page, rows),
      conflicts: await this.#conflicts(
        orgId,
        rows.filter(({ state }) => state === 'open'),
      ),
      ...(hasMore ? { nextCursor: `${offset + page.length}` } : {}),
    };
  }

  /** Links a person with a user; who had either before has them no longer. */
  async link(options: {
    orgId: string;
    personRef: string;
    userId?: string;
    username?: string;
    actor: string;
  }): Promise<OrgPerson> {
    const { orgId, actor } = options;
    const { knex, auditLog, now } = this.#options;
    const person = await this.#person(options.personRef);
    const user = await this.#users.one(orgId, options);
    const personRef = person.ref;
    const before = await listLinks({
      knex,
      orgId,
      personRefs: [personRef],
      userIds: [user.id],
    });
    await knex.transaction(async transaction => {
      await putLink({
        knex: transaction,
        row: {
          org_id: orgId,
          person_ref: personRef,
          user_id: user.id,
          username: user.username,
          source: 'admin',
          settled_by: actor,
          settled_at: now().toISOString(),
        },
      });
      await deleteConflicts({
        knex: transaction,
        orgId,
        personRef,
        userId: user.id,
      });
      await auditLog.append(transaction, [
        linkEntry({
          type: 'link.confirmed',
          actor,
          orgId,
          personRef,
          user,
          summary: `Settled that the Salesforce user ${user.username} is ${person.displayName}`,
          before: before.map(row => ({
            person: row.person_ref,
            username: row.username,
          })),
        }),
      ]);
    });
    // whoever holds a token of a user that is not theirs any more
    for (const row of before) {
      if (row.person_ref === personRef && row.user_id === user.id) continue;
      await this.#options.endPersonalConnection({
        personRef: row.person_ref,
        orgId,
        actor,
      });
    }
    return this.#one(orgId, personRef);
  }

  async unlink(options: {
    orgId: string;
    personRef: string;
    actor: string;
  }): Promise<OrgPerson> {
    const { orgId, actor } = options;
    const { knex, auditLog } = this.#options;
    const person = await this.#person(options.personRef);
    const personRef = person.ref;
    const [link] = await listLinks({ knex, orgId, personRefs: [personRef] });
    if (link) {
      await this.#options.endPersonalConnection({ personRef, orgId, actor });
      await knex.transaction(async transaction => {
        await deleteLink({ knex: transaction, orgId, personRef });
        await auditLog.append(transaction, [
          linkEntry({
            type: 'link.removed',
            actor,
            orgId,
            personRef,
            user: { id: link.user_id, username: link.username },
            summary: `Took away the link between ${person.displayName} and the Salesforce user ${link.username}`,
          }),
        ]);
      });
    }
    return this.#one(orgId, personRef);
  }

  async refuse(options: {
    orgId: string;
    personRef: string;
    userId: string;
    actor: string;
  }): Promise<OrgPerson> {
    const { orgId, actor } = options;
    const { knex, auditLog, now } = this.#options;
    const person = await this.#person(options.personRef);
    const user = await this.#users.one(orgId, options);
    const personRef = person.ref;
    const at = now().toISOString();
    const [link] = await listLinks({ knex, orgId, personRefs: [personRef] });
    const isLinked = link?.user_id === user.id;
    if (isLinked) {
      await this.#options.endPersonalConnection({ personRef, orgId, actor });
    }
    await knex.transaction(async transaction => {
      if (isLinked) await deleteLink({ knex: transaction, orgId, personRef });
      await putConflict({
        knex: transaction,
        row: {
          org_id: orgId,
          person_ref: personRef,
          user_id: user.id,
          username: user.username,
          kind: 'refused',
          message: `${user.username} is not ${person.displayName}`,
          state: 'refused',
          noticed_at: at,
          settled_by: actor,
          settled_at: at,
        },
      });
      await auditLog.append(transaction, [
        linkEntry({
          type: 'link.refused',
          actor,
          orgId,
          personRef,
          user,
          summary: `Settled that the Salesforce user ${user.username} is not ${person.displayName}`,
        }),
      ]);
    });
    return this.#one(orgId, personRef);
  }

  async #one(orgId: string, personRef: string): Promise<OrgPerson> {
    const { knex } = this.#options;
    const [shown] = await this.#view(
      orgId,
      [await this.#person(personRef)],
      await listConflicts({ knex, orgId }),
    );
    return shown;
  }

  async #view(
    orgId: string,
    page: CatalogPerson[],
    conflicts: LinkConflictRow[],
  ): Promise<OrgPerson[]> {
    const links = await listLinks({ knex: this.#options.knex, orgId });
    // as it is now, not as it was a few seconds ago
    const table = new LinkTable(links);
    const people = page.map(person => ({ ...person, links: table }));
    const keys = people.flatMap(person =>
      userKeysOf(matchKeysOf({ person, orgId, byEmail: true })),
    );
    const users = await this.#users.find(orgId, keys);
    const owners = await this.#options.people.personsOfUsers({ orgId, users });
    // as it was settled just now
    for (const { user_id, person_ref } of links) {
      owners.set(user_id, person_ref);
    }
    return toOrgPeople({ orgId, people, users, links, conflicts, owners });
  }

  async #conflicts(orgId: string, rows: LinkConflictRow[]) {
    if (rows.length === 0) return [];
    const { knex, people } = this.#options;
    const links = await listLinks({
      knex,
      orgId,
      userIds: rows.map(row => row.user_id),
    });
    const linkedTo = new Map(links.map(row => [row.user_id, row.person_ref]));
    const shown = await people.describe(rows.map(row => row.person_ref));
    const linked = await people.describe(
      rows.map(row => linkedTo.get(row.user_id) ?? row.person_ref),
    );
    return rows.map((row, position) => ({
      person: shown[position],
      user: { id: row.user_id, username: row.username },
      message: row.message,
      noticedAt: row.noticed_at,
      ...(linkedTo.has(row.user_id) ? { linkedPerson: linked[position] } : {}),
    }));
  }

  async #person(ref: string): Promise<CatalogPerson> {
    const person = await this.#options.people.find(ref);
    if (person) return person;
    throw new SalesdeskError(
      'NotFoundError',
      `The catalog has no person '${ref}'`,
      { code: 'not_found' },
    );
  }
}

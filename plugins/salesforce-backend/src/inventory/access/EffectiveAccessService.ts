import {
  SalesdeskError,
  type EffectiveAccess,
  type InventoryUser,
  type ObjectOperation,
  type UserComparison,
  type WhoCanPage,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import {
  countHolders,
  readComponents,
  readHolders,
  readHoldings,
  readPermissions,
  readSetsAllowing,
  readSetsGranting,
  readSetsOpening,
  readShownUsers,
  type HoldingRow,
} from '../../database/operations/inventory/access';
import { toLongId } from '../../gateway';
import { explainAccess, impliedBy, sourceOf } from './explainAccess';
import { knownField, knownObject } from './knownNames';

/** What one may ask about: an object, a field, or a system permission. */
export interface AccessQuestion {
  object?: string;
  operation?: ObjectOperation;
  field?: string;
  permission?: string;
}

const words: Record<ObjectOperation, string> = {
  read: 'read',
  create: 'create',
  edit: 'edit',
  delete: 'delete',
  viewAll: 'view all records of',
  modifyAll: 'modify all records of',
};

/**
 * Who may do what, and through what: from the inventory, as old as its last
 * sync. Sharing decides which records; this decides what with.
 */
export class EffectiveAccessService {
  readonly #knex: Knex;
  readonly #now: () => Date;

  static create(options: {
    knex: Knex;
    now: () => Date;
  }): EffectiveAccessService {
    return new EffectiveAccessService(options);
  }

  private constructor(options: { knex: Knex; now: () => Date }) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  /** Throws NotFoundError for a user whom the inventory does not know. */
  async ofUser(options: {
    orgId: string;
    userId: string;
    object?: string;
  }): Promise<EffectiveAccess> {
    const { orgId, userId } = options;
    const knex = this.#knex;
    const user = await this.#user(orgId, userId);
    const object =
      options.object && (await knownObject({ knex, orgId }, options.object));
    const holdings = await this.#holdings(orgId, [user.id]);
    const groupIds = holdings.flatMap(({ group_id }) => group_id ?? []);
    const components = await readComponents({ knex, orgId, groupIds });
    const setIds = [
      ...new Set([
        ...holdings.map(({ set_id }) => set_id),
        ...components.map(({ permission_set_id }) => permission_set_id),
      ]),
    ];
    return {
      user,
      ...explainAccess({
        holdings,
        components,
        objectRows: await readPermissions({
          knex,
          orgId,
          of: 'object',
          setIds,
          object,
        }),
        fieldRows: object
          ? await readPermissions({ knex, orgId, of: 'field', setIds, object })
          : [],
        object,
      }),
    };
  }

  /** Active users, by name. Throws InputError where nothing is asked. */
  async whoCan(options: {
    orgId: string;
    question: AccessQuestion;
    cursor?: string;
    limit: number;
  }): Promise<WhoCanPage> {
    const { orgId, question, cursor, limit } = options;
    const knex = this.#knex;
    const now = this.#now().toISOString();
    const { direct, implied, inWords } = await this.#setsOf(orgId, question);
    const setIds = [...new Set([...direct, ...implied.keys()])];
    const holders = await readHolders({
      knex,
      orgId,
      now,
      setIds,
      after: cursor ? readCursor(cursor) : undefined,
      limit: limit + 1,
    });
    const shown = holders.slice(0, limit);
    const ids = shown.map(({ id }) => id);
    const holdings = await readHoldings({
      knex,
      orgId,
      now,
      userIds: ids,
      setIds,
    });
    const components = await readComponents({
      knex,
      orgId,
      groupIds: holdings.flatMap(({ group_id }) => group_id ?? []),
    });
    const through = (holding: HoldingRow) =>
      components
        .filter(
          part =>
            part.group_id === holding.group_id &&
            !part.is_muting &&
            (direct.has(part.permission_set_id) ||
              implied.has(part.permission_set_id)),
        )
        .map(part => part.label ?? part.permission_set_id);
    const users = new Map(
      (await this.#users(orgId, ids)).map(user => [user.id, user]),
    );
    const last = shown.at(-1);
    return {
      question: inWords,
      total: await countHolders({ knex, orgId, now, setIds }),
      items: ids.flatMap(id => {
        const user = users.get(id);
        if (!user) return [];
        return [
          {
            user,
            sources: holdings
              .filter(({ user_id }) => user_id === id)
              .map(holding =>
                sourceOf(holding, {
                  through: through(holding),
                  because: direct.has(holding.set_id)
                    ? undefined
                    : implied.get(holding.set_id),
                }),
              ),
          },
        ];
      }),
      ...(holders.length > limit && last
        ? { nextCursor: writeCursor(last) }
        : {}),
    };
  }

  async compare(options: {
    orgId: string;
    userId: string;
    otherId: string;
  }): Promise<UserComparison> {
    const { orgId, userId, otherId } = options;
    const [one, other] = [
      await this.ofUser({ orgId, userId }),
      await this.ofUser({ orgId, userId: otherId }),
    ];
    const objects = (access: EffectiveAccess) =>
      access.objects.map(({ object, operation }) => `${object}: ${operation}`);
    const system = (access: EffectiveAccess) =>
      access.system.map(({ permission }) => permission);
    const pick = (
      from: EffectiveAccess,
      against: EffectiveAccess,
      wanted: boolean,
    ) => {
      const has = {
        holdings: new Set(against.holdings.map(({ id }) => id)),
        system: new Set(system(against)),
        objects: new Set(objects(against)),
      };
      return {
        holdings: from.holdings.filter(
          ({ id }) => has.holdings.has(id) === wanted,
        ),
        system: system(from).filter(name => has.system.has(name) === wanted),
        objects: objects(from).filter(name => has.objects.has(name) === wanted),
      };
    };
    return {
      user: one.user,
      other: other.user,
      onlyUser: pick(one, other, false),
      onlyOther: pick(other, one, false),
      both: pick(one, other, true),
    };
  }

  /** Permission sets that answer a question, and what implies it. */
  async #setsOf(orgId: string, question: AccessQuestion) {
    const knex = this.#knex;
    const { operation = 'read' } = question;
    const implied = new Map<string, string>();
    if (question.permission) {
      const permission = question.permission.replace(/^Permissions/, '');
      const granting = await readSetsGranting({ knex, orgId, permission });
      return {
        direct: new Set(granting),
        implied,
        inWords: `Who holds the system permission ${permission}?${
          granting.length > 0
            ? ''
            : ' No profile and no permission set of this org grants a permission of that name'
        }`,
      };
    }
    if (question.field) {
      const field = await knownField({ knex, orgId }, question.field);
      return {
        direct: new Set(
          await readSetsOpening({
            knex,
            orgId,
            field,
            operation: operation === 'edit' ? 'edit' : 'read',
          }),
        ),
        implied,
        inWords: `Who can ${
          operation === 'edit' ? 'edit' : 'read'
        } the field ${field}?`,
      };
    }
    if (!question.object) {
      throw new SalesdeskError(
        'InputError',
        'Name an object, a field or a system permission',
        { code: 'invalid_input' },
      );
    }
    const object = await knownObject({ knex, orgId }, question.object);
    for (const name of [...impliedBy[operation]].reverse()) {
      for (const id of await readSetsGranting({
        knex,
        orgId,
        permission: name,
      })) {
        implied.set(id, name);
      }
    }
    return {
      direct: new Set(
        await readSetsAllowing({ knex, orgId, object, operation }),
      ),
      implied,
      inWords: `Who can ${words[operation]} ${object}?`,
    };
  }

  async #holdings(orgId: string, userIds: string[]): Promise<HoldingRow[]> {
    return readHoldings({
      knex: this.#knex,
      orgId,
      now: this.#now().toISOString(),
      userIds,
    });
  }

  async #user(orgId: string, userId: string): Promise<InventoryUser> {
    const [user] = await this.#users(orgId, [toLongId(userId)]);
    if (!user) {
      throw new SalesdeskError(
        'NotFoundError',
        `The inventory knows no Salesforce user '${userId}'`,
        { code: 'not_found' },
      );
    }
    return user;
  }

  async #users(orgId: string, ids: string[]): Promise<InventoryUser[]> {
    const rows = await readShownUsers({ knex: this.#knex, orgId, ids });
    return rows.map(row => ({
      id: row.id,
      name: row.name ?? row.username ?? row.id,
      username: row.username ?? '',
      state: (row.state ?? 'active') as InventoryUser['state'],
      ...(row.profile ? { profile: row.profile } : {}),
      ...(row.role ? { role: row.role } : {}),
    }));
  }
}

function writeCursor(row: { sort_name: string; id: string }): string {
  return Buffer.from(JSON.stringify([row.sort_name, row.id])).toString(
    'base64url',
  );
}

function readCursor(text: string): { name: string; id: string } {
  try {
    const [name, id] = JSON.parse(
      Buffer.from(text, 'base64url').toString('utf8'),
    );
    if (typeof name === 'string' && typeof id === 'string') return { name, id };
  } catch {
    // falls through: somebody else's cursor
  }
  throw new SalesdeskError('InputError', 'This cursor was not given by us', {
    code: 'invalid_input',
  });
}

import type { OrgServices, Row } from '../core/types';
import { idOf, textOf } from '../rules/textOf';
import type { ObjectDefinition } from '../schema/definitions';
import type { GroupContents } from './GroupContents';
import type { RoleHierarchy } from './RoleHierarchy';

/** How much of a record sharing opens; what one may do needs rights as well. */
export const SharingLevel = { none: 0, read: 1, edit: 2, full: 3 } as const;

export type Level = 0 | 1 | 2 | 3;

/** A chain of parents longer than this is broken data. */
const MAXIMUM_PARENTS = 10;

const levelsOfShares: Readonly<Record<string, Level>> = {
  Read: SharingLevel.read,
  Edit: SharingLevel.edit,
  All: SharingLevel.full,
};

/** Child records that a role opens to the owner of their account. */
const childAccessOfRoles: Readonly<Record<string, string>> = {
  Opportunity: 'OpportunityAccessForAccountOwner',
  Case: 'CaseAccessForAccountOwner',
  Contact: 'ContactAccessForAccountOwner',
};

interface ParentRecord {
  readonly object: ObjectDefinition;
  readonly row: Row;
}

interface ShareTable {
  readonly object: string;
  readonly idField: string;
  readonly levelField: string;
}

/**
 * Sharing for one user, as the organisation-wide defaults, owners, role
 * hierarchy, queues, share rows and parents open it:
 *
 * - Owners, and everybody above them in the hierarchy, have full access.
 * - Members of an owning queue, and those above them, have full access.
 * - Share rows give what they say to users and groups, and to those above.
 * - Account owners get what their role says on the account's children.
 * - Whoever may read an opportunity may read its account (implicit sharing).
 * - Activities may be read by whoever may read what they are about.
 *
 * All of it is answered from indexes, no question walks a table. One of these
 * lives as long as one query: it remembers owners and parents, and does not
 * notice what changes meanwhile.
 */
export class UserSharing {
  readonly #org: OrgServices;
  readonly #hierarchy: RoleHierarchy;
  readonly #groups: GroupContents;
  readonly #user: Row;
  readonly #ownersBelow = new Map<string, boolean>();
  readonly #parentLevels = new Map<string, Level>();
  readonly #shareTables = new Map<string, ShareTable | undefined>();

  constructor(options: {
    org: OrgServices;
    hierarchy: RoleHierarchy;
    groups: GroupContents;
    user: Row;
  }) {
    this.#org = options.org;
    this.#hierarchy = options.hierarchy;
    this.#groups = options.groups;
    this.#user = options.user;
  }

  /** The highest level that the user has on a record. */
  level(object: ObjectDefinition, row: Row, depth: number = 0): Level {
    if (object.sharingModel === 'not_shared') {
      return SharingLevel.full;
    }
    if (object.sharingModel === 'controlled_by_parent') {
      const parent = this.#parentOf(object, row);
      if (parent && depth < MAXIMUM_PARENTS) {
        return highest(
          this.#parentLevel(parent, depth + 1),
          this.#childLevel(object, row),
        );
      }
    }
    if (this.#isOwnerOrAbove(idOf(row.OwnerId))) {
      return SharingLevel.full;
    }
    const level = highest(
      baseLevel(object),
      highest(this.#shareLevel(object, row), this.#childLevel(object, row)),
    );
    return level === SharingLevel.none && depth < MAXIMUM_PARENTS
      ? this.#implicitLevel(object, row, depth)
      : level;
  }

  /** Whether the user is, or stands above, an owner or whom one shares with. */
  #isOwnerOrAbove(ownerId: string | undefined): boolean {
    if (!ownerId) {
      return false;
    }
    let answer = this.#ownersBelow.get(ownerId);
    if (answer === undefined) {
      answer = this.#findOwnerOrAbove(ownerId);
      this.#ownersBelow.set(ownerId, answer);
    }
    return answer;
  }

  #findOwnerOrAbove(ownerId: string): boolean {
    if (ownerId === this.#user.Id) {
      return true;
    }
    const owner = this.#org.store.get('User', ownerId);
    if (!owner) {
      return this.#groups.reaches(ownerId, this.#user);
    }
    const roleId = idOf(owner.UserRoleId);
    return (
      roleId !== undefined &&
      this.#hierarchy.below(idOf(this.#user.UserRoleId)).has(roleId)
    );
  }

  #parentOf(object: ObjectDefinition, row: Row): ParentRecord | undefined {
    const field = object.sharingParentField
      ? object.field(object.sharingParentField)
      : undefined;
    const parentId = field ? idOf(row[field.name]) : undefined;
    const parent = field && this.#org.schema.get(field.referenceTo[0]);
    const parentRow =
      parent && parentId
        ? this.#org.store.get(parent.name, parentId)
        : undefined;
    return parent && parentRow ? { object: parent, row: parentRow } : undefined;
  }

  #parentLevel({ object, row }: ParentRecord, depth: number): Level {
    let level = this.#parentLevels.get(row.Id);
    if (level === undefined) {
      level = this.level(object, row, depth);
      this.#parentLevels.set(row.Id, level);
    }
    return level;
  }

  #shareLevel(object: ObjectDefinition, row: Row): Level {
    const table = this.#shareTableOf(object);
    let level: Level = SharingLevel.none;
    if (!table) {
      return level;
    }
    for (const share of this.#org.store.findBy(
      table.object,
      table.idField,
      row.Id,
    )) {
      const offered =
        levelsOfShares[textOf(share[table.levelField])] ?? SharingLevel.none;
      if (
        offered > level &&
        this.#isOwnerOrAbove(textOf(share.UserOrGroupId))
      ) {
        level = offered;
      }
    }
    return level;
  }

  /** Where the shares of an object are; undefined when there are none. */
  #shareTableOf({ name }: ObjectDefinition): ShareTable | undefined {
    if (!this.#shareTables.has(name)) {
      const { schema, store } = this.#org;
      const object = `${name}Share`;
      this.#shareTables.set(
        name,
        schema.get(object) && store.count(object) > 0
          ? { object, idField: `${name}Id`, levelField: `${name}AccessLevel` }
          : undefined,
      );
    }
    return this.#shareTables.get(name);
  }

  /** What the role of an account's owner opens on the account's children. */
  #childLevel(object: ObjectDefinition, row: Row): Level {
    const roleField = childAccessOfRoles[object.name];
    const accountId = roleField ? idOf(row.AccountId) : undefined;
    const { store } = this.#org;
    const account = accountId ? store.get('Account', accountId) : undefined;
    const ownerId = idOf(account?.OwnerId);
    if (!this.#isOwnerOrAbove(ownerId)) {
      return SharingLevel.none;
    }
    const roleId = idOf(store.get('User', ownerId ?? '')?.UserRoleId);
    const role = roleId ? store.get('UserRole', roleId) : undefined;
    return levelsOfShares[textOf(role?.[roleField])] ?? SharingLevel.none;
  }

  #implicitLevel(object: ObjectDefinition, row: Row, depth: number): Level {
    if (object.name === 'Account') {
      return this.#readsOpportunityOf(row)
        ? SharingLevel.read
        : SharingLevel.none;
    }
    if (object.name !== 'Task' && object.name !== 'Event') {
      return SharingLevel.none;
    }
    const { schema, store } = this.#org;
    const isAboutReadable = [row.WhatId, row.WhoId].some(value => {
      const id = idOf(value);
      const about = id ? schema.byKeyPrefix(id.slice(0, 3)) : undefined;
      const aboutRow = id && about ? store.get(about.name, id) : undefined;
      return (
        about !== undefined &&
        aboutRow !== undefined &&
        this.#parentLevel({ object: about, row: aboutRow }, depth + 1) >=
          SharingLevel.read
      );
    });
    return isAboutReadable ? SharingLevel.read : SharingLevel.none;
  }

  #readsOpportunityOf(account: Row): boolean {
    const { store, schema } = this.#org;
    const object = schema.get('Opportunity');
    return (
      object?.sharingModel === 'private' &&
      store
        .findBy('Opportunity', 'AccountId', account.Id)
        .some(
          opportunity =>
            this.#isOwnerOrAbove(idOf(opportunity.OwnerId)) ||
            this.#shareLevel(object, opportunity) > SharingLevel.none,
        )
    );
  }
}

function baseLevel(object: ObjectDefinition): Level {
  switch (object.sharingModel) {
    case 'public_read_write':
      return SharingLevel.edit;
    case 'public_read':
      return SharingLevel.read;
    default:
      return SharingLevel.none;
  }
}

function highest(one: Level, other: Level): Level {
  return one > other ? one : other;
}

import type { OrgServices, Row } from '../core/types';
import type { ObjectDefinition } from '../schema/definitions';
import { idOf, textOf } from '../rules/textOf';
import { GroupContents } from './GroupContents';
import { RoleHierarchy } from './RoleHierarchy';

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

/**
 * Sharing, as the organisation-wide defaults, owners, role hierarchy, queues,
 * share rows and parents open it. All of it is answered from indexes: no
 * question walks a table.
 *
 * - Owners, and everybody above them in the hierarchy, have full access.
 * - Members of an owning queue, and those above them, have full access.
 * - Share rows give what they say to users and groups, and to those above.
 * - Account owners get what their role says on the account's children.
 * - Whoever may read an opportunity may read its account (implicit sharing).
 * - Activities may be read by whoever may read what they are about.
 */
export class RecordSharing {
  readonly #org: OrgServices;
  readonly #hierarchy: RoleHierarchy;
  readonly #groups: GroupContents;

  constructor(options: { org: OrgServices }) {
    this.#org = options.org;
    this.#hierarchy = new RoleHierarchy(options);
    this.#groups = new GroupContents({
      ...options,
      hierarchy: this.#hierarchy,
    });
  }

  /** The highest level that a user has on a record. */
  level(userId: string, object: ObjectDefinition, row: Row): Level {
    const user = this.#org.store.get('User', userId);
    return user ? this.#level(user, object, row, 0) : SharingLevel.none;
  }

  /** Whether a user owns a record, or stands above who does. */
  isOwnerOrAbove(user: Row, ownerId: string | undefined): boolean {
    if (!ownerId) {
      return false;
    }
    if (ownerId === user.Id) {
      return true;
    }
    const owner = this.#org.store.get('User', ownerId);
    if (owner) {
      const roleId = idOf(owner.UserRoleId);
      return (
        roleId !== undefined &&
        this.#hierarchy.below(idOf(user.UserRoleId)).has(roleId)
      );
    }
    return this.#groups.reaches(ownerId, user);
  }

  #level(user: Row, object: ObjectDefinition, row: Row, depth: number): Level {
    switch (object.sharingModel) {
      case 'not_shared':
        return SharingLevel.full;
      case 'controlled_by_parent': {
        const parent = this.#parent(object, row);
        if (parent && depth < MAXIMUM_PARENTS) {
          const level = this.#level(user, parent.object, parent.row, depth + 1);
          return highest(level, this.#childLevel(user, object, row));
        }
        break;
      }
      default:
    }
    if (this.isOwnerOrAbove(user, idOf(row.OwnerId))) {
      return SharingLevel.full;
    }
    const base = baseLevel(object);
    const shared = highest(
      this.#shareLevel(user, object, row),
      this.#childLevel(user, object, row),
    );
    const level = highest(base, shared);
    return level === SharingLevel.none && depth < MAXIMUM_PARENTS
      ? this.#implicitLevel(user, object, row, depth)
      : level;
  }

  #parent(
    object: ObjectDefinition,
    row: Row,
  ): { object: ObjectDefinition; row: Row } | undefined {
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

  #shareLevel(user: Row, object: ObjectDefinition, row: Row): Level {
    const shareObject = this.#org.schema.get(`${object.name}Share`);
    if (!shareObject) {
      return SharingLevel.none;
    }
    let level: Level = SharingLevel.none;
    const { store } = this.#org;
    for (const share of store.findBy(
      shareObject.name,
      `${object.name}Id`,
      row.Id,
    )) {
      const offered =
        levelsOfShares[textOf(share[`${object.name}AccessLevel`])] ??
        SharingLevel.none;
      const grantee = textOf(share.UserOrGroupId);
      if (offered > level && this.isOwnerOrAbove(user, grantee)) {
        level = offered;
      }
    }
    return level;
  }

  /** What the role of an account's owner opens on the account's children. */
  #childLevel(user: Row, object: ObjectDefinition, row: Row): Level {
    const roleField = childAccessOfRoles[object.name];
    const accountId = roleField ? idOf(row.AccountId) : undefined;
    const { store } = this.#org;
    const account = accountId ? store.get('Account', accountId) : undefined;
    const ownerId = idOf(account?.OwnerId);
    const owner = ownerId ? store.get('User', ownerId) : undefined;
    const roleId = idOf(owner?.UserRoleId);
    const role = roleId ? store.get('UserRole', roleId) : undefined;
    const offered = levelsOfShares[textOf(role?.[roleField])];
    return offered !== undefined && this.isOwnerOrAbove(user, ownerId)
      ? offered
      : SharingLevel.none;
  }

  #implicitLevel(
    user: Row,
    object: ObjectDefinition,
    row: Row,
    depth: number,
  ): Level {
    if (object.name === 'Account') {
      return this.#readsOpportunityOf(user, row)
        ? SharingLevel.read
        : SharingLevel.none;
    }
    if (object.name !== 'Task' && object.name !== 'Event') {
      return SharingLevel.none;
    }
    const about = [row.WhatId, row.WhoId].some(value => {
      const id = idOf(value);
      const parent = id && this.#org.schema.byKeyPrefix(id.slice(0, 3));
      const parentRow =
        id && parent ? this.#org.store.get(parent.name, id) : undefined;
      return (
        parent &&
        parentRow &&
        this.#level(user, parent, parentRow, depth + 1) >= SharingLevel.read
      );
    });
    return about ? SharingLevel.read : SharingLevel.none;
  }

  #readsOpportunityOf(user: Row, account: Row): boolean {
    const { store, schema } = this.#org;
    const object = schema.get('Opportunity');
    return (
      object?.sharingModel === 'private' &&
      store
        .findBy('Opportunity', 'AccountId', account.Id)
        .some(
          opportunity =>
            this.isOwnerOrAbove(user, idOf(opportunity.OwnerId)) ||
            this.#shareLevel(user, object, opportunity) > SharingLevel.none,
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

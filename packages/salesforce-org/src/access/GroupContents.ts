import type { OrgServices, Row } from '../core/types';
import { idOf, textOf } from '../rules/textOf';
import type { RoleHierarchy } from './RoleHierarchy';

/** Who is in a group, after all nesting is resolved. */
export interface ResolvedGroup {
  readonly userIds: ReadonlySet<string>;
  readonly roleIds: ReadonlySet<string>;
  /** All internal users. */
  readonly everybody: boolean;
  /** Whether those above the members in the role hierarchy count too. */
  readonly includesBosses: boolean;
}

const sources = ['Group', 'GroupMember', 'UserRole'] as const;

/** Contents of groups and queues. Kept until a group or a role changes. */
export class GroupContents {
  readonly #org: OrgServices;
  readonly #hierarchy: RoleHierarchy;
  readonly #resolved = new Map<string, ResolvedGroup>();
  #revision = -1;

  constructor(options: { org: OrgServices; hierarchy: RoleHierarchy }) {
    this.#org = options.org;
    this.#hierarchy = options.hierarchy;
  }

  /** Whether a user gets what is shared with a group. */
  reaches(groupId: string, user: Row): boolean {
    const group = this.resolve(groupId);
    const roleId = idOf(user.UserRoleId);
    if (
      group.everybody ||
      group.userIds.has(user.Id) ||
      (roleId !== undefined && group.roleIds.has(roleId))
    ) {
      return true;
    }
    return group.includesBosses && this.#isAboveSomebody(group, roleId);
  }

  resolve(groupId: string): ResolvedGroup {
    this.#forgetIfChanged();
    let resolved = this.#resolved.get(groupId);
    if (!resolved) {
      const userIds = new Set<string>();
      const roleIds = new Set<string>();
      const everybody = this.#collect(groupId, userIds, roleIds, new Set());
      const group = this.#org.store.get('Group', groupId);
      const includesBosses = countsBosses(group);
      resolved = { userIds, roleIds, everybody, includesBosses };
      this.#resolved.set(groupId, resolved);
    }
    return resolved;
  }

  #isAboveSomebody(group: ResolvedGroup, roleId: string | undefined): boolean {
    const below = this.#hierarchy.below(roleId);
    if (below.size === 0) {
      return false;
    }
    const { store } = this.#org;
    for (const userId of group.userIds) {
      const memberRole = idOf(store.get('User', userId)?.UserRoleId);
      if (memberRole && below.has(memberRole)) {
        return true;
      }
    }
    for (const memberRole of group.roleIds) {
      const held = store.findBy('User', 'UserRoleId', memberRole).length > 0;
      if (held && below.has(memberRole)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether the group contains everybody. */
  #collect(
    groupId: string,
    userIds: Set<string>,
    roleIds: Set<string>,
    seen: Set<string>,
  ): boolean {
    const { store } = this.#org;
    const group = store.get('Group', groupId);
    if (!group || seen.has(groupId)) {
      return false;
    }
    seen.add(groupId);
    const roleId = idOf(group.RelatedId);
    switch (textOf(group.Type)) {
      case 'Organization':
        return true;
      case 'Role':
        if (roleId) roleIds.add(roleId);
        return false;
      case 'RoleAndSubordinates':
      case 'RoleAndSubordinatesInternal':
        if (roleId) {
          roleIds.add(roleId);
          this.#hierarchy.below(roleId).forEach(below => roleIds.add(below));
        }
        return false;
      default: {
        let everybody = false;
        for (const member of store.findBy('GroupMember', 'GroupId', groupId)) {
          const memberId = textOf(member.UserOrGroupId);
          if (store.get('User', memberId)) {
            userIds.add(memberId);
          } else if (this.#collect(memberId, userIds, roleIds, seen)) {
            everybody = true;
          }
        }
        return everybody;
      }
    }
  }

  #forgetIfChanged(): void {
    let revision = 0;
    for (const object of sources) {
      revision += this.#org.store.revision(object);
    }
    if (revision !== this.#revision) {
      this.#revision = revision;
      this.#resolved.clear();
    }
  }
}

/** People decide for groups they make; what a role gets, its bosses get. */
function countsBosses(group: Row | undefined): boolean {
  const isMade = group?.Type === 'Regular' || group?.Type === 'Queue';
  return !isMade || group.DoesIncludeBosses === true;
}

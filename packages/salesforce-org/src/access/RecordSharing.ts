import type { OrgServices, Row } from '../core/types';
import type { ObjectDefinition } from '../schema/definitions';
import { GroupContents } from './GroupContents';
import { RoleHierarchy } from './RoleHierarchy';
import { SharingLevel, UserSharing, type Level } from './UserSharing';

/** Sharing of one org: what it opens to whom. */
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
    return this.levelsOf(userId)(object, row);
  }

  /**
   * Answers for many records in a row, remembering owners and parents. Good
   * for one query: it does not notice what changes meanwhile.
   */
  levelsOf(userId: string): (object: ObjectDefinition, row: Row) => Level {
    const user = this.#org.store.get('User', userId);
    if (!user) {
      return () => SharingLevel.none;
    }
    const sharing = new UserSharing({
      org: this.#org,
      hierarchy: this.#hierarchy,
      groups: this.#groups,
      user,
    });
    return (object, row) => sharing.level(object, row);
  }
}

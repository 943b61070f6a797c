import type { OrgServices } from '../core/types';
import { expiryOf, isInForce } from '../rules/permissions/expiringAssignments';
import { textOf } from '../rules/textOf';
import { grantsOfPermissionSet, mergeGrants, type Grants } from './Grants';

interface HeldGrants {
  readonly assignmentRevision: number;
  /** The first expiry among the assignments: then all is looked at again. */
  readonly validUntil: number;
  readonly grants: Grants;
}

const contentObjects = [
  'PermissionSet',
  'ObjectPermissions',
  'FieldPermissions',
] as const;

/**
 * What each user may do. Asked for every field of every query, so it is
 * kept: per permission set, per combination of sets (thousands of users share
 * a few combinations) and per user. The revisions of the tables say when what
 * was kept is out of date; an assignment's expiry does so by the clock.
 */
export class GrantsOfUsers {
  readonly #org: OrgServices;
  readonly #bySet = new Map<string, Grants>();
  readonly #byCombination = new Map<string, Grants>();
  readonly #byUser = new Map<string, HeldGrants>();
  #contentRevision = -1;

  constructor(options: { org: OrgServices }) {
    this.#org = options.org;
  }

  of(userId: string): Grants {
    this.#forgetOutdated();
    const { store, clock } = this.#org;
    const assignmentRevision = store.revision('PermissionSetAssignment');
    const held = this.#byUser.get(userId);
    const now = clock.now();
    if (
      held?.assignmentRevision === assignmentRevision &&
      now < held.validUntil
    ) {
      return held.grants;
    }
    const assignments = store
      .findBy('PermissionSetAssignment', 'AssigneeId', userId)
      .filter(assignment => isInForce(assignment, now));
    const grants = this.#ofCombination(
      assignments.map(assignment => textOf(assignment.PermissionSetId)),
    );
    const validUntil = Math.min(
      Infinity,
      ...assignments.map(assignment => expiryOf(assignment) ?? Infinity),
    );
    this.#byUser.set(userId, { assignmentRevision, validUntil, grants });
    return grants;
  }

  #ofCombination(permissionSetIds: readonly string[]): Grants {
    const ids = [...new Set(permissionSetIds)].sort();
    const key = ids.join();
    let grants = this.#byCombination.get(key);
    if (!grants) {
      grants = mergeGrants(ids.map(id => this.#ofSet(id)));
      this.#byCombination.set(key, grants);
    }
    return grants;
  }

  #ofSet(permissionSetId: string): Grants {
    let grants = this.#bySet.get(permissionSetId);
    if (!grants) {
      const { store, schema } = this.#org;
      grants = grantsOfPermissionSet({
        reader: store,
        schema,
        permissionSetId,
      });
      this.#bySet.set(permissionSetId, grants);
    }
    return grants;
  }

  #forgetOutdated(): void {
    let revision = 0;
    for (const object of contentObjects) {
      revision += this.#org.store.revision(object);
    }
    if (revision !== this.#contentRevision) {
      this.#contentRevision = revision;
      this.#bySet.clear();
      this.#byCombination.clear();
      this.#byUser.clear();
    }
  }
}

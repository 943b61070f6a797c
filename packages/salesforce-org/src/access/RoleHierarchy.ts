import type { OrgServices } from '../core/types';
import { idOf } from '../rules/textOf';

const nobody: ReadonlySet<string> = new Set();

/** Which roles are below which. Kept until a role changes. */
export class RoleHierarchy {
  readonly #org: OrgServices;
  #revision = -1;
  #children = new Map<string, string[]>();
  readonly #below = new Map<string, ReadonlySet<string>>();

  constructor(options: { org: OrgServices }) {
    this.#org = options.org;
  }

  /** Ids of all roles strictly below a role; none for no role. */
  below(roleId: string | undefined): ReadonlySet<string> {
    if (!roleId) {
      return nobody;
    }
    this.#readAgainIfChanged();
    let below = this.#below.get(roleId);
    if (!below) {
      below = this.#collect(roleId);
      this.#below.set(roleId, below);
    }
    return below;
  }

  #collect(roleId: string): ReadonlySet<string> {
    const found = new Set<string>();
    const waiting = [roleId];
    for (let role = waiting.pop(); role; role = waiting.pop()) {
      for (const child of this.#children.get(role) ?? []) {
        // A role may be met once only; broken data must not loop.
        if (child !== roleId && !found.has(child)) {
          found.add(child);
          waiting.push(child);
        }
      }
    }
    return found;
  }

  #readAgainIfChanged(): void {
    const { store } = this.#org;
    const revision = store.revision('UserRole');
    if (revision === this.#revision) {
      return;
    }
    this.#revision = revision;
    this.#below.clear();
    this.#children = new Map();
    for (const role of store.all('UserRole')) {
      const parentId = idOf(role.ParentRoleId);
      if (parentId) {
        const siblings = this.#children.get(parentId) ?? [];
        siblings.push(role.Id);
        this.#children.set(parentId, siblings);
      }
    }
  }
}

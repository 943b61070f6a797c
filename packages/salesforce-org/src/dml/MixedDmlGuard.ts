import type { ObjectDefinition } from '../schema/definitions';
import { mixedDml } from './errors';

/** Changing none of these, an update of a user may go with other objects. */
const licenceFieldsOfUser: readonly string[] = [
  'UserRoleId',
  'IsActive',
  'ForecastEnabled',
  'IsPortalEnabled',
  'Username',
  'ProfileId',
];

/**
 * Setup objects (users, permission sets, groups) and all others may not be
 * written in one transaction. One guard watches one transaction.
 */
export class MixedDmlGuard {
  #setup: string | undefined;
  #other: string | undefined;

  /** Throws when the object may not join what was written before. */
  enter(object: ObjectDefinition, updated?: Iterable<string>): void {
    if (object.name === 'User' && updated) {
      const harmless = [...updated].every(
        field => !licenceFieldsOfUser.includes(field),
      );
      if (harmless) return;
    }
    const original = object.setup ? this.#other : this.#setup;
    if (original) throw mixedDml({ object: object.name, original });
    if (object.setup) this.#setup ??= object.name;
    else this.#other ??= object.name;
  }

  /** What a rollback to a savepoint restores. */
  state(): () => void {
    const setup = this.#setup;
    const other = this.#other;
    return () => {
      this.#setup = setup;
      this.#other = other;
    };
  }
}

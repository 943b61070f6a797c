import type { Knex } from 'knex';
import {
  listCurrentDelegations,
  listDelegations,
} from '../database/operations/delegations/delegations';
import type { DelegationRow } from '../database/tables';
import type { Principal } from '../domain/reviewEligibility';
import type { PeopleDirectory } from '../requests/PeopleDirectory';

/** Who stands for whom today. Nobody passes on what was delegated to them. */
export class Delegations {
  readonly #options: {
    knex: Knex;
    people: Pick<PeopleDirectory, 'groupsOf'>;
    now: () => Date;
  };

  constructor(options: {
    knex: Knex;
    people: Pick<PeopleDirectory, 'groupsOf'>;
    now: () => Date;
  }) {
    this.#options = options;
  }

  /** The people in whose name somebody may review now. */
  async principalsOf(delegateRef: string): Promise<Principal[]> {
    const { knex, people, now } = this.#options;
    const at = now().toISOString();
    const rows = await listDelegations({
      knex,
      by: { delegate_ref: delegateRef },
      now: at,
    });
    const refs = [
      ...new Set(
        rows
          .filter(row => row.starts_at <= at)
          .map(({ person_ref }) => person_ref),
      ),
    ];
    if (refs.length === 0) return [];
    const groups = await people.groupsOf(refs);
    return refs.map(ref => ({
      ref,
      ownershipRefs: [ref, ...(groups.get(ref) ?? [])],
    }));
  }

  /** Every delegation that holds now. */
  async current(): Promise<DelegationRow[]> {
    const { knex, now } = this.#options;
    return listCurrentDelegations({ knex, now: now().toISOString() });
  }

  /** Delegates of those of the people, or of members of the groups, who are named. */
  async delegatesOf(
    refs: readonly string[],
    except: readonly string[],
  ): Promise<string[]> {
    const rows = (await this.current()).filter(
      row =>
        !except.includes(row.person_ref) && !except.includes(row.delegate_ref),
    );
    if (rows.length === 0) return [];
    const groups = await this.#options.people.groupsOf([
      ...new Set(rows.map(({ person_ref }) => person_ref)),
    ]);
    const wanted = new Set(refs);
    return [
      ...new Set(
        rows
          .filter(
            ({ person_ref }) =>
              wanted.has(person_ref) ||
              groups.get(person_ref)?.some(group => wanted.has(group)),
          )
          .map(({ delegate_ref }) => delegate_ref),
      ),
    ];
  }
}

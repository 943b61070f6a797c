import { seatOfUser } from './seats';

/** Finds the Salesforce user of a person; undefined where they have none. */
export type FindUserId = (options: {
  personRef: string;
  orgId: string;
}) => Promise<string | undefined>;

/** By which other names people are known in an org. */
export class ReviewerAliases {
  readonly #findUserId: FindUserId;

  constructor(options: { findUserId: FindUserId }) {
    this.#findUserId = options.findUserId;
  }

  /**
   * The aliases of each person. Where the org cannot be asked there are none:
   * reviews are taken while an org is away, and looked at again, with the org,
   * before anything runs.
   */
  async of(
    refs: readonly string[],
    orgId: string,
  ): Promise<Map<string, string[]>> {
    const pairs = await Promise.all(
      [...new Set(refs)].map(async (personRef): Promise<[string, string[]]> => {
        const id = await this.#findUserId({ personRef, orgId }).catch(
          () => undefined,
        );
        return [personRef, id ? [seatOfUser(id)] : []];
      }),
    );
    return new Map(pairs);
  }
}

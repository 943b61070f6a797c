import type { SalesforceRequestResource } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Knex } from 'knex';
import { listLatestReviewers } from '../database/operations/reviews/listLatestReviewers';
import type { OrgDirectory } from '../requests/OrgDirectory';
import type { PeopleDirectory } from '../requests/PeopleDirectory';

/** So many are told at most: an emergency is nobody's if it is everybody's. */
const mostWitnesses = 10;

/** So many people of the catalog are asked about at most. */
const mostAsked = 300;

/** So many of them at a time: an emergency does not wait for a catalog. */
const askedTogether = 20;

/** Who is told of an emergency where nobody was skipped who could be told. */
export interface Witnesses {
  /**
   * People other than who asked and whom it is about: none where there is one
   * among those who are told anyway, and none where there is nobody.
   */
  find(options: {
    resource: SalesforceRequestResource;
    /** Who is told anyway, people and groups. */
    told: readonly string[];
  }): Promise<{ witnessRefs: string[]; isAnybodyTold: boolean }>;
}

/** @see Witnesses */
export interface DefaultWitnessesOptions {
  knex: Knex;
  people: PeopleDirectory;
  orgs: Pick<OrgDirectory, 'ownersOf' | 'titles'>;
  /** People of the catalog, so many; none where the host says nothing of the absent. */
  listPersons(limit: number): Promise<string[]>;
  /** Whether the catalog knows a person or group. */
  exists(ref: string): Promise<boolean>;
  /** Whether somebody may decide about the request, manage orgs or read the audit log. */
  mayWatch(ref: string, resource: SalesforceRequestResource): Promise<boolean>;
}

/**
 * Those to whom the host gives a say: who may decide about it, manage orgs or
 * read the audit log. Where it says nothing of people who are not there, the
 * manager of who asked, the owners of other orgs, and who reviewed before.
 */
export class DefaultWitnesses implements Witnesses {
  readonly #options: DefaultWitnessesOptions;

  constructor(options: DefaultWitnessesOptions) {
    this.#options = options;
  }

  async find(options: {
    resource: SalesforceRequestResource;
    told: readonly string[];
  }): Promise<{ witnessRefs: string[]; isAnybodyTold: boolean }> {
    const { resource, told } = options;
    const except = new Set([
      resource.requesterRef,
      ...resource.targetPersonRefs,
    ]);
    if ((await this.#peopleBehind(told, except)).length > 0) {
      return { witnessRefs: [], isAnybodyTold: true };
    }
    const byRight = await this.#byRight(resource, except);
    const witnessRefs =
      byRight.length > 0 ? byRight : await this.#byPlace(resource, except);
    return { witnessRefs, isAnybodyTold: witnessRefs.length > 0 };
  }

  async #byRight(
    resource: SalesforceRequestResource,
    except: ReadonlySet<string>,
  ): Promise<string[]> {
    const { mayWatch, listPersons } = this.#options;
    const found: string[] = [];
    const refs = (await listPersons(mostAsked)).filter(ref => !except.has(ref));
    for (
      let from = 0;
      from < refs.length && found.length < mostWitnesses;
      from += askedTogether
    ) {
      const some = refs.slice(from, from + askedTogether);
      const may = await Promise.all(some.map(ref => mayWatch(ref, resource)));
      found.push(...some.filter((_, at) => may[at]));
    }
    return found.slice(0, mostWitnesses);
  }

  async #byPlace(
    { orgId, managerRef }: SalesforceRequestResource,
    except: ReadonlySet<string>,
  ): Promise<string[]> {
    const { knex, orgs } = this.#options;
    const others = [...(await orgs.titles()).keys()].filter(id => id !== orgId);
    const [owners, reviewers] = await Promise.all([
      Promise.all(others.map(id => orgs.ownersOf(id))),
      listLatestReviewers({ knex, limit: mostWitnesses }),
    ]);
    const found = await this.#peopleBehind(
      [...(managerRef ? [managerRef] : []), ...owners.flat(), ...reviewers],
      except,
    );
    const there = await Promise.all(
      found.map(ref => this.#options.exists(ref)),
    );
    return found.filter((_, at) => there[at]).slice(0, mostWitnesses);
  }

  /** The people whom refs of people and groups stand for, each once. */
  async #peopleBehind(
    refs: readonly string[],
    except: ReadonlySet<string>,
  ): Promise<string[]> {
    const members = await this.#options.people.membersOf(refs);
    return [...new Set(refs.flatMap(ref => members.get(ref) ?? []))].filter(
      ref => !except.has(ref),
    );
  }
}

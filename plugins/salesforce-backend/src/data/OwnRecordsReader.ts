import {
  GatewayError,
  soql,
  type ObjectDescription,
  type QueryPage,
  type SalesforceReader,
  type SalesforceRecord,
  type SoqlQuery,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { QueryDictionary } from '../actions/QueryDictionary';
import { refuseSecrets } from '../actions/refuseSecrets';
import { namesIn } from '../actions/soqlNames';
import type { BatchSource } from '../gateway';
import { readAllPages } from '../gateway/readAllPages';
import { toLongId } from '../gateway/recordId';
import type { AccessFacts } from './AccessFacts';
import { hideUnseen } from './hideUnseen';
import { refuseOwnData } from './OwnDataRefusal';
import type { ParentToCheck } from './narrowingFacts';
import { OwnRecordsNarrowing } from './OwnRecordsNarrowing';
import { isAboutUsers } from './ownership';

/** A query as it is sent, and what to look at when its rows are there. */
export interface NarrowedQuery {
  query: SoqlQuery;
  checks: ParentToCheck[];
}

/**
 * Reads through the integration user what one Salesforce user may see and owns.
 * Whatever query it is given is narrowed; there is no way around.
 */
export class OwnRecordsReader implements BatchSource {
  readonly #reader: SalesforceReader;
  readonly #facts: AccessFacts;
  readonly #userId: string;
  readonly #notes = new Set<string>();
  #hasQueried = false;

  constructor(options: {
    /** Of the integration user. */
    reader: SalesforceReader;
    facts: AccessFacts;
    userId: string;
  }) {
    this.#reader = options.reader;
    this.#facts = options.facts;
    this.#userId = options.userId;
  }

  /** Whether rows were left out because they are not the person's own. */
  get hasQueried(): boolean {
    return this.#hasQueried;
  }

  /** What was left out so far, in words. */
  get notes(): string[] {
    return [...this.#notes];
  }

  async query<TRecord = SalesforceRecord>(
    query: SoqlQuery,
  ): Promise<QueryPage<TRecord>> {
    if (query.object === 'EntityDefinition') {
      return this.#objects(query) as Promise<QueryPage<TRecord>>;
    }
    const narrowed = await this.narrow(query);
    this.#hasQueried = true;
    const page = await this.#reader.query(narrowed.query);
    return {
      ...((await this.#shown(page, narrowed.checks)) as QueryPage<TRecord>),
      sent: narrowed.query.text,
    };
  }

  async queryMore<TRecord = SalesforceRecord>(
    next: string,
  ): Promise<QueryPage<TRecord>> {
    const way = readWay(next);
    const page = await this.#reader.queryMore(way.next);
    return this.#shown(page, way.checks) as Promise<QueryPage<TRecord>>;
  }

  async batch(queries: SoqlQuery[]): Promise<QueryPage[]> {
    return (await this.batchSettled(queries)).map(result => {
      if (result.status === 'rejected') throw result.reason;
      return result.value;
    });
  }

  async batchSettled(
    queries: SoqlQuery[],
  ): Promise<PromiseSettledResult<QueryPage>[]> {
    return Promise.allSettled(queries.map(query => this.query(query)));
  }

  async queryAll<TRecord = SalesforceRecord>(
    query: SoqlQuery,
    options: { maximum?: number } = {},
  ): Promise<TRecord[]> {
    return readAllPages<TRecord>({ reader: this, query, ...options });
  }

  /** Records by id: any that the person may see, not only their own. */
  async retrieve<TRecord = SalesforceRecord>(options: {
    object: string;
    ids: string[];
    fields: string[];
  }): Promise<Array<TRecord | null>> {
    const { object, fields } = options;
    const access = await this.#facts.object(object);
    const hidden = fields.find(
      name => name !== 'Id' && !access?.visibleFields.has(name.toLowerCase()),
    );
    if (!access?.readable || hidden) {
      return refuseOwnData(
        hidden
          ? `There is no field '${hidden}' of ${object} that you may see; leave it out`
          : `There is no '${object}' that you may see`,
      );
    }
    await refuseSecrets({
      names: {
        fields: fields.map(name => ({
          object: { kind: 'object', name: object },
          path: [name],
        })),
        wholeObjects: [],
        effects: [],
      },
      dictionary: new QueryDictionary(this.#reader),
    });
    const ids = options.ids.map(toLongId);
    const visible = isAboutUsers(access.description.name)
      ? new Set([this.#userId])
      : await this.#facts.visibleRecords(ids);
    const wanted = ids.filter(id => visible.has(id));
    if (wanted.length === 0) return ids.map(() => null);
    const records = await this.#reader.retrieve<TRecord>({
      object,
      ids: wanted,
      fields,
    });
    const byId = new Map(wanted.map((id, position) => [id, records[position]]));
    return ids.map(id => byId.get(id) ?? null);
  }

  /** The object with the fields that the person may see. */
  async describe(object: string): Promise<ObjectDescription> {
    const access = await this.#facts.object(object);
    if (!access || !(access.readable || isAboutUsers(object))) {
      throw new GatewayError({
        failure: 'not_found',
        message: `There is no object '${object}' that you may see`,
        certainty: 'not_applied',
      });
    }
    const { description, visibleFields, readable } = access;
    return {
      ...description,
      fields: description.fields.filter(
        ({ name }) =>
          name === 'Id' || !readable || visibleFields.has(name.toLowerCase()),
      ),
    };
  }

  limits(): Promise<{ used: number; max: number }> {
    return this.#reader.limits();
  }

  /** The query as it may be sent. Throws InputError for one that may not. */
  async narrow(query: SoqlQuery): Promise<NarrowedQuery> {
    const tree = soql.parse(query.text);
    await refuseSecrets({
      names: namesIn(tree),
      dictionary: new QueryDictionary(this.#reader),
    });
    const narrowing = new OwnRecordsNarrowing({
      reader: this.#reader,
      facts: this.#facts,
      userId: this.#userId,
    });
    const narrowed = await soql.narrow(tree, narrowing);
    narrowing.notes.forEach(note => this.#notes.add(note));
    return { query: soql.fromTree(narrowed), checks: narrowing.checks };
  }

  /** Takes out of rows what the person may not see. */
  hideUnseen(
    records: SalesforceRecord[],
    checks: readonly ParentToCheck[],
  ): Promise<SalesforceRecord[]> {
    return hideUnseen({
      records,
      checks,
      visibleRecords: ids => this.#facts.visibleRecords(ids),
    });
  }

  /** Which objects there are: those that the person may read. */
  async #objects(query: SoqlQuery): Promise<QueryPage> {
    const names = namesIn(soql.parse(query.text));
    const isPlain = names.fields.every(
      ({ object, path }) =>
        object.kind === 'object' &&
        object.name === 'EntityDefinition' &&
        path.length === 1,
    );
    const isNamed = names.fields.some(({ path }) =>
      path.includes('QualifiedApiName'),
    );
    if (!isPlain || !isNamed) {
      return refuseOwnData('Objects are found by QualifiedApiName');
    }
    const page = await this.#reader.query(query);
    const readable = await Promise.all(
      page.records.map(async row => {
        const access = await this.#facts.object(String(row.QualifiedApiName));
        return access?.readable ? [row] : [];
      }),
    );
    const records = readable.flat();
    return { records, totalSize: records.length };
  }

  async #shown(page: QueryPage, checks: ParentToCheck[]): Promise<QueryPage> {
    const records = await this.hideUnseen(page.records, checks);
    return {
      records,
      totalSize: page.totalSize - (page.records.length - records.length),
      ...(page.next
        ? { next: JSON.stringify({ next: page.next, checks }) }
        : {}),
    };
  }
}

/** The way on carries what to look at; it is sealed before it leaves. */
function readWay(way: string): { next: string; checks: ParentToCheck[] } {
  try {
    const { next, checks } = JSON.parse(way);
    if (typeof next === 'string' && Array.isArray(checks)) {
      return { next, checks };
    }
  } catch {
    // the way to a page of somebody who reads as the integration user
  }
  return refuseOwnData('There is no such further page; run the query again');
}

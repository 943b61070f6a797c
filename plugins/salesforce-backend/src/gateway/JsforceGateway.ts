import type {
  GatewayError,
  LeadConversion,
  ObjectDescription,
  QueryPage,
  SalesforceGateway,
  SalesforceRecord,
  SoqlQuery,
  WriteResult,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { bulkQuery, type BulkSource } from './bulkQuery';
import { transferRecords, type Transfer } from './bulkTransfer';
import { DescribeCache } from './DescribeCache';
import { convertLead } from './convertLead';
import { endSessions, revokeOauthTokens } from './endingAccess';
import { checkedIds, checkedName, checkedNext } from './callChecks';
import {
  compositeOf,
  isTooLongForUrl,
  queryPath,
  toolingPath,
} from './queryCalls';
import { OrgCalls } from './OrgCalls';
import type { OrgCredentials, RefreshTokenKeeper } from './OrgCredentials';
import { OrgLimits, type LimitLevel, type LimitState } from './OrgLimits';
import { OrgSession } from './OrgSession';
import { deleteRecords, writeRecords } from './recordWrites';
import { rehearseDeactivation } from './rehearseDeactivation';
import { readAllPages } from './readAllPages';
import {
  settledPages,
  toDescription,
  toLimits,
  toQueryPage,
  toRefusalOfRecord,
  toRetrieved,
} from './recordAnswers';

const idsPerRetrieve = 2000;
const queriesPerCall = 5;

/** @see JsforceGateway */
export interface JsforceGatewayOptions {
  credentials: OrgCredentials;
  /** For credentials with a refresh token that others may replace. */
  keeper?: RefreshTokenKeeper;
  /** Such as `63.0`; jsforce alone would fall back to 50.0. */
  apiVersion: string;
  now: () => Date;
  wait: (milliseconds: number) => Promise<void>;
  /** Milliseconds for one call. Default two minutes, Salesforce's own limit. */
  timeout?: number;
  /** Calls at the same time. Default 8. */
  concurrency?: number;
  /** Told how each call ended; undefined when it was answered as it should. */
  onOutcome?: (failure: GatewayError | undefined) => void;
  /** Told when the level of the daily limit changes. */
  onLimitChange?: (change: { state: LimitState; previous: LimitLevel }) => void;
}

/**
 * The only door to one Salesforce org, on jsforce. It sends what it is given:
 * queries that were built and not written, ids and names that are checked
 * here, at most one call for each write, and nothing twice that may have been
 * applied. See docs/gateway.md.
 */
export class JsforceGateway implements SalesforceGateway, BulkSource {
  readonly #apiVersion: string;
  readonly #session: OrgSession;
  readonly #calls: OrgCalls;
  readonly #limits: OrgLimits;
  readonly #descriptions: DescribeCache;
  readonly #wait: JsforceGatewayOptions['wait'];
  readonly #onOutcome: JsforceGatewayOptions['onOutcome'];

  static create(options: JsforceGatewayOptions): JsforceGateway {
    return new JsforceGateway(options);
  }

  private constructor(options: JsforceGatewayOptions) {
    const { credentials, apiVersion, now, timeout = 120_000 } = options;
    this.#apiVersion = apiVersion;
    this.#wait = options.wait;
    this.#onOutcome = options.onOutcome;
    this.#limits = new OrgLimits({ now, onChange: options.onLimitChange });
    this.#session = new OrgSession({
      credentials,
      apiVersion,
      timeout,
      now,
      keeper: options.keeper,
    });
    this.#calls = new OrgCalls({
      session: this.#session,
      limits: this.#limits,
      concurrency: options.concurrency ?? 8,
      timeout,
      wait: options.wait,
      onOutcome: options.onOutcome,
    });
    this.#descriptions = new DescribeCache({ now });
  }

  /** What is known of the daily limit without asking. */
  get limitState(): LimitState | undefined {
    return this.#limits.state;
  }

  /** Who the integration user is; logs in where needed, costs no API call. */
  async identity(): Promise<{
    instanceUrl: string;
    organizationId: string;
    userId: string;
  }> {
    const session = await this.#session.current().catch(error => {
      this.#onOutcome?.(error);
      throw error;
    });
    const { instanceUrl, organizationId, userId } = session;
    return { instanceUrl, organizationId, userId };
  }

  /** Ends the session at Salesforce. False when Salesforce did not confirm it. */
  async revoke(): Promise<boolean> {
    return this.#session.revoke();
  }

  async query<TRecord = SalesforceRecord>(
    query: SoqlQuery,
  ): Promise<QueryPage<TRecord>> {
    if (isTooLongForUrl(query)) {
      const [page] = await this.batch([query]);
      return page as QueryPage<TRecord>;
    }
    const body = await this.#calls.send({
      kind: 'query',
      method: 'GET',
      path: queryPath(query),
    });
    return toQueryPage(body) as QueryPage<TRecord>;
  }

  async queryTooling(query: SoqlQuery): Promise<QueryPage> {
    const body = await this.#calls.send({
      kind: 'query',
      method: 'GET',
      path: toolingPath(query),
    });
    return toQueryPage(body);
  }

  async queryMore<TRecord = SalesforceRecord>(
    next: string,
  ): Promise<QueryPage<TRecord>> {
    const body = await this.#calls.send({
      kind: 'query',
      method: 'GET',
      path: checkedNext(next),
    });
    return toQueryPage(body) as QueryPage<TRecord>;
  }

  async batch(queries: SoqlQuery[]): Promise<QueryPage[]> {
    return (await this.batchSettled(queries)).map(result => {
      if (result.status === 'rejected') throw result.reason;
      return result.value;
    });
  }

  /** Like `batch`, where each query fails alone. */
  async batchSettled(
    queries: SoqlQuery[],
  ): Promise<PromiseSettledResult<QueryPage>[]> {
    const results: PromiseSettledResult<QueryPage>[] = [];
    for (let start = 0; start < queries.length; start += queriesPerCall) {
      const part = queries.slice(start, start + queriesPerCall);
      const body = await this.#calls.send({
        kind: 'query',
        method: 'POST',
        path: '/composite',
        body: compositeOf(part, this.#apiVersion),
      });
      results.push(...settledPages(body, part.length));
    }
    return results;
  }

  async queryAll<TRecord = SalesforceRecord>(
    query: SoqlQuery,
    options: { maximum?: number } = {},
  ): Promise<TRecord[]> {
    return readAllPages<TRecord>({ reader: this, query, ...options });
  }

  bulkQuery(query: SoqlQuery): AsyncIterable<Uint8Array> {
    return bulkQuery({ calls: this.#calls, query, wait: this.#wait });
  }

  async retrieve<TRecord = SalesforceRecord>(options: {
    object: string;
    ids: string[];
    fields: string[];
  }): Promise<Array<TRecord | null>> {
    const object = checkedName(options.object);
    const ids = checkedIds(options.ids);
    const fields = options.fields.map(checkedName);
    const records: Array<TRecord | null> = [];
    for (let start = 0; start < ids.length; start += idsPerRetrieve) {
      const part = ids.slice(start, start + idsPerRetrieve);
      const body = await this.#calls.send({
        kind: 'read',
        method: 'POST',
        path: `/composite/sobjects/${object}`,
        body: { ids: part, fields },
      });
      records.push(...toRetrieved<TRecord>(body, part.length));
    }
    return records;
  }

  async describe(object: string): Promise<ObjectDescription> {
    const name = checkedName(object);
    return this.#descriptions.get(name, async () =>
      toDescription(
        await this.#calls.send({
          kind: 'read',
          method: 'GET',
          path: `/sobjects/${name}/describe`,
        }),
      ),
    );
  }

  async limits(): Promise<{ used: number; max: number }> {
    const usage = toLimits(
      await this.#calls.send({ kind: 'read', method: 'GET', path: '/limits' }),
    );
    this.#limits.note(usage);
    return usage;
  }

  async create(options: {
    object: string;
    records: Array<Record<string, unknown>>;
  }): Promise<WriteResult[]> {
    const type = checkedName(options.object);
    return writeRecords(
      this.#writing,
      'POST',
      options.records.map(record => ({ attributes: { type }, ...record })),
    );
  }

  async update(options: {
    object: string;
    records: Array<{ Id: string } & Record<string, unknown>>;
  }): Promise<WriteResult[]> {
    const type = checkedName(options.object);
    checkedIds(options.records.map(({ Id }) => Id));
    return writeRecords(
      this.#writing,
      'PATCH',
      options.records.map(record => ({ attributes: { type }, ...record })),
    );
  }

  async delete(options: {
    object: string;
    ids: string[];
  }): Promise<WriteResult[]> {
    checkedName(options.object);
    return deleteRecords(this.#writing, checkedIds(options.ids));
  }

  async resetPassword(options: { userId: string }): Promise<WriteResult> {
    const [id] = checkedIds([options.userId]);
    try {
      await this.#calls.send({
        kind: 'write',
        method: 'DELETE',
        path: `/sobjects/User/${id}/password`,
        // the answer holds a password that lets anyone finish the reset
        discardBody: true,
      });
      return { outcome: 'applied', id };
    } catch (error) {
      return toRefusalOfRecord(error);
    }
  }

  async revokeOauthTokens(options: {
    userId: string;
    appName?: string;
  }): Promise<WriteResult> {
    return revokeOauthTokens({
      ...options,
      reader: this,
      session: this.#session,
    });
  }

  async endSessions(options: { userId: string }): Promise<WriteResult> {
    return endSessions({ ...options, reader: this, writer: this });
  }

  async transferRecords(options: Transfer): Promise<WriteResult> {
    const { userId } = await this.identity();
    return transferRecords({
      calls: this.#calls,
      userId,
      reader: this,
      wait: this.#wait,
      transfer: options,
    });
  }

  async rehearseDeactivation(options: {
    userId: string;
  }): Promise<WriteResult> {
    return rehearseDeactivation({ ...this.#writing, ...options });
  }

  async convertLead(options: LeadConversion): Promise<WriteResult> {
    return convertLead({ calls: this.#calls, conversion: options });
  }

  get #writing() {
    return { calls: this.#calls, apiVersion: this.#apiVersion };
  }
}

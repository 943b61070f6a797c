import type {
  DataObject,
  DataObjectSummary,
  DataRecord,
} from '@salesdesk/backstage-plugin-salesforce-common';
import {
  soql,
  type SalesforceRecord,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { Knex } from 'knex';
import { queryColumns } from '../actions/queryColumns';
import { QueryDictionary } from '../actions/QueryDictionary';
import { refuseSecrets } from '../actions/refuseSecrets';
import { namesIn } from '../actions/soqlNames';
import type { AuditLog } from '../audit/AuditLog';
import { isRecordId, toLongId } from '../gateway';
import type { GatewayProvider } from '../orgs';
import { recordUrls } from '../orgs/recordUrl';
import type { Caller } from '../permissions/Caller';
import type { OrgDirectory } from '../requests/OrgDirectory';
import type { DataService, RunningQuery } from './DataService';
import { exportCsv } from './exportCsv';
import { listObjects } from './listObjects';
import { mayReadAll } from './mayReadAll';
import { findRecord, readRecord } from './readRecord';
import { readRelated } from './readRelated';
import type { PersonalData, RunQueryAs } from './RunQueryAs';
import { toDataObject } from './toDataObject';

/** @see DefaultDataService */
export interface DefaultDataServiceOptions {
  knex: Knex;
  data: RunQueryAs;
  gateways: GatewayProvider;
  orgs: OrgDirectory;
  auditLog: AuditLog;
}

interface Opened {
  orgId: string;
  personal: PersonalData;
  urlOf(object: string, id: string): string;
}

/** @see DataService */
export class DefaultDataService implements DataService {
  readonly #options: DefaultDataServiceOptions;

  static create(options: DefaultDataServiceOptions): DefaultDataService {
    return new DefaultDataService(options);
  }

  private constructor(options: DefaultDataServiceOptions) {
    this.#options = options;
  }

  async listObjects(options: {
    orgId?: string;
    caller: Caller;
  }): Promise<DataObjectSummary[]> {
    const { orgId, personal } = await this.#open(options);
    return personal.as === 'own-records'
      ? listObjects({
          reader: await this.#options.gateways.forOrg(orgId),
          userId: personal.salesforceUserId,
        })
      : listObjects({ reader: personal.reader });
  }

  async object(options: {
    orgId?: string;
    object: string;
    caller: Caller;
  }): Promise<DataObject> {
    const { personal } = await this.#open(options);
    return toDataObject(await personal.reader.describe(options.object));
  }

  async record(options: {
    orgId?: string;
    object: string;
    recordId: string;
    caller: Caller;
  }): Promise<DataRecord> {
    const { caller, object } = options;
    const { orgId, personal, urlOf } = await this.#open(options);
    const { reader } = personal;
    const recordId = isRecordId(options.recordId)
      ? toLongId(options.recordId)
      : options.recordId;
    const read = { reader, object, recordId, recordUrl: urlOf };
    const shown = await readRecord(read);
    const { description } = await findRecord(read);
    const related = await readRelated({
      reader,
      description,
      recordId,
      recordUrl: urlOf,
    });
    await this.#record({
      caller,
      orgId,
      summary: `Read: ${description.label} ${recordId}`,
      data: { object: description.name, recordId },
    });
    return {
      ...shown,
      related,
      ...(personal.as === 'own-records'
        ? { restrictedTo: 'related records that you own' }
        : {}),
    };
  }

  async query(options: {
    orgId?: string;
    query: string;
    maximum: number;
    caller: Caller;
  }): Promise<RunningQuery> {
    const { caller, maximum } = options;
    const { orgId, personal, urlOf } = await this.#open(options);
    const { reader } = personal;
    const tree = soql.parse(options.query);
    const dictionary = new QueryDictionary(reader);
    await refuseSecrets({ names: namesIn(tree), dictionary });
    const query = soql.fromTree(tree);
    const first = await reader.query(query);
    await this.#record({
      caller,
      orgId,
      summary: 'Read: Run a SOQL query',
      data: {
        query: first.sent ?? query.text,
        readAs: personal.as,
        total: first.totalSize,
      },
    });
    const columns = await queryColumns({
      tree,
      dictionary,
      firstRow: first.records[0],
    });
    const object = await dictionary.object({
      kind: 'object',
      name: query.object,
    });
    return {
      columns,
      total: first.totalSize,
      query: first.sent ?? query.text,
      ...(object && columns.some(({ name }) => name === 'Id')
        ? {
            object: object.name,
            recordUrl: urlOf(object.name, '{id}'),
          }
        : {}),
      ...(personal.as === 'own-records'
        ? { restrictedTo: 'records that you own' }
        : {}),
      maximum,
      pages: pagesFrom({ first, reader, maximum }),
      notes: personal.notes,
    };
  }

  async export(options: {
    orgId?: string;
    query: string;
    caller: Caller;
  }): Promise<AsyncIterable<string | Uint8Array>> {
    const { caller } = options;
    const { orgId, personal } = await this.#open(options);
    const tree = soql.parse(options.query);
    await refuseSecrets({
      names: namesIn(tree),
      dictionary: new QueryDictionary(personal.reader),
    });
    const { chunks, total, sent, method } = await exportCsv({
      personal,
      tree,
      gateway:
        personal.as === 'integration-user'
          ? await this.#options.gateways.forOrg(orgId)
          : undefined,
    });
    await this.#record({
      caller,
      orgId,
      summary: `Exported ${total} rows as CSV`,
      data: { query: sent, readAs: personal.as, total, method },
    });
    return chunks;
  }

  async #open(options: { orgId?: string; caller: Caller }): Promise<Opened> {
    const { caller } = options;
    const { data, gateways, orgs } = this.#options;
    const orgId = options.orgId ?? (await orgs.defaultOrgId());
    const personal = await data.open({
      orgId,
      personRef: caller.ref,
      mayReadAll: mayReadAll({
        caller,
        orgId,
        actionId: 'salesforce_run_soql',
        risk: 'low',
      }),
    });
    const { org } = await gateways.connect(orgId);
    return { orgId, personal, urlOf: recordUrls(org.instanceUrl) };
  }

  async #record(options: {
    caller: Caller;
    orgId: string;
    summary: string;
    data: Record<string, unknown>;
  }): Promise<void> {
    const { caller, orgId, summary, data } = options;
    const { knex, auditLog } = this.#options;
    await knex.transaction(transaction =>
      auditLog.append(transaction, [
        {
          type: 'action.read',
          actor: caller.ref,
          org: orgId,
          summary,
          data,
        },
      ]),
    );
  }
}

/** Page after page, as they are taken. */
async function* pagesFrom(options: {
  first: { records: SalesforceRecord[]; next?: string };
  reader: PersonalData['reader'];
  maximum: number;
}): AsyncGenerator<SalesforceRecord[]> {
  const { reader, maximum } = options;
  let page = options.first;
  let sent = 0;
  for (;;) {
    const rows = page.records.slice(0, maximum - sent);
    sent += rows.length;
    if (rows.length > 0) yield rows;
    if (!page.next || sent >= maximum) return;
    page = await reader.queryMore(page.next);
  }
}

import {
  SalesdeskError,
  type FieldError,
  type Picker,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { NameResolver, ResolvedRecord, ResolvedUser } from '../actions';
import type { ActionContext } from '../actions/SalesforceAction';
import type {
  ObjectDescription,
  QueryPage,
  SalesforceReader,
  SalesforceRecord,
  SoqlQuery,
} from '../gateway';

/** What a test puts into its org. @public */
export interface TestOrgContent {
  /** Records by object; each has an `Id`. */
  records?: Record<string, SalesforceRecord[]>;
  /** Salesforce users that references can mean, by id, username, e-mail or name. */
  users?: ResolvedUser[];
  /** Other named records by picker. */
  named?: Partial<Record<Picker, ResolvedRecord[]>>;
  /** Answers a query; default: every record of its object. */
  onQuery?(query: SoqlQuery): SalesforceRecord[];
  describe?: Record<string, ObjectDescription>;
  requester?: { ref: string; salesforceUserId?: string };
  now?: Date;
  protectedUserIds?: string[];
}

/**
 * An {@link ActionContext} over records in memory, to try the preview of an
 * action in a unit test. It evaluates no SOQL: queries answer what `onQuery`
 * says. For everything else, run the action against the local org of the
 * package `@salesdesk/salesforce-org`.
 *
 * @public
 */
export function createTestActionContext(
  content: TestOrgContent = {},
): ActionContext {
  return {
    org: {
      id: 'test',
      title: 'Test',
      apiVersion: '63.0',
      instanceUrl: 'https://test.my.salesforce.com',
    },
    requester: content.requester ?? { ref: 'user:default/test' },
    now: content.now ?? new Date('2026-11-23T09:00:00Z'),
    protectedUserIds: content.protectedUserIds ?? [],
    recordUrl: (object, id) =>
      `https://test.my.salesforce.com/lightning/r/${object}/${id}/view`,
    reader: createReader(content),
    resolver: createResolver(content),
    cursors: {
      seal: async ({ next }) => next,
      open: async ({ cursor }) => cursor,
    },
  };
}

function createReader(content: TestOrgContent): SalesforceReader {
  const rowsOf = (query: SoqlQuery) =>
    content.onQuery?.(query) ?? content.records?.[query.object] ?? [];
  const pageOf = (query: SoqlQuery): QueryPage => {
    const records = rowsOf(query);
    return { records, totalSize: records.length };
  };
  return {
    query: async <TRecord = SalesforceRecord>(query: SoqlQuery) =>
      pageOf(query) as QueryPage<TRecord>,
    queryMore: async <TRecord = SalesforceRecord>() =>
      ({ records: [], totalSize: 0 } as QueryPage<TRecord>),
    queryAll: async <TRecord = SalesforceRecord>(query: SoqlQuery) =>
      rowsOf(query) as TRecord[],
    batch: async queries => queries.map(pageOf),
    retrieve: async <TRecord = SalesforceRecord>(options: {
      object: string;
      ids: string[];
    }) =>
      options.ids.map(
        id =>
          (content.records?.[options.object]?.find(
            record => record.Id === id,
          ) ?? null) as TRecord | null,
      ),
    describe: async object => {
      const description = content.describe?.[object];
      if (!description) throw new Error(`'${object}' is not described`);
      return description;
    },
    limits: async () => ({ used: 0, max: 100_000 }),
  };
}

function createResolver(content: TestOrgContent): NameResolver {
  const refuse = (errors: FieldError[]): never => {
    throw new SalesdeskError('InputError', errors[0].message, {
      code: errors[0].code ?? 'invalid_input',
      fields: errors,
    });
  };
  const unknown = (path: string, reference: string): never =>
    refuse([
      {
        path,
        message: `There is no "${reference}"`,
        code: 'unknown_name',
      },
    ]);
  const findUser = (path: string, reference: string): ResolvedUser =>
    content.users?.find(({ id, username, email, name }) =>
      [id, username, email, name].includes(reference),
    ) ?? unknown(path, reference);
  return {
    users: async ({ path, references }) =>
      references.map((reference, index) =>
        findUser(`${path}.${index}`, reference),
      ),
    user: async ({ path, reference }) => findUser(path, reference),
    record: async ({ path, picker, reference }) =>
      content.named?.[picker]?.find(({ id, label, name }) =>
        [id, label, name].includes(reference),
      ) ?? unknown(path, reference),
    value: async ({ reference }) => reference,
    person: async () => undefined,
    refuse,
  };
}

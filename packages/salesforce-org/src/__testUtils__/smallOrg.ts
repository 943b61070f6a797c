import { Org, type OrgOptions } from '../Org';
import type { SalesforceError } from '../core/SalesforceError';
import type { CallContext, FieldInput, QueryRecord } from '../core/types';

/** Noon in London and 7 in the morning in New York, a Wednesday. */
export const NOON = '2026-02-11T12:00:00Z';

/**
 * An org without rules and access model: what is tested with it is the engine
 * alone. Its user lives in New York.
 */
export class SmallOrg {
  readonly org: Org;
  readonly ctx: CallContext;
  readonly userId: string;

  constructor(options: OrgOptions = {}) {
    this.org = Org.create({ clock: NOON, ...options });
    const { store } = this.org;
    store.load('Organization', [
      {
        Id: this.org.organizationId,
        Name: 'Small',
        TimeZoneSidKey: 'America/New_York',
        FiscalYearStartMonth: 1,
      },
    ]);
    [this.userId] = this.load('User', [
      {
        Username: 'ann@small.test',
        LastName: 'Lee',
        FirstName: 'Ann',
        Email: 'ann@small.test',
        Alias: 'ann',
        IsActive: true,
        TimeZoneSidKey: 'America/New_York',
        LocaleSidKey: 'en_US',
        UserType: 'Standard',
      },
    ]);
    this.ctx = { userId: this.userId, apiVersion: '64.0' };
  }

  /** Stores rows as they are. */
  load(object: string, rows: Parameters<Org['store']['load']>[1]): string[] {
    return this.org.store.load(object, rows);
  }

  /** Creates a record as the user. */
  create(object: string, fields: FieldInput): string {
    return this.org.dml.insert(this.ctx, object, fields);
  }

  records(soql: string, options: { all?: boolean } = {}): QueryRecord[] {
    return this.org.query(this.ctx, soql, options).records();
  }

  /** The values of one column. */
  column(soql: string, name = 'Name'): unknown[] {
    return this.records(soql).map(record => record[name]);
  }

  /** What something throws; an error if it throws nothing. */
  thrown(run: () => unknown): SalesforceError {
    try {
      run();
    } catch (error) {
      return error as SalesforceError;
    }
    throw new Error('Nothing was thrown');
  }

  /** The refusal that something throws, for comparing. */
  refusal(run: () => unknown): {
    httpStatus: number;
    errorCode: string;
    message: string;
    fields?: readonly string[];
  } {
    const { httpStatus, errorCode, message, fields } = this.thrown(run);
    return { httpStatus, errorCode, message, ...(fields && { fields }) };
  }

  refusedQuery(soql: string): { errorCode: string; message: string } {
    const { errorCode, message } = this.refusal(() => this.records(soql));
    return { errorCode, message };
  }
}

import { isSalesforceError } from '../core/SalesforceError';
import type { Switches } from '../core/switches';
import type {
  CallContext,
  FieldInput,
  OrgFeature,
  QueryRecord,
} from '../core/types';
import { minimalData } from '../data/minimal/minimalData';
import type { OrgData } from '../data/OrgData';
import { Org } from '../Org';

/** How a call was refused, as the answer would say it. */
export interface Refusal {
  readonly errorCode: string;
  readonly message: string;
  readonly fields: readonly string[] | undefined;
  readonly codes: readonly string[];
  readonly messages: readonly string[];
  readonly extra: Record<string, unknown> | undefined;
}

/** The time at which test orgs stand. */
export const TEST_TIME = '2026-11-22T10:00:00.000Z';

/**
 * An org for tests of rules and access, called as its people would, without
 * HTTP in between. Its clock stands still.
 */
export class TestOrg {
  readonly org: Org;
  readonly #data: OrgData;
  #created = 0;

  static create(
    options: {
      data?: OrgData;
      switches?: Partial<Switches>;
      features?: readonly OrgFeature[];
      schema?: unknown;
      clock?: string;
    } = {},
  ): TestOrg {
    return new TestOrg(options);
  }

  private constructor(options: Parameters<typeof TestOrg.create>[0] = {}) {
    const { data = minimalData(), features = [], schema } = options;
    this.#data = data;
    this.org = Org.create({
      features: [data.feature, ...features],
      switches: { ...data.switches, ...options.switches },
      clock: options.clock ?? TEST_TIME,
      schema,
    });
  }

  /** Calls as a user, by username. */
  as(username: string): CallContext {
    return { userId: this.userId(username), apiVersion: '63.0' };
  }

  /** Calls as a System Administrator. */
  get admin(): CallContext {
    return this.as(this.#data.administratorUsername ?? '');
  }

  userId(username: string): string {
    return this.id('User', 'Username', username);
  }

  /** The id of the only row with this value. */
  id(object: string, field: string, value: string): string {
    const rows = this.org.store.findBy(object, field, value);
    if (rows.length !== 1) {
      throw new Error(
        `${rows.length} rows of '${object}' with ${field} '${value}'`,
      );
    }
    return rows[0].Id;
  }

  profileId(name: string): string {
    return this.id('Profile', 'Name', name);
  }

  insert(object: string, fields: FieldInput, ctx = this.admin): string {
    return this.org.dml.insert(ctx, object, fields);
  }

  update(
    object: string,
    id: string,
    fields: FieldInput,
    ctx = this.admin,
  ): void {
    this.org.dml.update(ctx, object, id, fields);
  }

  delete(object: string, id: string, ctx = this.admin): void {
    this.org.dml.delete(ctx, object, id);
  }

  /** Creates an active user with what the caller does not care about. */
  insertUser(fields: FieldInput = {}, ctx = this.admin): string {
    return this.insert('User', this.userFields(fields), ctx);
  }

  /** Everything that a new user needs, and the fields given. */
  userFields(fields: FieldInput = {}): FieldInput {
    this.#created += 1;
    const name = `person${this.#created}`;
    return {
      Username: `${name}@minimal.test`,
      LastName: `Person ${this.#created}`,
      Email: `${name}@minimal.test`,
      Alias: name.slice(-8),
      ProfileId: this.profileId('Standard User'),
      TimeZoneSidKey: 'America/New_York',
      LocaleSidKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
      LanguageLocaleKey: 'en_US',
      ...fields,
    };
  }

  /** A permission set with what it grants, assigned to the users named. */
  insertPermissionSet(options: {
    label: string;
    fields?: FieldInput;
    objects?: Readonly<Record<string, readonly string[]>>;
    assignees?: readonly string[];
  }): string {
    const { label, fields = {}, objects = {}, assignees = [] } = options;
    const id = this.insert('PermissionSet', {
      Label: label,
      Name: label.replace(/\W/g, '_'),
      ...fields,
    });
    for (const [object, flags] of Object.entries(objects)) {
      this.insert('ObjectPermissions', {
        ParentId: id,
        SobjectType: object,
        ...Object.fromEntries(flags.map(flag => [`Permissions${flag}`, true])),
      });
    }
    assignees.forEach(userId =>
      this.insert('PermissionSetAssignment', {
        AssigneeId: userId,
        PermissionSetId: id,
      }),
    );
    return id;
  }

  rows(soql: string, ctx: CallContext = this.admin): QueryRecord[] {
    return this.org.query(ctx, soql).records();
  }

  /** The only row that a query finds. */
  row(soql: string, ctx: CallContext = this.admin): QueryRecord {
    const rows = this.rows(soql, ctx);
    if (rows.length !== 1) {
      throw new Error(`${rows.length} rows: ${soql}`);
    }
    return rows[0];
  }

  count(soql: string, ctx: CallContext = this.admin): number {
    return this.org.query(ctx, soql).totalSize;
  }

  /** `done`, or the code with which it was refused. */
  outcome(run: () => unknown): string {
    try {
      run();
      return 'done';
    } catch (error) {
      if (!isSalesforceError(error)) {
        throw error;
      }
      return error.errorCode;
    }
  }

  /** Runs what must be refused, and returns how it was. */
  refusal(run: () => unknown): Refusal {
    try {
      run();
    } catch (error) {
      if (!isSalesforceError(error)) {
        throw error;
      }
      return {
        errorCode: error.errorCode,
        message: error.message,
        fields: error.fields,
        codes: error.entries.map(({ errorCode }) => errorCode),
        messages: error.entries.map(({ message }) => message),
        extra: error.entries[0].extra,
      };
    }
    throw new Error('It was not refused');
  }
}

import {
  GatewayError,
  soql,
  type ObjectDescription,
  type SalesforceReader,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { TimedCache } from '../people/TimedCache';

/** What a person may see of an object. */
export interface ObjectAccess {
  description: ObjectDescription;
  readable: boolean;
  creatable: boolean;
  editable: boolean;
  /** API names of the fields that field-level security shows, lower case. */
  visibleFields: ReadonlySet<string>;
  creatableFields: ReadonlySet<string>;
  editableFields: ReadonlySet<string>;
  /**
   * `open`: whoever may read the object sees every row. `owner`: owners see
   * their rows. `other`: only `UserRecordAccess` knows.
   */
  sharing: 'open' | 'owner' | 'other';
}

/** Salesforce answers for this many records in one query. */
const recordsPerQuestion = 200;

/** How long an answer counts: as long as a right that was taken may still show. */
const lifetime = 60_000;

const openModels = new Set([
  'Read',
  'ReadWrite',
  'ReadWriteTransfer',
  'FullAccess',
]);

type Row = Record<string, unknown>;

/**
 * What Salesforce says one of its users may see: objects (`UserEntityAccess`),
 * fields (`UserFieldAccess`) and records (`UserRecordAccess`). What it does not
 * mention counts as hidden.
 */
export class AccessFacts {
  readonly #reader: SalesforceReader;
  readonly #userId: string;
  readonly #objects: TimedCache<ObjectAccess | undefined>;
  readonly #key: string;

  constructor(options: {
    /** Of the integration user. */
    reader: SalesforceReader;
    orgId: string;
    userId: string;
    objects: TimedCache<ObjectAccess | undefined>;
  }) {
    this.#reader = options.reader;
    this.#userId = options.userId;
    this.#objects = options.objects;
    this.#key = `${options.orgId} ${options.userId}`;
  }

  /** Where answers are kept, for all people. */
  static cache(now: () => Date): TimedCache<ObjectAccess | undefined> {
    return new TimedCache({ now, lifetime, maximum: 5_000 });
  }

  /** Undefined for an object that the org does not have. */
  object(name: string): Promise<ObjectAccess | undefined> {
    return this.#objects.get(`${this.#key} ${name.toLowerCase()}`, () =>
      this.#read(name),
    );
  }

  /** Which of these records the person may see. Ids of 18 characters. */
  async visibleRecords(ids: Iterable<string>): Promise<ReadonlySet<string>> {
    return this.#recordsWith('HasReadAccess', ids);
  }

  /** Which of these records the person may change. */
  async editableRecords(ids: Iterable<string>): Promise<ReadonlySet<string>> {
    return this.#recordsWith('HasEditAccess', ids);
  }

  async #recordsWith(
    right: 'HasReadAccess' | 'HasEditAccess',
    ids: Iterable<string>,
  ): Promise<ReadonlySet<string>> {
    const asked = [...new Set(ids)];
    const queries = [];
    for (let start = 0; start < asked.length; start += recordsPerQuestion) {
      queries.push(
        soql.select({
          from: 'UserRecordAccess',
          fields: ['RecordId', right],
          where: soql.and(
            soql.eq('UserId', this.#userId),
            soql.inList(
              'RecordId',
              asked.slice(start, start + recordsPerQuestion),
            ),
          ),
        }),
      );
    }
    const allowed = new Set<string>();
    if (queries.length === 0) return allowed;
    for (const { records } of await this.#reader.batch(queries)) {
      for (const record of records) {
        if (record[right] === true) allowed.add(String(record.RecordId));
      }
    }
    return allowed;
  }

  async #read(name: string): Promise<ObjectAccess | undefined> {
    const description = await this.#describe(name);
    if (!description) return undefined;
    const entity = soql.eq('QualifiedApiName', description.name);
    const { records } = await this.#reader.query(
      soql.select({
        from: 'EntityDefinition',
        fields: ['DurableId', 'InternalSharingModel'],
        where: entity,
      }),
    );
    const [definition] = records;
    const id = String(definition?.DurableId ?? description.name);
    const isOfObject = soql.eq('EntityDefinitionId', id);
    const isOfUser = soql.eq('UserId', this.#userId);
    const [entities, access, definitions] = await this.#reader.batch([
      soql.select({
        from: 'UserEntityAccess',
        fields: ['IsReadable', 'IsCreatable', 'IsEditable'],
        where: soql.and(isOfUser, isOfObject),
      }),
      soql.select({
        from: 'UserFieldAccess',
        fields: [
          'FieldDefinitionId',
          'IsAccessible',
          'IsCreatable',
          'IsUpdatable',
        ],
        where: soql.and(isOfUser, isOfObject),
      }),
      soql.select({
        from: 'FieldDefinition',
        fields: ['DurableId', 'QualifiedApiName'],
        where: isOfObject,
      }),
    ]);
    const [right] = entities.records;
    const names = new Map(
      definitions.records.map((row): [string, string] => [
        String(row.DurableId),
        String(row.QualifiedApiName).toLowerCase(),
      ]),
    );
    const fieldsWith = (flag: string) =>
      new Set(
        access.records
          .filter(row => row[flag] === true)
          .flatMap(row => names.get(String(row.FieldDefinitionId)) ?? []),
      );
    return {
      description,
      readable: right?.IsReadable === true,
      creatable: right?.IsCreatable === true,
      editable: right?.IsEditable === true,
      visibleFields: withWholes(description, fieldsWith('IsAccessible')),
      creatableFields: fieldsWith('IsCreatable'),
      editableFields: fieldsWith('IsUpdatable'),
      sharing: sharingOf(definition),
    };
  }

  async #describe(name: string): Promise<ObjectDescription | undefined> {
    try {
      return await this.#reader.describe(name);
    } catch (error) {
      if (
        error instanceof GatewayError &&
        ['not_found', 'refused'].includes(error.failure)
      ) {
        return undefined;
      }
      throw error;
    }
  }
}

function sharingOf(definition: Row | undefined): ObjectAccess['sharing'] {
  const model = String(definition?.InternalSharingModel);
  if (openModels.has(model)) return 'open';
  return model === 'Private' ? 'owner' : 'other';
}

/**
 * A whole such as BillingAddress shows all of its parts: it is visible only
 * where each of them is.
 */
function withWholes(
  { fields }: ObjectDescription,
  visible: ReadonlySet<string>,
): ReadonlySet<string> {
  const hidden = new Set(
    fields
      .filter(field => !visible.has(field.name.toLowerCase()))
      .flatMap(field => field.compoundFieldName?.toLowerCase() ?? []),
  );
  return new Set(
    [...visible].filter(name => name === 'name' || !hidden.has(name)),
  );
}

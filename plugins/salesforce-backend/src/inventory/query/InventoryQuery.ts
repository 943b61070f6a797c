import { SalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import { isPostgres } from '../../database/isPostgres';
import { isRecordId, toLongId } from '../../gateway';
import { plain } from '../closest';
import { findInventoryObject, type InventoryObject } from '../model';
import {
  resolveField,
  type FieldContext,
  type Join,
  type ResolvedField,
} from './fields';
import { filterSql, type FieldFilter } from './filters';

/** What is asked of the inventory. */
export interface InventoryQuestion {
  orgId: string;
  object: string;
  /** Conditions, all of which hold; of an `anyOf`, one. */
  filters: Array<FieldFilter | { anyOf: FieldFilter[] }>;
  /** Words of the names. */
  search?: string;
  /** Only these records. */
  ids?: string[];
}

/** One record as it is shown. */
export interface InventoryItem {
  id: string;
  /** What an action's input calls the user of this record. */
  target?: string;
  values: Array<string | number | boolean | null>;
}

/** How many records share a value, and what they add up to. */
export interface InventoryGroup {
  value: string | number | boolean | null;
  count: number;
  sum?: number;
}

/** Where the user of a record stands, by object. */
const userOf: Record<string, string> = {
  User: 'username',
  PermissionSetAssignment: 'user.username',
  PermissionSetLicenseAssign: 'user.username',
  UserPackageLicense: 'user.username',
  GroupMember: 'user.username',
  OauthToken: 'user.username',
  AuthSession: 'user.username',
  LoginHistory: 'user.username',
  UserLogin: 'user.username',
  UserTerritory2Association: 'user.username',
};

/** Fields that hold ids of records, of this one or of others. */
const idFields = /(^|\.)(id|\w+Id)$/;
const exactOperators: ReadonlySet<string> = new Set([
  'is',
  'isNot',
  'isOneOf',
  'isNoneOf',
]);

function mistake(message: string, path: string): SalesdeskError {
  return new SalesdeskError('InputError', message, {
    code: 'invalid_input',
    fields: [{ path, message }],
  });
}

/**
 * Questions to the inventory as SQL: one statement each, whatever is joined.
 * Objects and fields are those of the model, or an InputError that names them.
 */
export class InventoryQuery {
  readonly #knex: Knex;
  readonly #question: InventoryQuestion;
  readonly #object: InventoryObject;
  readonly #context: FieldContext;

  constructor(options: {
    knex: Knex;
    question: InventoryQuestion;
    context: FieldContext;
  }) {
    const { question } = options;
    const object = findInventoryObject(question.object);
    if (!object) {
      throw mistake(`The inventory keeps no '${question.object}'`, 'object');
    }
    this.#knex = options.knex;
    this.#question = question;
    this.#object = object;
    this.#context = options.context;
  }

  /** A field by its id. Throws InputError. */
  field(id: string): ResolvedField {
    const field = resolveField({
      object: this.#object,
      id,
      context: this.#context,
    });
    if (!field) {
      throw mistake(`'${this.#object.label}' has no field '${id}'`, 'fields');
    }
    return field;
  }

  async count(): Promise<number> {
    const { from, where } = this.#clauses([]);
    const [row] = await this.#rows<{ n: number | string }>({
      sql: `select count(*) as n ${from.sql} ${where.sql}`,
      bindings: [...from.bindings, ...where.bindings],
    });
    return Number(row.n);
  }

  /** A page of records, in an order that is stable. */
  async page(options: {
    fields: string[];
    sort?: { field: string; descending: boolean };
    cursor?: string;
    limit: number;
  }): Promise<{ items: InventoryItem[]; nextCursor?: string }> {
    const fields = options.fields.map(id => this.field(id));
    const target = userOf[this.#object.name];
    const targetField = target ? this.field(target) : undefined;
    const sort = this.#sortOf(options.sort);
    const used = [
      ...fields,
      ...(targetField ? [targetField] : []),
      ...(sort.field ? [sort.field] : []),
    ];
    const { from, where } = this.#clauses(used);
    const after = options.cursor ? readCursor(options.cursor) : undefined;
    const direction = sort.descending ? 'desc' : 'asc';
    const isAfter = sort.descending ? '<' : '>';
    const columns = fields.map((field, index) => ({
      sql: `${field.sql} as c${index}`,
      bindings: field.bindings,
    }));
    const rows = await this.#rows<
      Record<string, string | number | boolean | null>
    >({
      sql: [
        `select base.id as id, ${sort.sql} as sorted`,
        ...columns.map(({ sql }) => `, ${sql}`),
        targetField ? `, ${targetField.sql} as target` : '',
        from.sql,
        where.sql,
        after
          ? `and (${sort.sql} ${isAfter} ? or (${sort.sql} = ? and base.id > ?))`
          : '',
        `order by ${sort.sql} ${direction}, base.id limit ${Number(
          options.limit + 1,
        )}`,
      ].join(' '),
      bindings: [
        ...sort.bindings,
        ...columns.flatMap(({ bindings }) => bindings),
        ...(targetField?.bindings ?? []),
        ...from.bindings,
        ...where.bindings,
        ...(after
          ? [
              ...sort.bindings,
              after.value,
              ...sort.bindings,
              after.value,
              after.id,
            ]
          : []),
        ...sort.bindings,
      ],
    });
    const shown = rows.slice(0, options.limit);
    const last = shown.at(-1);
    return {
      items: shown.map(row => ({
        id: String(row.id),
        ...(row.target ? { target: String(row.target) } : {}),
        values: fields.map(({ type }, index) =>
          toValue(type, row[`c${index}`]),
        ),
      })),
      ...(rows.length > options.limit && last
        ? {
            nextCursor: writeCursor({
              value: last.sorted as string | number,
              id: String(last.id),
            }),
          }
        : {}),
    };
  }

  /** Counts by the value of a field, largest first. */
  async groups(options: {
    field: string;
    sum?: string;
    limit: number;
  }): Promise<InventoryGroup[]> {
    const field = this.field(options.field);
    const sum = options.sum ? this.field(options.sum) : undefined;
    if (sum && sum.type !== 'number') {
      throw mistake(`'${sum.label}' cannot be added up`, 'charts');
    }
    const { from, where } = this.#clauses([field, ...(sum ? [sum] : [])]);
    const rows = await this.#rows<{
      value: string | number | boolean | null;
      n: number | string;
      total: number | string | null;
    }>({
      sql: `select value, count(*) as n, sum(amount) as total from (select ${
        field.sql
      } as value, ${sum ? sum.sql : '0'} as amount ${from.sql} ${
        where.sql
      }) as found group by value order by n desc, value limit ${Number(
        options.limit,
      )}`,
      bindings: [
        ...field.bindings,
        ...(sum?.bindings ?? []),
        ...from.bindings,
        ...where.bindings,
      ],
    });
    return rows.map(({ value, n, total }) => ({
      value: toValue(field.type, value),
      count: Number(n),
      ...(sum ? { sum: Number(total ?? 0) } : {}),
    }));
  }

  #sortOf(asked: { field: string; descending: boolean } | undefined): {
    sql: string;
    bindings: Array<string | number>;
    descending: boolean;
    field?: ResolvedField;
  } {
    const byBytes = this.#isPostgres ? ' collate "C"' : '';
    if (!asked) {
      return this.#object.names.length > 0
        ? {
            sql: `(coalesce(base.sort_name, '')${byBytes})`,
            bindings: [],
            descending: false,
          }
        : { sql: `base.id`, bindings: [], descending: false };
    }
    const field = this.field(asked.field);
    const sql = {
      text: `(lower(coalesce(${field.sql}, ''))${byBytes})`,
      time: `(coalesce(${field.sql}, '')${byBytes})`,
      number: `coalesce(${field.sql}, -1)`,
      boolean: `(case when ${field.sql} = true then 1 else 0 end)`,
    }[field.type];
    return {
      sql,
      bindings: field.bindings,
      descending: asked.descending,
      field,
    };
  }

  get #isPostgres(): boolean {
    return isPostgres(this.#knex);
  }

  /** `from` with every join that the fields and filters need, and `where`. */
  #clauses(fields: ResolvedField[]) {
    const { orgId, ids, search, filters } = this.#question;
    const joins = new Map<string, Join>();
    const bindings: Array<string | number> = [orgId];
    const conditions = ['base.org_id = ?'];
    const need = (field: ResolvedField) =>
      field.joins.forEach(join => joins.set(join.alias, join));
    fields.forEach(need);
    const add = (filter: FieldFilter) => {
      const field = this.field(filter.field);
      const condition = filterSql(
        field,
        idFields.test(field.id) ? withLongIds(filter) : filter,
        this.#context.now,
      );
      if ('problem' in condition) throw mistake(condition.problem, 'filters');
      need(field);
      return condition;
    };
    for (const filter of filters) {
      const parts = 'anyOf' in filter ? filter.anyOf.map(add) : [add(filter)];
      if (parts.length === 0) continue;
      conditions.push(`(${parts.map(({ sql }) => sql).join(' or ')})`);
      bindings.push(...parts.flatMap(part => part.bindings));
    }
    if (ids) {
      conditions.push(`base.id in (${ids.map(() => '?').join(', ') || "''"})`);
      bindings.push(...ids.map(toLongId));
    }
    const words = search ? plain(search).split(' ').filter(Boolean) : [];
    // signs alone are part of no name, which is not the same as no question
    if (search?.trim() && words.length === 0) conditions.push('1 = 0');
    if (words.length > 0) {
      const place = this.#searchPlace(need);
      for (const word of words) {
        conditions.push(`${place} like ?`);
        bindings.push(`% ${word}%`);
      }
    }
    return {
      from: {
        sql: `from ${this.#object.table} base ${[...joins.values()]
          .map(({ alias, table, on }) => `left join ${table} ${alias} on ${on}`)
          .join(' ')}`,
        bindings: [],
      },
      where: { sql: `where ${conditions.join(' and ')}`, bindings },
    };
  }

  #searchPlace(need: (field: ResolvedField) => void): string {
    if (this.#object.names.length > 0) return 'base.search_text';
    const user = this.#object.relations.find(
      ({ object, many }) => object === 'User' && !many,
    );
    if (!user) {
      throw mistake(`'${this.#object.plural}' have no names`, 'search');
    }
    need(this.field(`${user.name}.name`));
    return `base_${user.name.toLowerCase()}.search_text`;
  }

  async #rows<TRow>(query: {
    sql: string;
    bindings: Array<string | number>;
  }): Promise<TRow[]> {
    const answer = await this.#knex.raw(query.sql, query.bindings);
    return this.#isPostgres ? answer.rows : answer;
  }
}

/** Reports and pages of Salesforce give ids of 15 letters out; here they have 18. */
function withLongIds(filter: FieldFilter): FieldFilter {
  if (!exactOperators.has(filter.operator)) return filter;
  const { value, values } = filter;
  return {
    ...filter,
    ...(typeof value === 'string' ? { value: longIdOf(value) } : {}),
    ...(values ? { values: values.map(longIdOf) } : {}),
  };
}

function longIdOf(text: string): string {
  const id = text.trim();
  return isRecordId(id) ? toLongId(id) : text;
}

function toValue(
  type: ResolvedField['type'],
  value: string | number | boolean | null | undefined,
): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (type === 'boolean') return value === true || value === 1;
  if (type === 'number') return Number(value);
  return String(value);
}

interface Cursor {
  value: string | number;
  id: string;
}

function writeCursor({ value, id }: Cursor): string {
  const sorted = typeof value === 'string' ? value : Number(value);
  return Buffer.from(JSON.stringify([sorted, id])).toString('base64url');
}

function readCursor(text: string): Cursor {
  try {
    const [value, id] = JSON.parse(
      Buffer.from(text, 'base64url').toString('utf8'),
    );
    if (
      (typeof value === 'string' || typeof value === 'number') &&
      typeof id === 'string'
    ) {
      return { value, id };
    }
  } catch {
    // falls through: somebody else's cursor
  }
  throw mistake('This cursor was not given by us', 'cursor');
}

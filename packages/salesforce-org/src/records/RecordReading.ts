import { normalizeId } from '../core/ids';
import { fieldReader } from '../core/fieldReader';
import { formatTimestamp, parseTimestamp } from '../core/OrgClock';
import { SalesforceError } from '../core/SalesforceError';
import type {
  CallContext,
  OrgOperations,
  OrgServices,
  QueryRecord,
  QueryResult,
  Row,
} from '../core/types';
import {
  entityIsDeleted,
  notAnExternalId,
  resourceNotFound,
} from '../dml/errors';
import { findUpsertTargets } from '../dml/findUpsertTargets';
import type { FieldDefinition, ObjectDefinition } from '../schema/definitions';
import { attributesOf } from '../soql/attributes';

type Period = Parameters<OrgOperations['updated']>[2];

/** Reading single records, as the resources under `/sobjects` do. */
export class RecordReading {
  readonly #org: OrgServices;
  readonly #query: OrgOperations['query'];

  constructor(options: { org: OrgServices; query: OrgOperations['query'] }) {
    this.#org = options.org;
    this.#query = options.query;
  }

  /** Unknown and hidden look the same. */
  requireVisibleObject(ctx: CallContext, name: string): ObjectDefinition {
    const object = this.#org.schema.get(name);
    if (!object || object.name === 'Name') throw resourceNotFound();
    if (object.api === (ctx.tooling ? 'data' : 'tooling') && !object.setup) {
      throw resourceNotFound();
    }
    if (!ctx.systemMode && !this.#org.access.canSeeObject(ctx, object)) {
      throw resourceNotFound();
    }
    return object;
  }

  retrieve(
    ctx: CallContext,
    objectName: string,
    id: string,
    options: { fields?: readonly string[]; key?: string } = {},
  ): QueryRecord {
    const object = this.requireVisibleObject(ctx, objectName);
    const row = this.#find(ctx, object, id, options.key);
    return this.#record(ctx, object, row, options.fields);
  }

  related(
    ctx: CallContext,
    objectName: string,
    id: string,
    relationship: string,
    options: { fields?: readonly string[] } = {},
  ): { parent: QueryRecord } | { children: QueryResult } {
    const object = this.requireVisibleObject(ctx, objectName);
    const row = this.#find(ctx, object, id);
    const reference = object.parentRelationship(relationship);
    if (reference) {
      const parentId = row[reference.name];
      if (typeof parentId !== 'string') throw resourceNotFound();
      const parent = this.#org.schema.byKeyPrefix(parentId.slice(0, 3));
      if (!parent) throw resourceNotFound();
      return { parent: this.retrieve(ctx, parent.name, parentId, options) };
    }
    const child = object.childRelationship(relationship);
    if (!child) throw resourceNotFound();
    const childObject = this.requireVisibleObject(ctx, child.childSObject);
    const fields =
      options.fields ??
      this.#readableFields(ctx, childObject).map(({ name }) => name);
    const soql = `SELECT ${fields.join(', ')} FROM ${childObject.name} WHERE ${
      child.field
    } = '${row.Id}'`;
    return { children: this.#query(ctx, soql) };
  }

  updated(ctx: CallContext, objectName: string, period: Period) {
    const object = this.requireVisibleObject(ctx, objectName);
    const { start, end } = readPeriod(period);
    const stamp = object.field('LastModifiedDate')
      ? 'LastModifiedDate'
      : 'SystemModstamp';
    const filter = ctx.systemMode
      ? undefined
      : this.#org.access.rowFilter(ctx, object);
    const ids: string[] = [];
    for (const row of this.#org.store.all(object.name)) {
      const time = String(row[stamp] ?? '');
      if (time >= start && time < end && (!filter || filter(row))) {
        ids.push(row.Id);
      }
    }
    return { ids, latestDateCovered: this.#coveredUntil(end) };
  }

  deleted(ctx: CallContext, objectName: string, period: Period) {
    const object = this.requireVisibleObject(ctx, objectName);
    const { start, end } = readPeriod(period);
    const deletedRecords: { id: string; deletedDate: string }[] = [];
    for (const row of this.#org.store.all(object.name, { deleted: true })) {
      const time = String(row.SystemModstamp ?? row.LastModifiedDate ?? '');
      if (row.IsDeleted === true && time >= start && time < end) {
        deletedRecords.push({ id: row.Id, deletedDate: time });
      }
    }
    const recycleBinDays = 15;
    return {
      deletedRecords,
      earliestDateAvailable: formatTimestamp(
        this.#org.clock.now() - recycleBinDays * 86_400_000,
      ),
      latestDateCovered: this.#coveredUntil(end),
    };
  }

  /** To the full minute, and never further than now. */
  #coveredUntil(end: string): string {
    const now = formatTimestamp(this.#org.clock.now());
    return `${(end < now ? end : now).slice(0, 16)}:00.000+0000`;
  }

  /** The record of a path, or 404. */
  #find(
    ctx: CallContext,
    object: ObjectDefinition,
    value: string,
    key = 'Id',
  ): Row {
    if (!object.capabilities.retrieveable) throw resourceNotFound();
    if (key.toLowerCase() !== 'id') {
      const target = { field: key, value };
      const { found } = findUpsertTargets({
        ...{ ctx, org: this.#org, object, key: target },
      });
      if (found.length > 1) {
        throw SalesforceError.multipleMatches(
          found.map(row => attributesOf(ctx, object)(row).url),
        );
      }
      if (found.length === 0) throw resourceNotFound();
      return this.#readable(ctx, object, found[0]);
    }
    const id = normalizeId(value);
    if (!id) throw notAnExternalId(value);
    const row = this.#org.store.get(object.name, id);
    if (!row) {
      const { wrongKeyPrefixErrorCode } = this.#org.switches;
      const isForeign = object.keyPrefix !== id.slice(0, 3);
      if (isForeign && wrongKeyPrefixErrorCode === 'MALFORMED_ID') {
        throw new SalesforceError({
          errorCode: 'MALFORMED_ID',
          message: `malformed id ${value}`,
        });
      }
      throw resourceNotFound();
    }
    if (row.IsDeleted === true) throw entityIsDeleted();
    return this.#readable(ctx, object, row);
  }

  #readable(ctx: CallContext, object: ObjectDefinition, row: Row): Row {
    if (!ctx.systemMode && !this.#org.access.canReadRow(ctx, object, row)) {
      throw resourceNotFound();
    }
    return row;
  }

  #record(
    ctx: CallContext,
    object: ObjectDefinition,
    row: Row,
    names: readonly string[] | undefined,
  ): QueryRecord {
    const readable = this.#readableFields(ctx, object);
    const fields = names ? this.#chosen(object, readable, names) : readable;
    const record: QueryRecord = {
      attributes: attributesOf(ctx, object)(row),
    };
    for (const field of fields) {
      const options = { ctx, org: this.#org, object, field };
      record[field.name] = fieldReader(options)(row);
    }
    return record;
  }

  /** The fields asked for; Id comes along, as it does in a real org. */
  #chosen(
    object: ObjectDefinition,
    readable: readonly FieldDefinition[],
    names: readonly string[],
  ): readonly FieldDefinition[] {
    const chosen = names.map(name => {
      const field = object.field(name.trim());
      if (!field || !readable.includes(field)) {
        throw new SalesforceError({
          errorCode: 'INVALID_FIELD',
          message: `No such column '${name.trim()}' on entity '${
            object.name
          }'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`,
        });
      }
      return field;
    });
    const id = object.field('Id');
    return id && !chosen.includes(id) ? [...chosen, id] : chosen;
  }

  #readableFields(
    ctx: CallContext,
    object: ObjectDefinition,
  ): readonly FieldDefinition[] {
    const version = Number(ctx.apiVersion);
    return object.fields.filter(
      field =>
        field.minimumApiVersion <= version &&
        (ctx.systemMode || this.#org.access.canReadField(ctx, object, field)),
    );
  }
}

function readPeriod(period: Period): { start: string; end: string } {
  const [start, end] = [period.start, period.end].map(parseTimestamp);
  if (Number.isNaN(start) || Number.isNaN(end)) {
    throw new SalesforceError({
      errorCode: 'INVALID_FIELD',
      message: `invalid date: ${
        Number.isNaN(start) ? period.start : period.end
      }`,
    });
  }
  if (end <= start) {
    throw new SalesforceError({
      errorCode: 'INVALID_REPLICATION_DATE',
      message: 'endDate must be after startDate',
    });
  }
  return { start: formatTimestamp(start), end: formatTimestamp(end) };
}

import { normalizeId } from '../core/ids';
import type {
  CallContext,
  DraftRow,
  OrgServices,
  Transaction,
} from '../core/types';
import type { FieldDefinition, ObjectDefinition } from '../schema/definitions';
import {
  badPicklistValue,
  duplicateValue,
  entityIsDeleted,
  fieldsMissing,
  idOfIncorrectType,
  insufficientAccessOnCrossReference,
  invalidCrossReference,
  invalidEmail,
  stringTooLong,
} from './errors';

const emailForm = /^[^\s@"(),:;<>[\\\]]+@[^\s@"(),:;<>[\\\]]+\.[^\s@.]{2,}$/;

/** What a check needs to know about the write that it is part of. */
export interface WriteCheck {
  readonly ctx: CallContext;
  readonly org: OrgServices;
  readonly tx: Transaction;
  readonly object: ObjectDefinition;
  /** The whole row as it will be. References become 18 characters long. */
  readonly row: DraftRow;
  /** Names of the fields that this write sets. */
  readonly changed: Iterable<string>;
}

/** Refuses an insert that lacks what must be given. */
export function checkRequired(
  check: WriteCheck,
  requiredByRules: readonly string[] | undefined,
): void {
  const { object, row } = check;
  const required =
    requiredByRules ??
    object.fields
      .filter(
        field =>
          field.createable && !field.nillable && !field.defaultedOnCreate,
      )
      .map(({ name }) => name);
  const missing = required.filter(name => isMissing(row[name]));
  if (missing.length > 0) throw fieldsMissing(missing);
}

/** Refuses an update that empties what must not be empty. */
export function checkNotEmptied(check: WriteCheck): void {
  const { object, row, changed } = check;
  const missing = [...changed].filter(name => {
    const field = object.field(name);
    return field && !field.nillable && isMissing(row[field.name]);
  });
  if (missing.length > 0) throw fieldsMissing(missing);
}

function isMissing(value: unknown): boolean {
  return value === null || value === undefined;
}

/** Lengths, picklists, addresses, references, uniqueness of what is set. */
export function checkValues(check: WriteCheck): void {
  const { object, row, changed } = check;
  const names = [...changed];
  for (const name of names) {
    const field = object.field(name);
    const value = field && row[field.name];
    if (!field || typeof value !== 'string') continue;
    checkLength(field, value);
    if (field.restrictedPicklist) {
      row[field.name] = knownPicklistValue(field, value);
    }
    if (field.type === 'email' && !emailForm.test(value)) {
      throw invalidEmail(field, value);
    }
  }
  for (const name of names) {
    const field = object.field(name);
    if (field?.type === 'reference') checkReference(check, field);
  }
  for (const name of names) {
    const field = object.field(name);
    if (field?.unique) checkUnique(check, field);
  }
}

function checkLength(field: FieldDefinition, value: string): void {
  if (field.length > 0 && field.type !== 'reference') {
    // Salesforce counts UTF-16 code units, as JavaScript does.
    if (value.length > field.length) throw stringTooLong(field, value);
  }
}

/** The canonical spelling of a restricted value; multi-selects one by one. */
function knownPicklistValue(field: FieldDefinition, value: string): string {
  const values =
    field.type === 'multipicklist'
      ? value.split(';').map(part => part.trim())
      : [value];
  return values
    .map(part => {
      const known = field.picklistValues.find(
        entry =>
          entry.active && entry.value.toLowerCase() === part.toLowerCase(),
      );
      if (!known) throw badPicklistValue(field, part);
      return known.value;
    })
    .join(';');
}

function checkReference(check: WriteCheck, field: FieldDefinition): void {
  const { ctx, org, tx, row } = check;
  const value = row[field.name];
  if (typeof value !== 'string') return;
  const id = normalizeId(value);
  if (!id) throw idOfIncorrectType(field, value, 'MALFORMED_ID');
  row[field.name] = id;
  const accepted = [...field.referenceTo, ...field.acceptsIdsOf]
    .map(name => org.schema.get(name))
    .filter(target => target?.keyPrefix === id.slice(0, 3));
  if (accepted.length === 0) {
    throw idOfIncorrectType(field, value, 'FIELD_INTEGRITY_EXCEPTION');
  }
  for (const target of accepted) {
    const parent = target && tx.get(target.name, id);
    if (!target || !parent) continue;
    if (parent.IsDeleted === true) throw entityIsDeleted(400);
    if (!ctx.systemMode && !org.access.canReadRow(ctx, target, parent)) {
      throw insufficientAccessOnCrossReference(id);
    }
    return;
  }
  throw invalidCrossReference();
}

function checkUnique(check: WriteCheck, field: FieldDefinition): void {
  const { tx, object, row } = check;
  const value = row[field.name];
  if (value === null || value === undefined) return;
  const other = tx
    .findBy(object.name, field.name, value)
    .find(found => found.Id !== row.Id);
  if (other) throw duplicateValue(field, other.Id);
}

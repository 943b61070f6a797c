import { SalesforceError } from '../core/SalesforceError';
import type {
  CallContext,
  DraftRow,
  FieldInput,
  JsonValue,
  OrgServices,
} from '../core/types';
import type { FieldDefinition, ObjectDefinition } from '../schema/definitions';
import { coerceValue } from './coerceValue';
import { cannotDeserialize, fieldsNotWritable, noSuchColumn } from './errors';

/**
 * Reads the fields of a body: names in any casing become canonical, values
 * get the type of their field, parents given by external id become their ids.
 * Refuses fields that do not exist, that the caller may not see (which looks
 * the same) and that the caller may not write.
 */
export function readFields(options: {
  ctx: CallContext;
  org: OrgServices;
  object: ObjectDefinition;
  fields: FieldInput;
  verb: 'create' | 'update';
}): DraftRow {
  const { ctx, org, object, fields, verb } = options;
  const values: DraftRow = {};
  const notWritable: string[] = [];
  for (const [name, value] of Object.entries(fields)) {
    if (name === 'attributes' || value === undefined) continue;
    if (name.toLowerCase() === 'id') throw idInBody(verb);
    const parent = isObject(value)
      ? object.parentRelationship(name)
      : undefined;
    const field = parent ?? object.field(name);
    if (!field || !mayRead(field)) throw noSuchColumn(name, object);
    if (!mayWrite(field)) {
      notWritable.push(field.name);
    } else if (parent && isObject(value)) {
      values[field.name] = parentId({ org, object, field, key: value });
    } else {
      values[field.name] = coerceValue(field, value);
    }
  }
  if (notWritable.length > 0) throw fieldsNotWritable(notWritable);
  return values;

  function mayRead(field: FieldDefinition): boolean {
    return ctx.systemMode || org.access.canReadField(ctx, object, field);
  }
  function mayWrite(field: FieldDefinition): boolean {
    if (field.components.length > 0) return false;
    if (ctx.systemMode) return true;
    const open = verb === 'create' ? field.createable : field.updateable;
    return open && org.access.canEditField(ctx, object, field);
  }
}

function isObject(
  value: JsonValue | undefined,
): value is { [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function idInBody(verb: 'create' | 'update'): SalesforceError {
  return verb === 'create'
    ? new SalesforceError({
        errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
        message: 'cannot specify Id in an insert call',
        fields: ['Id'],
      })
    : new SalesforceError({
        errorCode: 'INVALID_FIELD',
        message: 'The Id field should not be specified in the sobject data.',
      });
}

/** `{"Account": {"Ext__c": "42"}}`: the id of the account whose Ext__c is 42. */
function parentId(options: {
  org: OrgServices;
  object: ObjectDefinition;
  field: FieldDefinition;
  key: { [key: string]: JsonValue };
}): string {
  const { org, field, key } = options;
  const given = Object.entries(key).filter(
    ([name]) => name !== 'attributes' && name !== 'type',
  );
  const attributes = key.attributes;
  const type = (isObject(attributes) ? attributes.type : undefined) ?? key.type;
  const parentName =
    typeof type === 'string'
      ? field.referenceTo.find(
          name => name.toLowerCase() === type.toLowerCase(),
        )
      : field.referenceTo[0];
  const parent = parentName ? org.schema.get(parentName) : undefined;
  if (!parent || given.length !== 1) {
    throw cannotDeserialize({ type: 'reference', value: key });
  }
  const [[name, value]] = given;
  const keyField = parent.field(name);
  if (!keyField) throw noSuchColumn(name, parent);
  const wanted = coerceValue(keyField, value);
  const found = keyField.idLookup
    ? org.store.findBy(parent.name, keyField.name, wanted)
    : [];
  if (found.length === 1) return found[0].Id;
  throw new SalesforceError({
    errorCode: 'INVALID_FIELD',
    message:
      found.length === 0
        ? `Foreign key external ID: ${String(
            wanted,
          ).toLowerCase()} not found for field ${keyField.name} in entity ${
            parent.name
          }`
        : `Foreign key external ID: ${String(
            wanted,
          ).toLowerCase()} matches more than one record for field ${
            keyField.name
          } in entity ${parent.name}`,
  });
}

import type { FieldError } from '@salesdesk/backstage-plugin-salesforce-common';
import type {
  ActionContext,
  FieldDescription,
  ObjectDescription,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { ObjectAccess } from '../../data/AccessFacts';
import { findField } from '../findObject';
import { hasField, visibleObject, type PersonalRights } from './personalRights';
import { readReference } from './readReference';
import { readValue, type ReadValue, type Said } from './readValue';

/** A value for a field, read and allowed. */
export interface WantedValue {
  field: FieldDescription;
  value: string | number | boolean | null;
  /** Readable form, where the value is an id or a code. */
  shown?: string;
}

/** What Salesforce itself writes. */
const kept =
  /^(?:Id|IsDeleted|CreatedById|CreatedDate|LastModifiedById|LastModifiedDate|SystemModstamp)$/i;

/**
 * Reads values by field: which field is meant, whether this person and the
 * integration user may write it, and what was given for it. Everything that is
 * wrong is named at its field.
 */
export async function readValues(options: {
  context: ActionContext;
  rights: PersonalRights;
  access: ObjectAccess;
  values: Record<string, Said>;
  right: 'create' | 'edit';
  /** Path of `values` in the input. */
  path: string;
}): Promise<{
  wanted: WantedValue[];
  errors: FieldError[];
  /** Fields that were meant, also where what was given is wrong. */
  meant: ReadonlySet<string>;
}> {
  const { context, rights, access, values, path } = options;
  const object = visibleObject(access);
  const wanted: WantedValue[] = [];
  const errors: FieldError[] = [];
  const meant = new Set<string>();
  for (const [name, said] of Object.entries(values)) {
    const at = `${path}.${name}`;
    const found = fieldOf({ ...options, object, name });
    if ('message' in found) {
      errors.push({ path: at, ...found });
      continue;
    }
    const { field } = found;
    if (meant.has(field.name)) {
      errors.push({
        path: at,
        code: 'invalid_input',
        message: `${field.label} is given twice`,
      });
      continue;
    }
    meant.add(field.name);
    const read = await readOne({ context, rights, object, field, said });
    if (!read.ok) {
      errors.push({ path: at, ...read.error });
    } else if (read.value === null && !field.nillable) {
      errors.push({
        path: at,
        code: 'invalid_input',
        message: `${field.label} cannot be empty`,
      });
    } else {
      const { value, shown } = read;
      wanted.push({ field, value, ...(shown === undefined ? {} : { shown }) });
    }
  }
  return { wanted, errors, meant };
}

async function readOne(options: {
  context: ActionContext;
  rights: PersonalRights;
  object: ObjectDescription;
  field: FieldDescription;
  said: Said;
}): Promise<ReadValue> {
  const { context, field, said } = options;
  if (field.type === 'reference' && typeof said === 'string' && said.trim()) {
    return readReference({ ...options, text: said });
  }
  if (field.type === 'reference' && said !== null && said !== '') {
    return {
      ok: false,
      error: {
        code: 'invalid_input',
        message: `${field.label} takes the id or the name of a record`,
      },
    };
  }
  return readValue({ field, said, now: context.now });
}

/** The field that is meant, or why it cannot be written. */
function fieldOf(options: {
  access: ObjectAccess;
  object: ObjectDescription;
  name: string;
  right: 'create' | 'edit';
}): { field: FieldDescription } | Omit<FieldError, 'path'> {
  const { access, object, name, right } = options;
  const found = findField(object, name);
  if (!found.field) {
    const allowed = found.candidates.filter(field =>
      isWritable({ access, field, right }),
    );
    return {
      code: found.candidates.length > 1 ? 'ambiguous_name' : 'unknown_name',
      message: `${object.label} has no field “${name}” that you may see`,
      candidates: allowed.map(({ name: value, label }) => ({ value, label })),
    };
  }
  const { field } = found;
  if (isWritable({ access, field, right })) return { field };
  const mayPerson = hasField(
    right === 'create' ? access.creatableFields : access.editableFields,
    field,
  );
  const byOrg = right === 'create' ? field.createable : field.updateable;
  const reason = whyNot({ field, byOrg, mayPerson });
  return {
    code: mayPerson || !byOrg ? 'invalid_input' : 'not_permitted',
    message: `${field.label} cannot be ${
      right === 'create' ? 'given' : 'changed'
    }: ${reason}`,
  };
}

/** Why a field is not written. */
function whyNot(options: {
  field: FieldDescription;
  byOrg: boolean;
  mayPerson: boolean;
}): string {
  const { field, byOrg, mayPerson } = options;
  const isKept =
    kept.test(field.name) || (!byOrg && !field.custom && !mayPerson);
  if (isKept) return 'Salesforce fills it itself';
  if (field.calculated) return 'it is calculated';
  return byOrg
    ? 'your Salesforce user may not (field-level security)'
    : 'the integration user may not write it';
}

function isWritable(options: {
  access: ObjectAccess;
  field: FieldDescription;
  right: 'create' | 'edit';
}): boolean {
  const { access, field, right } = options;
  if (kept.test(field.name) || field.calculated) return false;
  return right === 'create'
    ? field.createable && hasField(access.creatableFields, field)
    : field.updateable && hasField(access.editableFields, field);
}

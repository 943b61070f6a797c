import type { FieldDefinition, FieldType, PicklistValue } from './definitions';
import { fieldLabel } from './labels';
import type { FieldSpecification } from './specification';

const texts: ReadonlySet<FieldType> = new Set<FieldType>([
  'string',
  'textarea',
  'picklist',
  'multipicklist',
  'combobox',
  'email',
  'phone',
  'url',
  'encryptedstring',
]);

const defaultLengths: Partial<Record<FieldType, number>> = {
  id: 18,
  reference: 18,
  string: 255,
  textarea: 255,
  picklist: 255,
  multipicklist: 4099,
  combobox: 255,
  email: 80,
  phone: 40,
  url: 255,
  encryptedstring: 175,
};

const neverGroupable: ReadonlySet<FieldType> = new Set<FieldType>([
  'datetime',
  'time',
  'double',
  'currency',
  'percent',
  'long',
  'multipicklist',
  'address',
  'location',
  'base64',
  'encryptedstring',
  'anyType',
  'complexvalue',
]);

const neverSortable: ReadonlySet<FieldType> = new Set<FieldType>([
  'multipicklist',
  'address',
  'location',
  'base64',
  'encryptedstring',
  'anyType',
  'complexvalue',
]);

const neverFilterable: ReadonlySet<FieldType> = new Set<FieldType>([
  'address',
  'base64',
  'encryptedstring',
  'complexvalue',
]);

function isLongText(specification: FieldSpecification): boolean {
  return (
    specification.type === 'textarea' && (specification.length ?? 255) > 255
  );
}

function picklistValues(specification: FieldSpecification): PicklistValue[] {
  return (specification.picklistValues ?? []).map(entry => {
    const value = typeof entry === 'string' ? { value: entry } : entry;
    return {
      value: value.value,
      label: value.label ?? value.value,
      active: value.active ?? true,
      defaultValue: value.default ?? false,
    };
  });
}

function relationshipNameOf(specification: FieldSpecification): string | null {
  if (specification.type !== 'reference') return null;
  if (specification.relationshipName !== undefined) {
    return specification.relationshipName;
  }
  const { name } = specification;
  if (name.endsWith('__c')) return `${name.slice(0, -1)}r`;
  return name.endsWith('Id') ? name.slice(0, -2) : name;
}

function numberFormat(specification: FieldSpecification) {
  const { type, precision, scale, digits } = specification;
  if (type === 'int') return { precision: 0, scale: 0, digits: digits ?? 8 };
  if (type === 'long') return { precision: 0, scale: 0, digits: 18 };
  if (type === 'double' || type === 'currency' || type === 'percent') {
    return { precision: precision ?? 18, scale: scale ?? 0, digits: 0 };
  }
  return { precision: 0, scale: 0, digits: 0 };
}

function referencedObjects(specification: FieldSpecification): string[] {
  const { referenceTo } = specification;
  if (referenceTo === undefined) return [];
  return typeof referenceTo === 'string' ? [referenceTo] : referenceTo;
}

/** What may be done with the field in a query. */
function queryAbilities(specification: FieldSpecification) {
  const { type } = specification;
  const long = isLongText(specification);
  return {
    filterable:
      specification.filterable ?? !(long || neverFilterable.has(type)),
    sortable: specification.sortable ?? !(long || neverSortable.has(type)),
    groupable:
      specification.groupable ??
      !(long || neverGroupable.has(type) || specification.autoNumberFormat),
    aggregatable:
      specification.aggregatable ??
      !(long || neverSortable.has(type) || type === 'boolean'),
  };
}

const systemFields: ReadonlySet<string> = new Set([
  'Id',
  'IsDeleted',
  'CreatedDate',
  'CreatedById',
  'LastModifiedDate',
  'LastModifiedById',
  'SystemModstamp',
  'LastViewedDate',
  'LastReferencedDate',
]);

/** Completes what a person wrote down with what follows from the type. */
export function resolveField(
  specification: FieldSpecification,
): FieldDefinition {
  const { name, type } = specification;
  const custom = /__[cs]$/.test(name);
  const isBoolean = type === 'boolean';
  const autoNumber = specification.autoNumberFormat !== undefined;
  const compound = (specification.components?.length ?? 0) > 0;
  const calculated = specification.calculated ?? false;
  const writable =
    type !== 'id' &&
    !(specification.readOnly || autoNumber || compound || calculated);
  const masterDetail = specification.masterDetail ?? false;
  const nillable = !(
    specification.required ||
    isBoolean ||
    type === 'id' ||
    autoNumber ||
    masterDetail
  );
  const values = picklistValues(specification);
  const defaultPicklistValue = values.find(value => value.defaultValue)?.value;
  const defaultValue =
    specification.defaultValue ??
    defaultPicklistValue ??
    (isBoolean ? false : null);
  const unique = specification.unique ?? false;
  const externalId = specification.externalId ?? false;
  const nameField = specification.nameField ?? false;
  const references = referencedObjects(specification);
  const isText = texts.has(type);
  return {
    name,
    label: specification.label ?? fieldLabel(specification),
    type,
    custom,
    length: specification.length ?? defaultLengths[type] ?? 0,
    ...numberFormat(specification),
    nillable,
    defaultedOnCreate:
      specification.defaultedOnCreate ??
      (isBoolean ||
        type === 'id' ||
        autoNumber ||
        (defaultValue !== null && !nillable)),
    createable: specification.createable ?? writable,
    updateable: specification.updateable ?? (writable && !masterDetail),
    ...queryAbilities(specification),
    unique,
    caseSensitive: specification.caseSensitive ?? type === 'id',
    externalId,
    idLookup:
      specification.idLookup ??
      (type === 'id' || externalId || (unique && isText)),
    autoNumber,
    autoNumberFormat: specification.autoNumberFormat ?? null,
    calculated,
    nameField,
    namePointing: references.length > 1,
    encrypted: specification.encrypted ?? type === 'encryptedstring',
    htmlFormatted: specification.htmlFormatted ?? type === 'url',
    permissionable:
      specification.permissionable ??
      (type !== 'id' &&
        !nameField &&
        specification.compoundFieldName === undefined &&
        (nillable || isBoolean) &&
        !systemFields.has(name)),
    extraTypeInfo: specification.extraTypeInfo ?? null,
    compoundFieldName: specification.compoundFieldName ?? null,
    components: specification.components ?? [],
    referenceTo: references,
    acceptsIdsOf: specification.acceptsIdsOf ?? [],
    relationshipName: relationshipNameOf(specification),
    childRelationshipName: specification.childRelationshipName ?? null,
    cascadeDelete: masterDetail || specification.onParentDelete === 'cascade',
    restrictedDelete: specification.onParentDelete === 'restrict',
    relationshipOrder: masterDetail ? 0 : null,
    writeRequiresMasterRead: false,
    restrictedPicklist: specification.restrictedPicklist ?? false,
    dependentPicklist: specification.controllerName !== undefined,
    controllerName: specification.controllerName ?? null,
    picklistValues: values,
    defaultValue,
    inlineHelpText: specification.inlineHelpText ?? null,
    minimumApiVersion: specification.minimumApiVersion ?? 0,
  };
}

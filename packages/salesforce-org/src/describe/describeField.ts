import type { CallContext, OrgServices } from '../core/types';
import type {
  FieldDefinition,
  FieldType,
  ObjectDefinition,
} from '../schema/definitions';

const soapTypes: Partial<Record<FieldType, string>> = {
  id: 'tns:ID',
  reference: 'tns:ID',
  boolean: 'xsd:boolean',
  int: 'xsd:int',
  long: 'xsd:long',
  double: 'xsd:double',
  currency: 'xsd:double',
  percent: 'xsd:double',
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
  time: 'xsd:time',
  address: 'urn:address',
  location: 'urn:location',
  base64: 'xsd:base64Binary',
  anyType: 'xsd:anyType',
  complexvalue: 'urn:complexvalue',
};

/** A field as describe shows it; not writable when the caller may not write. */
export function describeField(options: {
  ctx: CallContext;
  org: OrgServices;
  object: ObjectDefinition;
  field: FieldDefinition;
}): Record<string, unknown> {
  const { ctx, org, object, field } = options;
  const editable =
    ctx.systemMode === true || org.access.canEditField(ctx, object, field);
  const referenceTo = field.referenceTo.filter(name => org.schema.get(name));
  const isBoolean = field.type === 'boolean';
  const isIdLike = field.type === 'id' || field.type === 'reference';
  return {
    aggregatable: field.aggregatable,
    aiPredictionField: false,
    autoNumber: field.autoNumber,
    byteLength: isIdLike ? field.length : field.length * 3,
    calculated: field.calculated,
    calculatedFormula: null,
    cascadeDelete: field.cascadeDelete,
    caseSensitive: field.caseSensitive,
    compoundFieldName: field.compoundFieldName,
    controllerName: field.controllerName,
    createable: field.createable && editable && object.capabilities.createable,
    custom: field.custom,
    defaultValue: isBoolean ? field.defaultValue ?? false : null,
    defaultValueFormula: null,
    defaultedOnCreate: field.defaultedOnCreate,
    dependentPicklist: field.dependentPicklist,
    deprecatedAndHidden: false,
    digits: field.digits,
    displayLocationInDecimal: false,
    encrypted: field.encrypted,
    externalId: field.externalId,
    extraTypeInfo: field.extraTypeInfo,
    filterable: field.filterable,
    filteredLookupInfo: null,
    formulaTreatNullNumberAsZero: false,
    groupable: field.groupable,
    highScaleNumber: false,
    htmlFormatted: field.htmlFormatted,
    idLookup: field.idLookup,
    inlineHelpText: field.inlineHelpText,
    label: field.label,
    length: field.length,
    mask: null,
    maskType: null,
    name: field.name,
    nameField: field.nameField,
    namePointing: field.namePointing,
    nillable: field.nillable,
    permissionable: field.permissionable,
    picklistValues: field.picklistValues.map(entry => ({
      active: entry.active,
      defaultValue: entry.defaultValue,
      label: entry.label,
      validFor: null,
      value: entry.value,
    })),
    polymorphicForeignKey: referenceTo.length > 1,
    precision: field.precision,
    queryByDistance: field.type === 'address' || field.type === 'location',
    referenceTargetField: null,
    referenceTo,
    relationshipName: field.relationshipName,
    relationshipOrder: field.relationshipOrder,
    restrictedDelete: field.restrictedDelete,
    restrictedPicklist: field.restrictedPicklist,
    scale: field.scale,
    searchPrefilterable: field.type === 'reference',
    soapType: soapTypes[field.type] ?? 'xsd:string',
    sortable: field.sortable,
    type: field.type,
    unique: field.unique,
    updateable: field.updateable && editable && object.capabilities.updateable,
    writeRequiresMasterRead: field.writeRequiresMasterRead,
  };
}

/** The field types of describe. */
export type FieldType =
  | 'id'
  | 'string'
  | 'textarea'
  | 'boolean'
  | 'int'
  | 'long'
  | 'double'
  | 'currency'
  | 'percent'
  | 'date'
  | 'datetime'
  | 'time'
  | 'picklist'
  | 'multipicklist'
  | 'combobox'
  | 'reference'
  | 'email'
  | 'phone'
  | 'url'
  | 'address'
  | 'location'
  | 'base64'
  | 'encryptedstring'
  | 'anyType'
  | 'complexvalue';

export interface PicklistValue {
  readonly value: string;
  readonly label: string;
  readonly active: boolean;
  readonly defaultValue: boolean;
}

/**
 * Everything that is known about a field: describe is derived from it, and so
 * are validation, defaults and what a query may do with it.
 */
export interface FieldDefinition {
  /** Canonical API name, with `__c` when custom. */
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  readonly custom: boolean;
  /** Characters, for texts; 18 for ids and references; 0 otherwise. */
  readonly length: number;
  readonly precision: number;
  readonly scale: number;
  readonly digits: number;
  readonly nillable: boolean;
  readonly defaultedOnCreate: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly filterable: boolean;
  readonly sortable: boolean;
  readonly groupable: boolean;
  readonly aggregatable: boolean;
  readonly unique: boolean;
  readonly caseSensitive: boolean;
  readonly externalId: boolean;
  readonly idLookup: boolean;
  readonly autoNumber: boolean;
  /** `{00000000}` or `SUB-{0000}`; null unless `autoNumber`. */
  readonly autoNumberFormat: string | null;
  readonly calculated: boolean;
  readonly nameField: boolean;
  readonly namePointing: boolean;
  readonly encrypted: boolean;
  readonly htmlFormatted: boolean;
  /** Whether a FieldPermissions row can exist for it (field-level security). */
  readonly permissionable: boolean;
  readonly extraTypeInfo: string | null;
  /** Compound field that this one is a part of: `Name`, `BillingAddress`. */
  readonly compoundFieldName: string | null;
  /** For compound fields: names of the parts in order; otherwise empty. */
  readonly components: readonly string[];
  /** Names of the objects that a reference may point to; else empty. */
  readonly referenceTo: readonly string[];
  /** Objects whose ids are accepted though describe does not name them. */
  readonly acceptsIdsOf: readonly string[];
  /** Name of the way to the parent in a query: `Owner`, `Account`, `Foo__r`. */
  readonly relationshipName: string | null;
  /** Name of the way back: `Contacts`, `Bars__r`; null when there is none. */
  readonly childRelationshipName: string | null;
  /** Deleting the parent deletes this row (master-detail and its like). */
  readonly cascadeDelete: boolean;
  /** The parent cannot be deleted while this row points to it. */
  readonly restrictedDelete: boolean;
  /** 0 or 1 for the first or second master-detail relationship, else null. */
  readonly relationshipOrder: number | null;
  readonly writeRequiresMasterRead: boolean;
  readonly restrictedPicklist: boolean;
  readonly dependentPicklist: boolean;
  readonly controllerName: string | null;
  readonly picklistValues: readonly PicklistValue[];
  /** What describe says; also what a row gets when the caller says nothing. */
  readonly defaultValue: string | number | boolean | null;
  readonly inlineHelpText: string | null;
  /** Keeps the field out of describe and queries below this version. */
  readonly minimumApiVersion: number;
}

/** The way from a parent to its children, derived from a reference field. */
export interface ChildRelationship {
  readonly childSObject: string;
  readonly field: string;
  readonly relationshipName: string | null;
  readonly cascadeDelete: boolean;
  readonly restrictedDelete: boolean;
}

/**
 * Organisation-wide default. `not_shared` is for setup objects, whose rows
 * are governed by system permissions and not by sharing.
 */
export type SharingModel =
  | 'public_read_write'
  | 'public_read'
  | 'private'
  | 'controlled_by_parent'
  | 'not_shared';

/** The verbs of describe that an object allows at all, for anybody. */
export interface ObjectCapabilities {
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  readonly undeletable: boolean;
  readonly queryable: boolean;
  readonly retrieveable: boolean;
  readonly searchable: boolean;
  readonly layoutable: boolean;
  readonly mergeable: boolean;
  readonly replicateable: boolean;
  readonly triggerable: boolean;
  readonly feedEnabled: boolean;
  readonly mruEnabled: boolean;
}

/**
 * System permissions of which a caller needs any one, by verb; an absent verb
 * needs none. Names are those of the PermissionSet fields without the prefix
 * `Permissions`: `ManageUsers`, `ViewSetup`, `CustomizeApplication`.
 */
export interface ObjectSystemPermissions {
  readonly read?: readonly string[];
  readonly create?: readonly string[];
  readonly edit?: readonly string[];
  readonly delete?: readonly string[];
}

/** Everything that is known about an object. */
export interface ObjectDefinition {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  /** First three characters of the ids; null for objects without records. */
  readonly keyPrefix: string | null;
  readonly custom: boolean;
  readonly customSetting: boolean;
  /** Setup objects may not share a transaction with others (mixed DML). */
  readonly setup: boolean;
  /** True when object permissions (CRUD) of profiles and sets apply to it. */
  readonly permissionable: boolean;
  readonly sharingModel: SharingModel;
  /** For `controlled_by_parent`: the reference field that leads to it. */
  readonly sharingParentField: string | null;
  readonly capabilities: ObjectCapabilities;
  readonly systemPermissions: ObjectSystemPermissions;
  /** Known to the tooling API only, or to both, or to the data API only. */
  readonly api: 'data' | 'tooling' | 'both';
  /** Rows are computed by `ObjectRules.virtualRows`, none are stored. */
  readonly virtual: boolean;
  readonly associateEntityType: string | null;
  readonly associateParentEntity: string | null;
  /** In describe order, `Id` first. */
  readonly fields: readonly FieldDefinition[];
  /** Finds a field by its API name in any casing. */
  field(name: string): FieldDefinition | undefined;
  /** Finds the reference field behind a parent relationship, any casing. */
  parentRelationship(name: string): FieldDefinition | undefined;
  /** Derived from the references of all objects; grows with the schema. */
  readonly childRelationships: readonly ChildRelationship[];
  /** Finds a child relationship by name in any casing. */
  childRelationship(name: string): ChildRelationship | undefined;
  /** The name field, if the object has one. */
  readonly nameField: FieldDefinition | undefined;
}

/** The objects of one org. Names are looked up in any casing. */
export interface Schema {
  get(name: string): ObjectDefinition | undefined;
  /** Like `get`, for names that the program itself knows; throws if absent. */
  require(name: string): ObjectDefinition;
  byKeyPrefix(prefix: string): ObjectDefinition | undefined;
  all(): readonly ObjectDefinition[];
}

import {
  checkbox,
  datetime,
  integer,
  readOnly,
  reference,
  restrictedPicklist,
  text,
} from '../fields';
import type { FieldSpecification, ObjectSpecification } from '../specification';

/*
 * Objects whose rows are computed when they are asked for: what a user may do
 * with a record, an object or a field, and the schema as rows.
 */

const computed = {
  keyPrefix: undefined,
  sharingModel: 'not_shared' as const,
  virtual: true,
  without: [
    'create' as const,
    'update' as const,
    'delete' as const,
    'search' as const,
    'layout' as const,
    'retrieve' as const,
    'replication' as const,
    'recent' as const,
  ],
};

function flags(names: string): FieldSpecification[] {
  return names.split(/\s+/).map(name => checkbox(name, readOnly));
}

function words(length: number, names: string): FieldSpecification[] {
  return names.split(/\s+/).map(name => text(name, length, readOnly));
}

const userRecordAccess: ObjectSpecification = {
  ...computed,
  name: 'UserRecordAccess',
  fields: [
    reference('UserId', 'User', { ...readOnly, relationshipName: null }),
    // Of any object; ids of 15 characters are understood as everywhere.
    reference('RecordId', 'Name', { ...readOnly, relationshipName: null }),
    ...flags(
      'HasReadAccess HasEditAccess HasDeleteAccess HasTransferAccess HasAllAccess',
    ),
    restrictedPicklist(
      'MaxAccessLevel',
      ['None', 'Read', 'Edit', 'Delete', 'Transfer', 'All'],
      readOnly,
    ),
  ],
};

const userEntityAccess: ObjectSpecification = {
  ...computed,
  name: 'UserEntityAccess',
  fields: [
    text('DurableId', 255, readOnly),
    reference('UserId', 'User', {
      ...readOnly,
      childRelationshipName: 'UserEntityAccessRights',
    }),
    ...flags(
      'IsMergeable IsUpdatable IsActivateable IsReadable IsCreatable IsEditable IsDeletable IsUndeletable IsFlsUpdatable',
    ),
    text('EntityDefinitionId', 255, readOnly),
  ],
};

const userFieldAccess: ObjectSpecification = {
  ...computed,
  name: 'UserFieldAccess',
  fields: [
    text('DurableId', 255, readOnly),
    reference('UserId', 'User', {
      ...readOnly,
      childRelationshipName: 'UserFieldAccessRights',
    }),
    ...flags('IsUpdatable IsCreatable IsAccessible'),
    text('EntityDefinitionId', 255, readOnly),
    text('FieldDefinitionId', 255, readOnly),
  ],
};

const entityDefinition: ObjectSpecification = {
  ...computed,
  name: 'EntityDefinition',
  api: 'both',
  fields: [
    text('DurableId', 255, readOnly),
    datetime('LastModifiedDate', readOnly),
    text('QualifiedApiName', 70, readOnly),
    ...words(80, 'NamespacePrefix DeveloperName MasterLabel Label PluralLabel'),
    ...flags(
      'IsCustomizable IsApexTriggerable IsWorkflowEnabled IsProcessEnabled IsCompactLayoutable',
    ),
    text('KeyPrefix', 3, { ...readOnly, caseSensitive: true }),
    ...flags(
      `IsCustomSetting IsDeprecatedAndHidden IsReplicateable IsRetrieveable
       IsSearchLayoutable IsSearchable IsTriggerable IsIdEnabled
       IsEverCreatable IsEverUpdatable IsEverDeletable IsFeedEnabled
       IsQueryable IsMruEnabled IsLayoutable`,
    ),
    ...words(255, 'DetailUrl EditUrl NewUrl PublisherId'),
    ...words(40, 'InternalSharingModel ExternalSharingModel'),
    ...flags('HasSubtypes IsSubtype'),
  ],
};

const fieldDefinition: ObjectSpecification = {
  ...computed,
  name: 'FieldDefinition',
  api: 'both',
  fields: [
    text('DurableId', 255, readOnly),
    text('QualifiedApiName', 70, readOnly),
    reference('EntityDefinitionId', 'EntityDefinition', readOnly),
    ...words(80, 'NamespacePrefix DeveloperName MasterLabel Label'),
    integer('Length', 9, readOnly),
    ...words(255, 'DataType ExtraTypeInfo RelationshipName PublisherId'),
    ...flags(
      `IsCalculated IsHighScaleNumber IsHtmlFormatted IsNameField IsNillable
       IsWorkflowFilterable IsCompactLayoutable IsFieldHistoryTracked IsIndexed
       IsApiFilterable IsApiSortable IsListFilterable IsListSortable
       IsApiGroupable IsListVisible IsCompound IsSearchPrefilterable
       IsPolymorphicForeignKey`,
    ),
    integer('Precision', 9, readOnly),
    integer('Scale', 9, readOnly),
    datetime('LastModifiedDate', readOnly),
    ...words(255, 'ReferenceTargetField Description'),
  ],
};

/** What polymorphic relationships show: `Owner.Name`, `Who.Type`. */
const name: ObjectSpecification = {
  name: 'Name',
  sharingModel: 'not_shared',
  virtual: true,
  without: [...computed.without, 'query'],
  fields: [
    text('Name', 203, { ...readOnly, nameField: true }),
    text('LastName', 80, readOnly),
    text('FirstName', 40, readOnly),
    {
      name: 'Type',
      type: 'picklist',
      length: 40,
      readOnly: true,
    },
    text('Alias', 8, readOnly),
    reference('UserRoleId', 'UserRole', readOnly),
    reference('RecordTypeId', 'RecordType', readOnly),
    checkbox('IsActive', readOnly),
    reference('ProfileId', 'Profile', readOnly),
    text('Title', 128, readOnly),
    { name: 'Email', type: 'email', length: 128, readOnly: true },
    { name: 'Phone', type: 'phone', length: 40, readOnly: true },
    text('NameOrAlias', 203, readOnly),
    text('Username', 80, readOnly),
    datetime('LastViewedDate', readOnly),
    datetime('LastReferencedDate', readOnly),
  ],
};

const subscriberPackage: ObjectSpecification = {
  name: 'SubscriberPackage',
  keyPrefix: '033',
  setup: true,
  api: 'tooling',
  without: ['create', 'update', 'delete', 'search', 'layout'],
  fields: [
    text('Name', 80, { ...readOnly, nameField: true }),
    text('NamespacePrefix', 15, readOnly),
    text('Description', 255, readOnly),
    checkbox('IsPackageValid', readOnly),
  ],
};

const subscriberPackageVersion: ObjectSpecification = {
  name: 'SubscriberPackageVersion',
  keyPrefix: '04t',
  setup: true,
  api: 'tooling',
  without: ['create', 'update', 'delete', 'search', 'layout'],
  fields: [
    text('Name', 80, { ...readOnly, nameField: true }),
    text('Description', 255, readOnly),
    integer('MajorVersion', 9, readOnly),
    integer('MinorVersion', 9, readOnly),
    integer('PatchVersion', 9, readOnly),
    integer('BuildNumber', 9, readOnly),
    checkbox('IsBeta', readOnly),
    checkbox('IsManaged', readOnly),
    checkbox('IsDeprecated', readOnly),
    checkbox('IsPasswordProtected', readOnly),
    restrictedPicklist('ReleaseState', ['Released', 'Beta'], readOnly),
    reference('SubscriberPackageId', 'SubscriberPackage', {
      ...readOnly,
      relationshipName: null,
    }),
  ],
};

const installedSubscriberPackage: ObjectSpecification = {
  name: 'InstalledSubscriberPackage',
  keyPrefix: '0A3',
  setup: true,
  api: 'tooling',
  without: ['create', 'update', 'delete', 'search', 'layout'],
  fields: [
    reference('SubscriberPackageId', 'SubscriberPackage', readOnly),
    reference(
      'SubscriberPackageVersionId',
      'SubscriberPackageVersion',
      readOnly,
    ),
    reference('MinPackageVersionId', 'SubscriberPackageVersion', {
      ...readOnly,
      relationshipName: null,
    }),
  ],
};

export const metadataObjects: readonly ObjectSpecification[] = [
  userRecordAccess,
  userEntityAccess,
  userFieldAccess,
  entityDefinition,
  fieldDefinition,
  name,
  subscriberPackage,
  subscriberPackageVersion,
  installedSubscriberPackage,
];

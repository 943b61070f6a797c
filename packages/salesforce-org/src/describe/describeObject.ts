import type { CallContext, OrgServices } from '../core/types';
import type { ObjectDefinition } from '../schema/definitions';
import { describeField } from './describeField';

/** The part of a describe that the list of all objects shows as well. */
export function describeSummary(options: {
  ctx: CallContext;
  org: OrgServices;
  object: ObjectDefinition;
}): Record<string, unknown> {
  const { ctx, org, object } = options;
  const { capabilities } = object;
  const may = permittedVerbs(ctx, org, object);
  const root = ctx.tooling
    ? `/services/data/v${ctx.apiVersion}/tooling`
    : `/services/data/v${ctx.apiVersion}`;
  const sobject = `${root}/sobjects/${object.name}`;
  return {
    activateable: false,
    associateEntityType: object.associateEntityType,
    associateParentEntity: object.associateParentEntity,
    createable: may.create,
    custom: object.custom,
    customSetting: object.customSetting,
    deepCloneable: false,
    deletable: may.delete,
    deprecatedAndHidden: false,
    feedEnabled: capabilities.feedEnabled,
    hasSubtypes: false,
    isInterface: false,
    isSubtype: false,
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: capabilities.layoutable,
    mergeable: capabilities.mergeable && may.update,
    mruEnabled: capabilities.mruEnabled,
    name: object.name,
    queryable: capabilities.queryable,
    replicateable: capabilities.replicateable,
    retrieveable: capabilities.retrieveable,
    searchable: capabilities.searchable,
    triggerable: capabilities.triggerable,
    undeletable: capabilities.undeletable && may.delete,
    updateable: may.update,
    urls: {
      ...(object.custom || capabilities.layoutable
        ? {
            compactLayouts: `${sobject}/describe/compactLayouts`,
            layouts: `${sobject}/describe/layouts`,
          }
        : {}),
      rowTemplate: `${sobject}/{ID}`,
      describe: `${sobject}/describe`,
      sobject,
    },
  };
}

function permittedVerbs(
  ctx: CallContext,
  org: OrgServices,
  object: ObjectDefinition,
) {
  const { createable, updateable, deletable } = object.capabilities;
  if (ctx.systemMode) {
    return { create: createable, update: updateable, delete: deletable };
  }
  return {
    create: createable && org.access.canCreate(ctx, object),
    update: updateable && org.access.canEdit(ctx, object),
    delete: deletable && org.access.canDelete(ctx, object),
  };
}

/** The whole describe of an object, as the caller may see it. */
export function describeObject(options: {
  ctx: CallContext;
  org: OrgServices;
  object: ObjectDefinition;
}): Record<string, unknown> {
  const { ctx, org, object } = options;
  const version = Number(ctx.apiVersion);
  const fields = object.fields.filter(
    field =>
      field.minimumApiVersion <= version &&
      (ctx.systemMode || org.access.canReadField(ctx, object, field)),
  );
  return {
    actionOverrides: [],
    ...describeSummary(options),
    childRelationships: childRelationships(options),
    compactLayoutable: object.capabilities.layoutable,
    defaultImplementation: null,
    extendedBy: null,
    extendsInterfaces: null,
    fields: fields.map(field => describeField({ ...options, field })),
    implementedBy: null,
    implementsInterfaces: null,
    listviewable: null,
    lookupLayoutable: null,
    namedLayoutInfos: [],
    networkScopeFieldName: null,
    recordTypeInfos: recordTypeInfos(options),
    searchLayoutable: object.capabilities.searchable,
    sobjectDescribeOption: 'FULL',
    supportedScopes: supportedScopes(object),
  };
}

function childRelationships({
  ctx,
  org,
  object,
}: Parameters<typeof describeObject>[0]): unknown[] {
  return object.childRelationships
    .filter(({ childSObject }) => {
      const child = org.schema.get(childSObject);
      return (
        child !== undefined &&
        child.api !== (ctx.tooling ? 'data' : 'tooling') &&
        child.name !== 'Name' &&
        (ctx.systemMode || org.access.canSeeObject(ctx, child))
      );
    })
    .map(relationship => ({
      cascadeDelete: relationship.cascadeDelete,
      childSObject: relationship.childSObject,
      deprecatedAndHidden: false,
      field: relationship.field,
      junctionIdListNames: [],
      junctionReferenceTo: [],
      relationshipName: relationship.relationshipName,
      restrictedDelete: relationship.restrictedDelete,
    }))
    .sort(byNameOf(({ childSObject, field }) => `${childSObject}.${field}`));
}

function byNameOf<T>(name: (entry: T) => string) {
  return (one: T, other: T) => (name(one) < name(other) ? -1 : 1);
}

/** The master record type is on every object that has a page. */
function recordTypeInfos({
  ctx,
  org,
  object,
}: Parameters<typeof describeObject>[0]): unknown[] {
  if (!object.capabilities.layoutable) return [];
  const sobject = `/services/data/v${ctx.apiVersion}/sobjects/${object.name}`;
  const own = [...org.store.all('RecordType')].filter(
    row => row.SobjectType === object.name,
  );
  const info = (row: {
    id: string;
    name: string;
    developerName: string;
    active: boolean;
  }) => ({
    active: row.active,
    available: row.active,
    defaultRecordTypeMapping: own.length === 0,
    developerName: row.developerName,
    master: row.developerName === 'Master',
    name: row.name,
    recordTypeId: row.id,
    urls: { layout: `${sobject}/describe/layouts/${row.id}` },
  });
  return [
    ...own.map(row =>
      info({
        id: row.Id,
        name: String(row.Name),
        developerName: String(row.DeveloperName),
        active: row.IsActive === true,
      }),
    ),
    info({
      id: '012000000000000AAA',
      name: 'Master',
      developerName: 'Master',
      active: true,
    }),
  ];
}

function supportedScopes(object: ObjectDefinition): unknown[] {
  const scopes = [{ label: `All ${object.labelPlural}`, name: 'everything' }];
  return object.field('OwnerId')
    ? [...scopes, { label: `My ${object.labelPlural}`, name: 'mine' }]
    : scopes;
}

import { SalesforceError } from '../core/SalesforceError';
import type {
  CallContext,
  ObjectRules,
  OrgServices,
  Row,
  VirtualRowsRequest,
} from '../core/types';
import type {
  FieldDefinition,
  ObjectDefinition,
  SharingModel,
} from '../schema/definitions';

/** The schema as rows: EntityDefinition and FieldDefinition. */
export const entityDefinitionRules: readonly ObjectRules[] = [
  { object: 'EntityDefinition', virtualRows: entityRows },
  { object: 'FieldDefinition', virtualRows: fieldRows },
];

const emptyKey = '000000000000000AAA';

function* entityRows(request: VirtualRowsRequest): Iterable<Row> {
  const wanted = names(request, ['QualifiedApiName', 'DurableId']);
  for (const object of visibleObjects(request)) {
    if (!wanted || wanted.has(object.name.toLowerCase())) {
      yield entityRow(object);
    }
  }
}

/** The real one wants to know of which object, too. */
function* fieldRows(request: VirtualRowsRequest): Iterable<Row> {
  const { ctx, org } = request;
  const durableIds = names(request, ['DurableId']);
  const wanted =
    names(request, [
      'EntityDefinitionId',
      'EntityDefinition.QualifiedApiName',
    ]) ??
    (durableIds && new Set([...durableIds].map(id => id.split('.')[0])));
  if (!wanted) {
    throw new SalesforceError({
      errorCode: 'MALFORMED_QUERY',
      message:
        'A filter on a reified column is required [EntityDefinitionId,DurableId]',
    });
  }
  for (const object of visibleObjects(request)) {
    if (!wanted.has(object.name.toLowerCase())) continue;
    for (const field of object.fields) {
      if (ctx.systemMode || org.access.canReadField(ctx, object, field)) {
        yield fieldRow(object, field);
      }
    }
  }
}

/** Lower-case values of the first of these fields that WHERE fixes. */
function names(
  { equalities }: VirtualRowsRequest,
  fields: readonly string[],
): ReadonlySet<string> | undefined {
  const field = fields.find(name => equalities.has(name));
  const values = field === undefined ? undefined : equalities.get(field);
  return values && new Set(values.map(value => String(value).toLowerCase()));
}

function visibleObjects({
  ctx,
  org,
}: {
  ctx: CallContext;
  org: OrgServices;
}): readonly ObjectDefinition[] {
  return org.schema
    .all()
    .filter(
      object =>
        object.api !== 'tooling' &&
        object.name !== 'Name' &&
        (ctx.systemMode || org.access.canSeeObject(ctx, object)),
    );
}

const sharingModels: Readonly<Record<SharingModel, string>> = {
  public_read_write: 'ReadWrite',
  public_read: 'Read',
  private: 'Private',
  controlled_by_parent: 'ControlledByParent',
  not_shared: 'ReadWrite',
};

function entityRow(object: ObjectDefinition): Row {
  const { capabilities, name } = object;
  return {
    Id: emptyKey,
    DurableId: name,
    QualifiedApiName: name,
    DeveloperName: name.replace(/__c$/, ''),
    MasterLabel: object.label,
    Label: object.label,
    PluralLabel: object.labelPlural,
    KeyPrefix: object.keyPrefix,
    IsCustomizable: !object.setup,
    IsApexTriggerable: capabilities.triggerable,
    IsCompactLayoutable: capabilities.layoutable,
    IsCustomSetting: object.customSetting,
    IsReplicateable: capabilities.replicateable,
    IsRetrieveable: capabilities.retrieveable,
    IsSearchLayoutable: capabilities.searchable,
    IsSearchable: capabilities.searchable,
    IsTriggerable: capabilities.triggerable,
    IsIdEnabled: true,
    IsEverCreatable: capabilities.createable,
    IsEverUpdatable: capabilities.updateable,
    IsEverDeletable: capabilities.deletable,
    IsFeedEnabled: capabilities.feedEnabled,
    IsQueryable: capabilities.queryable,
    IsMruEnabled: capabilities.mruEnabled,
    IsLayoutable: capabilities.layoutable,
    PublisherId: object.custom ? '<local>' : 'System',
    InternalSharingModel: sharingModels[object.sharingModel],
    ExternalSharingModel: 'Private',
  };
}

function fieldRow(object: ObjectDefinition, field: FieldDefinition): Row {
  return {
    Id: emptyKey,
    DurableId: `${object.name}.${field.name}`,
    QualifiedApiName: field.name,
    EntityDefinitionId: object.name,
    DeveloperName: field.name.replace(/__c$/, ''),
    MasterLabel: field.label,
    Label: field.label,
    Length: field.length,
    DataType: dataType(field),
    ExtraTypeInfo: field.extraTypeInfo,
    RelationshipName: field.relationshipName,
    PublisherId: field.custom ? '<local>' : 'System',
    IsCalculated: field.calculated,
    IsHtmlFormatted: field.htmlFormatted,
    IsNameField: field.nameField,
    IsNillable: field.nillable,
    IsIndexed: field.unique || field.externalId || field.type === 'id',
    IsApiFilterable: field.filterable,
    IsApiSortable: field.sortable,
    IsApiGroupable: field.groupable,
    IsListVisible: true,
    IsCompound: field.components.length > 0,
    IsPolymorphicForeignKey: field.referenceTo.length > 1,
    Precision: field.precision,
    Scale: field.scale,
    Description: field.inlineHelpText,
  };
}

/** As Setup shows it: `Text(255)`, `Lookup(Account)`, `Picklist`. */
function dataType(field: FieldDefinition): string {
  switch (field.type) {
    case 'id':
      return 'ID';
    case 'string':
      return field.autoNumber ? 'Auto Number' : `Text(${field.length})`;
    case 'textarea':
      return field.length > 255
        ? `Long Text Area(${field.length})`
        : 'Text Area';
    case 'boolean':
      return 'Checkbox';
    case 'int':
    case 'long':
      return `Number(${field.digits}, 0)`;
    case 'double':
    case 'currency':
    case 'percent': {
      const name = {
        double: 'Number',
        currency: 'Currency',
        percent: 'Percent',
      };
      const integerDigits = field.precision - field.scale;
      return `${name[field.type]}(${integerDigits}, ${field.scale})`;
    }
    case 'datetime':
      return 'Date/Time';
    case 'multipicklist':
      return 'Picklist (Multi-Select)';
    case 'reference':
      return `${
        field.relationshipOrder === null ? 'Lookup' : 'Master-Detail'
      }(${field.referenceTo.join(',')})`;
    case 'url':
      return `URL(${field.length})`;
    default:
      return field.type[0].toUpperCase() + field.type.slice(1);
  }
}

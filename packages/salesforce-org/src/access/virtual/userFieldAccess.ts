import { SalesforceError } from '../../core/SalesforceError';
import type {
  CallContext,
  ObjectRules,
  OrgServices,
  Row,
  VirtualRowsRequest,
} from '../../core/types';
import type {
  FieldDefinition,
  ObjectDefinition,
} from '../../schema/definitions';
import { objectsOf, usersOf } from './userEntityAccess';

/** What users may do with fields: computed when asked, by user and object. */
export function userFieldAccessRules(): ObjectRules {
  return { object: 'UserFieldAccess', virtualRows: rowsOf };
}

function rowsOf(request: VirtualRowsRequest): Row[] {
  const fieldNames = request.equalities.get('FieldDefinitionId');
  if (!request.equalities.get('EntityDefinitionId') && !fieldNames) {
    throw new SalesforceError({
      errorCode: 'MALFORMED_QUERY',
      message:
        'UserFieldAccess requires a filter by EntityDefinitionId or FieldDefinitionId',
    });
  }
  const wanted =
    fieldNames && new Set(fieldNames.map(name => String(name).toLowerCase()));
  const objects = fieldNames
    ? objectsOf({
        ...request,
        equalities: new Map([
          [
            'EntityDefinitionId',
            [...new Set(fieldNames.map(name => String(name).split('.')[0]))],
          ],
        ]),
      })
    : objectsOf(request);
  return usersOf(request).flatMap(userId =>
    objects.flatMap(object =>
      object.fields
        .filter(
          field =>
            !wanted || wanted.has(`${object.name}.${field.name}`.toLowerCase()),
        )
        .map(field =>
          rowOf({
            org: request.org,
            ctx: { ...request.ctx, userId, systemMode: false },
            object,
            field,
          }),
        ),
    ),
  );
}

function rowOf(options: {
  org: OrgServices;
  ctx: CallContext;
  object: ObjectDefinition;
  field: FieldDefinition;
}): Row {
  const { org, ctx, object, field } = options;
  const { access } = org;
  const name = `${object.name}.${field.name}`;
  const accessible =
    access.canSeeObject(ctx, object) && access.canReadField(ctx, object, field);
  const editable = accessible && access.canEditField(ctx, object, field);
  return {
    Id: `${name}.${ctx.userId}`,
    DurableId: `${name}.${ctx.userId}`,
    UserId: ctx.userId,
    EntityDefinitionId: object.name,
    FieldDefinitionId: name,
    IsAccessible: accessible,
    IsCreatable: editable && field.createable && access.canCreate(ctx, object),
    IsUpdatable: editable && field.updateable && access.canEdit(ctx, object),
  };
}

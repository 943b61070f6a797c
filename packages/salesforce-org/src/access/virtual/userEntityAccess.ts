import type {
  CallContext,
  ObjectRules,
  OrgServices,
  Row,
  VirtualRowsRequest,
} from '../../core/types';
import type { ObjectDefinition } from '../../schema/definitions';

/** What users may do with objects: computed when asked, by user. */
export function userEntityAccessRules(): ObjectRules {
  return {
    object: 'UserEntityAccess',
    virtualRows: request =>
      usersOf(request).flatMap(userId =>
        objectsOf(request).map(object =>
          rowOf({
            org: request.org,
            ctx: { ...request.ctx, userId, systemMode: false },
            object,
          }),
        ),
      ),
  };
}

/** The users a query is about; the caller when it names none. */
export function usersOf({ ctx, equalities }: VirtualRowsRequest): string[] {
  const given = equalities.get('UserId');
  return given
    ? given.filter((id): id is string => typeof id === 'string')
    : [ctx.userId];
}

/** The objects a query is about, by name; all when it names none. */
export function objectsOf({
  org,
  equalities,
}: VirtualRowsRequest): ObjectDefinition[] {
  const given = equalities.get('EntityDefinitionId');
  const objects = given
    ? given.flatMap(name => org.schema.get(String(name)) ?? [])
    : org.schema.all();
  return objects.filter(
    object => !object.virtual && !object.name.endsWith('Share'),
  );
}

function rowOf(options: {
  org: OrgServices;
  ctx: CallContext;
  object: ObjectDefinition;
}): Row {
  const { org, ctx, object } = options;
  const { access } = org;
  const { capabilities } = object;
  const read = capabilities.queryable && access.canSeeObject(ctx, object);
  const create =
    read && capabilities.createable && access.canCreate(ctx, object);
  const edit = read && capabilities.updateable && access.canEdit(ctx, object);
  const remove =
    read && capabilities.deletable && access.canDelete(ctx, object);
  return {
    Id: `${object.name}.${ctx.userId}`,
    DurableId: `${object.name}.${ctx.userId}`,
    UserId: ctx.userId,
    EntityDefinitionId: object.name,
    IsReadable: read,
    IsCreatable: create,
    IsEditable: edit,
    IsUpdatable: edit,
    IsDeletable: remove,
    IsUndeletable: remove && capabilities.undeletable,
    IsMergeable: remove && capabilities.mergeable,
    IsActivateable: false,
    IsFlsUpdatable:
      object.permissionable &&
      access.hasSystemPermission(ctx, 'ManageProfilesPermissionsets'),
  };
}

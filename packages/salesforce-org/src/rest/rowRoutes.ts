import type { FieldInput, ObjectDefinition } from '../core/types';
import {
  jsonAnswer,
  noContentAnswer,
  type ApiAnswer,
  type ApiCall,
} from '../http/ApiCall';
import type { JsonObject } from '../http/RequestBody';
import type { Route } from '../http/RouteTable';
import type { WireServices } from '../http/WireServices';
import { isExternalId, requireExternalId } from './externalIds';
import { checkPreconditions, notModified, stateHeaders } from './preconditions';

/** Fields of a record in a body, without the envelope. */
export function recordFields(body: JsonObject): FieldInput {
  const { attributes: _, ...fields } = body;
  return fields;
}

/** `/sobjects/X` and `/sobjects/X/{id}`, and records by external id. */
export function rowRoutes(wire: WireServices): Route[] {
  const { org } = wire;
  return [
    {
      method: 'GET',
      pattern: '/sobjects/:object/:id',
      handle: (call, { object, id }) => {
        const record = org.retrieve(call.ctx, object, id, fieldsOf(call));
        return (
          notModified(wire, call, record) ??
          jsonAnswer(record, { headers: stateHeaders(wire, record) })
        );
      },
    },
    {
      method: 'GET',
      pattern: '/tooling/sobjects/:object/:id',
      handle: (call, { object, id }) =>
        jsonAnswer(org.retrieve(call.ctx, object, id, fieldsOf(call))),
    },
    {
      method: 'PATCH',
      pattern: '/sobjects/:object/:id',
      handle: (call, { object, id }) => {
        const fields = recordFields(call.body.object());
        checkPreconditions(wire, call, { object, id });
        org.dml.update(call.ctx, object, id, fields);
        return noContentAnswer();
      },
    },
    {
      method: 'DELETE',
      pattern: '/sobjects/:object/:id',
      handle: (call, { object, id }) => {
        checkPreconditions(wire, call, { object, id });
        org.dml.delete(call.ctx, object, id);
        return noContentAnswer();
      },
    },
    {
      method: 'POST',
      pattern: '/sobjects/:object',
      handle: (call, { object }) => insert(wire, call, object),
    },
    {
      // An upsert by Id that names none: a new record.
      method: 'POST',
      pattern: '/sobjects/:object/~Id',
      handle: (call, { object }) => insert(wire, call, object),
    },
    {
      method: 'GET',
      pattern: '/sobjects/:object/:key/:value',
      handle: (call, { object, key, value }) =>
        isExternalId(org.requireVisibleObject(call.ctx, object), key)
          ? jsonAnswer(
              org.retrieve(call.ctx, object, value, {
                ...fieldsOf(call),
                key,
              }),
            )
          : related(wire, call, { object, id: key, relationship: value }),
    },
    {
      method: 'PATCH',
      pattern: '/sobjects/:object/:key/:value',
      handle: (call, { object, key, value }) =>
        upsert(wire, call, { object, key, value }),
    },
    {
      method: 'DELETE',
      pattern: '/sobjects/:object/:key/:value',
      handle: (call, { object, key, value }) => {
        const definition = requireExternalId(wire, call, object, key);
        const record = org.retrieve(call.ctx, object, value, {
          fields: ['Id'],
          key,
        });
        org.dml.delete(call.ctx, definition.name, String(record.Id));
        return noContentAnswer();
      },
    },
  ];
}

function insert(wire: WireServices, call: ApiCall, object: string): ApiAnswer {
  const { org } = wire;
  const fields = recordFields(call.body.object());
  const definition = org.requireVisibleObject(call.ctx, object);
  const id = org.dml.insert(call.ctx, definition.name, fields);
  return created(call, definition, id, {});
}

/** 201 when created; else 200 with a body from v46, 204 before. */
function upsert(
  wire: WireServices,
  call: ApiCall,
  target: { object: string; key: string; value: string },
): ApiAnswer {
  const definition = requireExternalId(wire, call, target.object, target.key);
  if (call.query.get('updateOnly') === 'true') {
    // 404 where there is none to update
    wire.org.retrieve(call.ctx, definition.name, target.value, {
      fields: ['Id'],
      key: target.key,
    });
  }
  const outcome = wire.org.dml.upsert(
    call.ctx,
    definition.name,
    { field: target.key, value: target.value },
    recordFields(call.body.object()),
  );
  if (outcome.created) {
    return created(call, definition, outcome.id, { created: true });
  }
  return Number(call.ctx.apiVersion) < 46
    ? noContentAnswer()
    : jsonAnswer({
        id: outcome.id,
        success: true,
        errors: [],
        created: false,
      });
}

function created(
  call: ApiCall,
  definition: ObjectDefinition,
  id: string,
  extra: { created?: boolean },
): ApiAnswer {
  return jsonAnswer(
    { id, success: true, errors: [], ...extra },
    {
      status: 201,
      headers: {
        Location: `/services/data/v${call.ctx.apiVersion}/sobjects/${definition.name}/${id}`,
      },
    },
  );
}

function related(
  wire: WireServices,
  call: ApiCall,
  target: { object: string; id: string; relationship: string },
): ApiAnswer {
  const answer = wire.org.related(
    call.ctx,
    target.object,
    target.id,
    target.relationship,
    fieldsOf(call),
  );
  if ('parent' in answer) {
    return jsonAnswer(answer.parent);
  }
  const { records, nextLocator } = wire.queryCursors.open({
    userId: call.ctx.userId,
    result: answer.children,
    pageSize: 2000,
  });
  return jsonAnswer({
    totalSize: answer.children.totalSize,
    done: nextLocator === undefined,
    ...(nextLocator === undefined
      ? {}
      : {
          nextRecordsUrl: `/services/data/v${call.ctx.apiVersion}/query/${nextLocator}`,
        }),
    records,
  });
}

function fieldsOf(call: ApiCall): { fields?: string[] } {
  const fields = call.query.get('fields');
  return fields === null
    ? {}
    : { fields: fields.split(',').map(field => field.trim()) };
}

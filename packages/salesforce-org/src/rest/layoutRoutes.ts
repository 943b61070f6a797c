import { createHash } from 'node:crypto';
import { normalizeId } from '../core/ids';
import {
  describeCompactLayouts,
  describeLayout,
  describeLayouts,
} from '../describe/describeLayouts';
import { jsonAnswer, type ApiAnswer, type ApiCall } from '../http/ApiCall';
import { notFoundError } from '../http/errorAnswers';
import { isJsonObject } from '../http/RequestBody';
import type { Route, RouteParameters } from '../http/RouteTable';
import type { WireServices } from '../http/WireServices';

type Description = Record<string, unknown>;

/** Pages of objects, and the values that their picklists offer. */
export function layoutRoutes(wire: WireServices): Route[] {
  const { org } = wire;
  const described =
    (
      answer: (
        description: Description,
        parameters: RouteParameters,
      ) => unknown,
    ) =>
    (call: ApiCall, parameters: RouteParameters): ApiAnswer => {
      const description = org.describe(call.ctx, parameters.object);
      return jsonAnswer(answer(description, parameters));
    };
  const object = '/sobjects/:object';
  const picklists = '/ui-api/object-info/:object/picklist-values/:recordType';
  return [
    {
      method: 'GET',
      pattern: `${object}/describe/layouts`,
      handle: described(description =>
        describeLayouts(requireLayouts(description)),
      ),
    },
    {
      method: 'GET',
      pattern: `${object}/describe/layouts/:recordType`,
      handle: described((description, { recordType }) => {
        requireRecordType(description, recordType);
        return describeLayout(requireLayouts(description));
      }),
    },
    {
      method: 'GET',
      pattern: `${object}/describe/compactLayouts`,
      handle: described(description =>
        describeCompactLayouts(requireLayouts(description)),
      ),
    },
    {
      method: 'GET',
      pattern: `${object}/describe/approvalLayouts`,
      handle: described(() => ({ approvalLayouts: [] })),
    },
    {
      method: 'GET',
      pattern: `${object}/listviews`,
      handle: described(({ name }) => ({
        done: true,
        listviews: [],
        nextRecordsUrl: null,
        size: 0,
        sobjectType: name,
      })),
    },
    {
      method: 'GET',
      pattern: `${object}/quickActions`,
      handle: described(() => []),
    },
    { method: 'GET', pattern: '/quickActions', handle: () => jsonAnswer([]) },
    {
      method: 'GET',
      pattern: picklists,
      handle: (call, { object: name, recordType }) => {
        const description = org.describe(call.ctx, name);
        requireRecordType(description, recordType);
        const url = `/services/data/v${call.ctx.apiVersion}${call.path}`;
        const values = picklistsOf(description).map(field => [
          field.name,
          picklistValues(field, `${url}/${String(field.name)}`),
        ]);
        const picklistFieldValues = Object.fromEntries(values);
        return jsonAnswer({
          eTag: tagOf(picklistFieldValues),
          picklistFieldValues,
        });
      },
    },
    {
      method: 'GET',
      pattern: `${picklists}/:field`,
      handle: (call, { object: name, recordType, field: asked }) => {
        const description = org.describe(call.ctx, name);
        requireRecordType(description, recordType);
        const field = picklistsOf(description).find(
          candidate =>
            String(candidate.name).toLowerCase() === asked.toLowerCase(),
        );
        if (!field) {
          throw notFoundError();
        }
        const url = `/services/data/v${call.ctx.apiVersion}${call.path}`;
        return jsonAnswer(picklistValues(field, url));
      },
    },
  ];
}

function picklistsOf(description: Description): Description[] {
  return listOf(description.fields).filter(
    ({ type }) => type === 'picklist' || type === 'multipicklist',
  );
}

function picklistValues(field: Description, url: string): Description {
  const values = listOf(field.picklistValues)
    .filter(({ active }) => active === true)
    .map(({ label, value, defaultValue }) => ({
      isDefault: defaultValue === true,
      entry: { attributes: null, label, validFor: [], value },
    }));
  const entries = values.map(({ entry }) => entry);
  return {
    controllerValues: {},
    defaultValue: values.find(({ isDefault }) => isDefault)?.entry ?? null,
    eTag: tagOf(entries),
    url,
    values: entries,
  };
}

/** @throws 404 NOT_FOUND for objects without pages */
function requireLayouts(description: Description): Description {
  if (description.layoutable !== true && description.custom !== true) {
    throw notFoundError();
  }
  return description;
}

/** @throws 404 NOT_FOUND */
function requireRecordType(description: Description, id: string): void {
  const wanted = normalizeId(id);
  const isThere = listOf(description.recordTypeInfos).some(
    ({ recordTypeId }) => recordTypeId === wanted,
  );
  if (!isThere) {
    throw notFoundError();
  }
}

function tagOf(value: unknown): string {
  return createHash('md5').update(JSON.stringify(value)).digest('hex');
}

function listOf(value: unknown): Description[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

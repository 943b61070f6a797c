import { ingestOperations } from '../bulk/BulkJob';
import type { ObjectDefinition } from '../core/types';
import type { ApiCall } from '../http/ApiCall';
import { isJsonObject, type JsonObject } from '../http/RequestBody';
import type { WireServices } from '../http/WireServices';
import { isExternalId } from '../rest/externalIds';
import { asyncContentTypes, type AsyncJob } from './AsyncJob';
import { parseXml } from './asyncFormat';
import { asyncError } from './AsyncJobStore';

/** `jobInfo` of a body, in XML or JSON. @throws 400 InvalidJob */
export function readJobInfo(call: ApiCall): JsonObject {
  if (call.body.mediaType === 'application/json') {
    return call.body.object();
  }
  const info = parseXml(call.body.text(), 'jobInfo');
  if (!isJsonObject(info)) {
    throw asyncError('InvalidJob', 'Unable to parse Job');
  }
  return info;
}

/** Makes the job that a body describes. @throws 400 */
export function readJob(wire: WireServices, call: ApiCall): AsyncJob {
  const info = readJobInfo(call);
  const operation = [...ingestOperations, 'query', 'queryAll'] as const;
  const asked = operation.find(name => name === info.operation);
  if (!asked) {
    throw asyncError(
      'InvalidJob',
      `Unable to parse Job: Operation is not valid: ${textOf(info.operation)}`,
    );
  }
  const contentType = asyncContentTypes.find(
    name => name === (info.contentType ?? 'XML'),
  );
  if (!contentType) {
    throw asyncError(
      'InvalidJob',
      `Unsupported content type: ${textOf(info.contentType)}`,
    );
  }
  const { externalIdFieldName } = info;
  const definition = objectOf(wire, call, textOf(info.object));
  if (asked === 'upsert') {
    checkExternalIdField(definition, textOf(externalIdFieldName));
  }
  checkHardDelete(wire, call, asked);
  const now = wire.org.clock.timestamp();
  return {
    id: wire.asyncJobs.nextId('750'),
    object: definition.name,
    operation: asked,
    externalIdFieldName: externalIdFieldName
      ? textOf(externalIdFieldName)
      : null,
    concurrencyMode: isSerial(info.concurrencyMode) ? 'Serial' : 'Parallel',
    contentType,
    ctx: call.ctx,
    createdDate: now,
    systemModstamp: now,
    state: 'Open',
    batches: [],
  };
}

function checkExternalIdField(
  definition: ObjectDefinition,
  field: string,
): void {
  if (field === '') {
    throw asyncError(
      'InvalidJob',
      'External ID was blank for the upsert operation',
    );
  }
  if (!isExternalId(definition, field)) {
    throw asyncError(
      'InvalidJob',
      `Field name provided, ${field} does not match an External ID, Salesforce Id, or indexed field for ${definition.name}`,
    );
  }
}

function objectOf(
  wire: WireServices,
  call: ApiCall,
  name: string,
): ObjectDefinition {
  const definition = wire.org.schema.get(name);
  if (!definition || !wire.org.access.canSeeObject(call.ctx, definition)) {
    throw asyncError('InvalidEntity', `Entity '${name}' is not supported.`);
  }
  return definition;
}

function checkHardDelete(
  wire: WireServices,
  call: ApiCall,
  operation: string,
): void {
  if (
    operation === 'hardDelete' &&
    !wire.org.access.hasSystemPermission(call.ctx, 'BulkApiHardDelete')
  ) {
    throw asyncError(
      'FeatureNotEnabled',
      'hardDelete is not enabled for your organization or user',
    );
  }
}

/** simple-salesforce says it by number. */
function isSerial(mode: unknown): boolean {
  return mode === 'Serial' || mode === 1;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

import { SalesforceError } from '../core/SalesforceError';
import type { FieldInput, JsonValue, ObjectDefinition } from '../core/types';
import { jsonAnswer, type ApiAnswer, type ApiCall } from '../http/ApiCall';
import { asSalesforceError, rowErrors } from '../http/errorAnswers';
import { isJsonObject } from '../http/RequestBody';
import type { Route } from '../http/RouteTable';
import type { WireServices } from '../http/WireServices';

const MAXIMUM_RECORDS = 200;
const MAXIMUM_DEPTH = 5;

interface TreeNode {
  readonly referenceId: string;
  /** As the record says it; its place says what it must be. */
  readonly type: string;
  readonly object: ObjectDefinition;
  readonly fields: FieldInput;
  readonly children: readonly { field: string; node: TreeNode }[];
}

interface FailedRecord {
  readonly referenceId: string;
  readonly errors: unknown[];
}

class RollBack extends Error {}

/** `/composite/tree/X`: records with their children, all or nothing. */
export function treeRoutes(wire: WireServices): Route[] {
  return [
    {
      method: 'POST',
      pattern: '/composite/tree/:object',
      handle: (call, { object }) => createTree(wire, call, object),
    },
  ];
}

function createTree(
  wire: WireServices,
  call: ApiCall,
  object: string,
): ApiAnswer {
  const { records } = call.body.object();
  if (!Array.isArray(records)) {
    throw invalid('The records parameter is required');
  }
  const definition = wire.org.requireVisibleObject(call.ctx, object);
  const nodes = records.map(record => readNode(wire, definition, record, 1));
  const count = nodes.reduce((total, node) => total + size(node), 0);
  if (count > MAXIMUM_RECORDS) {
    throw new SalesforceError({
      errorCode: wire.org.switches.oversizedRequestErrorCode,
      message: `Cannot create more than ${MAXIMUM_RECORDS} records in one call: ${count}`,
    });
  }
  const flaws = flawsOf(nodes);
  if (flaws.length > 0) {
    return refused(flaws);
  }
  const created: { referenceId: string; id: string }[] = [];
  const failed: FailedRecord[] = [];
  const insert = (node: TreeNode, link: FieldInput): void => {
    try {
      const { name } = node.object;
      const fields = { ...node.fields, ...link };
      const id = wire.org.dml.insert(call.ctx, name, fields);
      created.push({ referenceId: node.referenceId, id });
      node.children.forEach(child => insert(child.node, { [child.field]: id }));
    } catch (error) {
      failed.push({
        referenceId: node.referenceId,
        errors: rowErrors(asSalesforceError(error)),
      });
    }
  };
  try {
    wire.org.dml.transaction(call.ctx, () => {
      nodes.forEach(node => insert(node, {}));
      if (failed.length > 0) {
        throw new RollBack();
      }
    });
  } catch (error) {
    if (!(error instanceof RollBack)) {
      throw error;
    }
    return refused(failed);
  }
  return jsonAnswer({ hasErrors: false, results: created }, { status: 201 });
}

function readNode(
  wire: WireServices,
  object: ObjectDefinition,
  value: JsonValue,
  depth: number,
): TreeNode {
  if (depth > MAXIMUM_DEPTH) {
    throw invalid(`Cannot have more than ${MAXIMUM_DEPTH} levels`);
  }
  const { attributes, ...rest } = isJsonObject(value) ? value : {};
  const { referenceId, type } = isJsonObject(attributes) ? attributes : {};
  if (typeof referenceId !== 'string' || typeof type !== 'string') {
    throw invalid('Include a type and a reference ID for each record.');
  }
  const fields: FieldInput = {};
  const children: { field: string; node: TreeNode }[] = [];
  for (const [name, entry] of Object.entries(rest)) {
    const relationship = isJsonObject(entry)
      ? object.childRelationship(name)
      : undefined;
    if (!relationship || !isJsonObject(entry)) {
      fields[name] = entry;
      continue;
    }
    const child = wire.org.schema.require(relationship.childSObject);
    const records = Array.isArray(entry.records) ? entry.records : [];
    for (const record of records) {
      children.push({
        field: relationship.field,
        node: readNode(wire, child, record, depth + 1),
      });
    }
  }
  return { referenceId, type, object, fields, children };
}

/** Names that occur twice, and records of a type that does not belong. */
function flawsOf(nodes: readonly TreeNode[]): FailedRecord[] {
  const seen = new Set<string>();
  const flaws: FailedRecord[] = [];
  const visit = ({ referenceId, type, object, children }: TreeNode): void => {
    const flaw = (message: string) => {
      const error = { statusCode: 'INVALID_INPUT', message, fields: [] };
      flaws.push({ referenceId, errors: [error] });
    };
    if (seen.has(referenceId)) {
      flaw('Duplicate ReferenceId provided in the request.');
    } else if (type.toLowerCase() !== object.name.toLowerCase()) {
      flaw(`The type ${type} does not match ${object.name}`);
    }
    seen.add(referenceId);
    children.forEach(child => visit(child.node));
  };
  nodes.forEach(visit);
  return flaws;
}

function refused(results: readonly FailedRecord[]): ApiAnswer {
  return jsonAnswer({ hasErrors: true, results }, { status: 400 });
}

function size(node: TreeNode): number {
  return node.children.reduce((total, child) => total + size(child.node), 1);
}

function invalid(message: string): SalesforceError {
  return new SalesforceError({ errorCode: 'INVALID_INPUT', message });
}

import type { SoqlTree } from '@salesdesk/backstage-plugin-salesforce-node';

/** A field or a path to one that a query speaks of, in one of its objects. */
export interface NamedField {
  /** Where the path starts. */
  object: QueryObject;
  path: string[];
}

/** An object of a query: after FROM, or children by their relationship. */
export type QueryObject =
  | { kind: 'object'; name: string }
  | { kind: 'children'; relationship: string; of: QueryObject };

/** Everything that a query names. */
export interface QueryNames {
  fields: NamedField[];
  /** Objects of which all fields of a kind are selected: FIELDS(ALL). */
  wholeObjects: QueryObject[];
  /** Clauses that do more than read, e.g. FOR UPDATE. */
  effects: string[];
}

/*
 * Walks the whole syntax tree, whatever its form: any text that could name a
 * field counts as one. What is no field of the object is found out later and
 * does no harm; a field that is overlooked would.
 */
export function namesIn(tree: SoqlTree): QueryNames {
  const names: QueryNames = { fields: [], wholeObjects: [], effects: [] };
  walkQuery(tree, { kind: 'object', name: tree.sObject ?? '' }, names);
  return names;
}

type Node = Record<string, unknown>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function walkQuery(query: object, object: QueryObject, names: QueryNames) {
  const alias =
    'sObjectAlias' in query && typeof query.sObjectAlias === 'string'
      ? query.sObjectAlias
      : undefined;
  for (const clause of ['for', 'update', 'withAccessLevel'] as const) {
    const value = clause in query ? (query as Node)[clause] : undefined;
    if (value) names.effects.push(`${clause.toUpperCase()} ${String(value)}`);
  }
  const walk = (value: unknown, key: string): void => {
    if (Array.isArray(value)) {
      value.forEach(item => walk(item, key));
    } else if (isNode(value)) {
      walkNode(value);
    } else if (typeof value === 'string' && namingKeys.has(key)) {
      addField(value);
    }
  };
  const addField = (text: string) => {
    // literals and whole calls of functions stand under the same keys
    if (!/^[a-z]\w*(\.[a-z]\w*)*$/i.test(text)) return;
    const path = text.split('.');
    if (path.length > 1 && isSame(path[0], alias)) path.shift();
    if (
      path.length > 1 &&
      object.kind === 'object' &&
      isSame(path[0], object.name)
    ) {
      path.shift();
    }
    names.fields.push({ object, path });
  };
  const walkNode = (node: Node): void => {
    if (isNode(node.subquery)) {
      walkQuery(
        node.subquery,
        {
          kind: 'children',
          relationship: String(node.subquery.relationshipName),
          of: object,
        },
        names,
      );
      return;
    }
    if (isNode(node.valueQuery)) {
      walkQuery(
        node.valueQuery,
        { kind: 'object', name: String(node.valueQuery.sObject) },
        names,
      );
      walk(node.field, 'field');
      return;
    }
    if (node.type === 'FieldTypeof' && Array.isArray(node.conditions)) {
      walk(node.field, 'field');
      node.conditions.forEach(condition => walkBranch(condition));
      return;
    }
    if (node.functionName === 'FIELDS') {
      names.wholeObjects.push(object);
      return;
    }
    if (Array.isArray(node.relationships)) {
      addField([...node.relationships, node.field].map(String).join('.'));
      return;
    }
    for (const [key, value] of Object.entries(node)) walk(value, key);
  };
  /** WHEN Account THEN ...: the fields are those of the object named. */
  const walkBranch = (branch: unknown) => {
    if (!isNode(branch) || !Array.isArray(branch.fieldList)) return;
    const of: QueryObject =
      typeof branch.objectType === 'string'
        ? { kind: 'object', name: branch.objectType }
        : object;
    for (const field of branch.fieldList) {
      names.fields.push({ object: of, path: String(field).split('.') });
    }
  };
  for (const [key, value] of Object.entries(query)) {
    if (key !== 'sObject' && key !== 'relationshipName') walk(value, key);
  }
}

/** Keys of the tree under which a text names a field. */
const namingKeys = new Set(['field', 'parameters', 'fieldList', 'rawValue']);

function isSame(left: string, right: string | undefined): boolean {
  return left.toLowerCase() === right?.toLowerCase();
}

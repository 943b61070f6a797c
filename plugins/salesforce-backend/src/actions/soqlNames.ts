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

type Node = Record<string, unknown>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSame(left: string, right: unknown): boolean {
  return (
    typeof right === 'string' && left.toLowerCase() === right.toLowerCase()
  );
}

/** Keys of the tree under which a text names a field. */
const namingKeys = new Set(['field', 'parameters', 'fieldList', 'rawValue']);

/** Clauses of a query that do more than read. */
const effectClauses = ['for', 'update', 'withAccessLevel'];

/**
 * Walks a query of the tree, whatever its form: any text that could name a
 * field counts as one. What is no field of the object is found out later and
 * does no harm; a field that is overlooked would.
 */
class QueryWalk {
  readonly #object: QueryObject;
  readonly #names: QueryNames;
  readonly #alias: unknown;
  readonly #query: Node;

  constructor(options: {
    query: Node;
    object: QueryObject;
    names: QueryNames;
  }) {
    this.#query = options.query;
    this.#object = options.object;
    this.#names = options.names;
    this.#alias = options.query.sObjectAlias;
  }

  run(): void {
    const query = this.#query;
    for (const clause of effectClauses) {
      if (query[clause]) {
        this.#names.effects.push(
          `${clause.toUpperCase()} ${String(query[clause])}`,
        );
      }
    }
    for (const [key, value] of Object.entries(query)) {
      if (key !== 'sObject' && key !== 'relationshipName') {
        this.#value(value, key);
      }
    }
  }

  #value(value: unknown, key: string): void {
    if (Array.isArray(value)) {
      value.forEach(item => this.#value(item, key));
    } else if (isNode(value)) {
      this.#node(value);
    } else if (typeof value === 'string' && namingKeys.has(key)) {
      this.#field(value, this.#object);
    }
  }

  #node(node: Node): void {
    if (isNode(node.subquery)) {
      this.#inner(node.subquery, {
        kind: 'children',
        relationship: String(node.subquery.relationshipName),
        of: this.#object,
      });
    } else if (isNode(node.valueQuery)) {
      this.#inner(node.valueQuery, {
        kind: 'object',
        name: String(node.valueQuery.sObject),
      });
      this.#value(node.field, 'field');
    } else if (node.type === 'FieldTypeof' && Array.isArray(node.conditions)) {
      this.#value(node.field, 'field');
      node.conditions.forEach(condition => this.#branch(condition));
    } else if (isSame('FIELDS', node.functionName)) {
      this.#names.wholeObjects.push(this.#object);
    } else if (Array.isArray(node.relationships)) {
      const path = [...node.relationships, node.field].map(String);
      this.#field(path.join('.'), this.#object);
    } else {
      for (const [key, value] of Object.entries(node)) this.#value(value, key);
    }
  }

  /** WHEN Account THEN ...: the fields are those of the object named. */
  #branch(branch: unknown): void {
    if (!isNode(branch) || !Array.isArray(branch.fieldList)) return;
    const of: QueryObject =
      typeof branch.objectType === 'string'
        ? { kind: 'object', name: branch.objectType }
        : this.#object;
    branch.fieldList.forEach(field => this.#field(String(field), of));
  }

  #field(text: string, object: QueryObject): void {
    // literals and whole calls of functions stand under the same keys
    if (!/^[a-z]\w*(\.[a-z]\w*)*$/i.test(text)) return;
    const path = text.split('.');
    if (path.length > 1 && isSame(path[0], this.#alias)) path.shift();
    if (
      path.length > 1 &&
      object.kind === 'object' &&
      isSame(path[0], object.name)
    ) {
      path.shift();
    }
    this.#names.fields.push({ object, path });
  }

  #inner(query: Node, object: QueryObject): void {
    new QueryWalk({ query, object, names: this.#names }).run();
  }
}

/** Everything that a query names. Pure. */
export function namesIn(tree: SoqlTree): QueryNames {
  const names: QueryNames = { fields: [], wholeObjects: [], effects: [] };
  new QueryWalk({
    query: { ...tree },
    object: { kind: 'object', name: tree.sObject ?? '' },
    names,
  }).run();
  return names;
}

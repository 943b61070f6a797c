import {
  GatewayError,
  type FieldDescription,
  type ObjectDescription,
  type SalesforceReader,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { QueryObject } from './soqlNames';

/** References with more targets than this (What, Who) are not followed. */
const mostTargets = 3;

/** What a path in a query leads to, as far as it is known. */
export interface FoundField {
  field: FieldDescription;
  object: ObjectDescription;
  /** Fields of reference on the way, in order. */
  way: FieldDescription[];
}

/** The path as the org writes it: `Owner.Name`. */
export function pathOf({ field, way }: FoundField): string {
  return [...way.map(step => step.relationshipName), field.name].join('.');
}

/** The path in the org's words: "Owner", "Owner E-mail". */
export function labelOf({ field, way }: FoundField): string {
  const steps = way.map(({ label }) => label.replace(/ ID$/, ''));
  // the name of a parent stands for the parent
  return steps.length > 0 && field.name === 'Name'
    ? steps.join(' ')
    : [...steps, field.label].join(' ');
}

/**
 * Looks up what a query names in the descriptions of its objects. What is not
 * described (or not visible) is undefined: Salesforce will refuse it anyway.
 */
export class QueryDictionary {
  readonly #reader: SalesforceReader;
  readonly #objects = new Map<string, Promise<ObjectDescription | undefined>>();

  constructor(reader: SalesforceReader) {
    this.#reader = reader;
  }

  async object(of: QueryObject): Promise<ObjectDescription | undefined> {
    if (of.kind === 'object') return this.#describe(of.name);
    const parent = await this.object(of.of);
    const relationship = parent?.childRelationships.find(child =>
      isSame(child.relationshipName, of.relationship),
    );
    return relationship && this.#describe(relationship.childSObject);
  }

  /** All fields that a path may lead to: a reference can have several targets. */
  async fields(of: QueryObject, path: string[]): Promise<FoundField[]> {
    const start = await this.object(of);
    let places: Array<{ object: ObjectDescription; way: FieldDescription[] }> =
      start ? [{ object: start, way: [] }] : [];
    for (const step of path.slice(0, -1)) {
      const next: typeof places = [];
      for (const { object, way } of places) {
        const reference = object.fields.find(field =>
          isSame(field.relationshipName, step),
        );
        const targets = reference?.referenceTo ?? [];
        if (!reference || targets.length > mostTargets) continue;
        for (const target of targets) {
          const described = await this.#describe(target);
          if (described) {
            next.push({ object: described, way: [...way, reference] });
          }
        }
      }
      places = next;
    }
    return places.flatMap(({ object, way }) => {
      const field = object.fields.find(({ name }) =>
        isSame(name, path[path.length - 1]),
      );
      return field ? [{ field, object, way }] : [];
    });
  }

  #describe(name: string): Promise<ObjectDescription | undefined> {
    const key = name.toLowerCase();
    const known = this.#objects.get(key);
    if (known) return known;
    const described = this.#reader.describe(name).catch(error => {
      if (
        error instanceof GatewayError &&
        ['not_found', 'refused'].includes(error.failure)
      ) {
        return undefined;
      }
      throw error;
    });
    this.#objects.set(key, described);
    return described;
  }
}

function isSame(left: string | null, right: string): boolean {
  return left?.toLowerCase() === right.toLowerCase();
}

import { DefaultObjectDefinition } from './DefaultObjectDefinition';
import { auditFields, deletedField, reference, text } from './fields';
import { defaulted, viewedFields } from './fields';
import { resolveField } from './resolveField';
import {
  schemaSpecificationSchema,
  type FieldSpecification,
  type ObjectSpecification,
} from './specification';
import type { FieldDefinition, ObjectDefinition, Schema } from './definitions';

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * The objects and fields of one org. Filled with the standard ones when the
 * org is made, extended by features, schema files and tests while it runs.
 * Relationships work in both directions and in any order of definition.
 */
export class SchemaRegistry implements Schema {
  readonly #objects = new Map<string, DefaultObjectDefinition>();
  readonly #byKeyPrefix = new Map<string, DefaultObjectDefinition>();
  #customObjects = 0;

  get(name: string): ObjectDefinition | undefined {
    return this.#objects.get(name) ?? this.#objects.get(name.toLowerCase());
  }

  require(name: string): ObjectDefinition {
    const object = this.get(name);
    if (!object) throw new Error(`No object '${name}' in the schema`);
    return object;
  }

  byKeyPrefix(prefix: string): ObjectDefinition | undefined {
    return this.#byKeyPrefix.get(prefix);
  }

  all(): readonly ObjectDefinition[] {
    return [...new Set(this.#objects.values())];
  }

  /** Adds what a schema file says. Throws ZodError with paths when it is wrong. */
  addJson(definitions: unknown): void {
    const wrapped = Array.isArray(definitions)
      ? { objects: definitions }
      : definitions;
    const { objects } = schemaSpecificationSchema.parse(wrapped);
    this.add(objects);
  }

  /** Adds objects; an object that exists already gets the fields in addition. */
  add(specifications: readonly ObjectSpecification[]): void {
    for (const specification of specifications) this.#addObject(specification);
    this.#linkParentsToChildren();
  }

  #addObject(specification: ObjectSpecification): void {
    const { name, fields = [] } = specification;
    const known = this.#objects.get(name.toLowerCase());
    if (known) {
      fields.forEach(field => known.addField(resolved(field)));
      return;
    }
    const keyPrefix = specification.keyPrefix ?? this.#nextKeyPrefix(name);
    const object = new DefaultObjectDefinition({ specification, keyPrefix });
    const all = name.endsWith('__c') ? customObjectFields(fields) : fields;
    object.addField(
      resolveField({ name: 'Id', type: 'id', label: `${object.label} ID` }),
    );
    all.forEach(field => object.addField(resolved(field)));
    this.#objects.set(name, object);
    this.#objects.set(name.toLowerCase(), object);
    if (keyPrefix) this.#byKeyPrefix.set(keyPrefix, object);
  }

  #nextKeyPrefix(name: string): string | null {
    if (!name.endsWith('__c')) return null;
    let prefix: string;
    do {
      const number = this.#customObjects;
      this.#customObjects += 1;
      prefix = `a${base62[Math.floor(number / 62)]}${base62[number % 62]}`;
    } while (this.#byKeyPrefix.has(prefix));
    return prefix;
  }

  /** Parents and children may be defined in any order, so all are linked. */
  #linkParentsToChildren(): void {
    for (const object of new Set(this.#objects.values())) {
      for (const field of object.fields) {
        for (const parent of field.referenceTo) {
          this.#objects
            .get(parent.toLowerCase())
            ?.addChild(childOf(object.name, field));
        }
      }
    }
  }
}

const resolvedFields = new WeakMap<FieldSpecification, FieldDefinition>();

/** Standard fields are constants: many orgs in one process share them. */
function resolved(specification: FieldSpecification): FieldDefinition {
  const known = resolvedFields.get(specification);
  if (known) return known;
  const field = Object.freeze(resolveField(specification));
  resolvedFields.set(specification, field);
  return field;
}

function childOf(childSObject: string, field: FieldDefinition) {
  return {
    childSObject,
    field: field.name,
    relationshipName: field.childRelationshipName,
    cascadeDelete: field.cascadeDelete,
    restrictedDelete: field.restrictedDelete,
  };
}

/** The fields that every custom object has, around those it was given. */
function customObjectFields(
  fields: readonly FieldSpecification[],
): FieldSpecification[] {
  const given = new Set(fields.map(({ name }) => name));
  const isDetail = fields.some(({ masterDetail }) => masterDetail);
  const standard: FieldSpecification[] = [
    ...(isDetail
      ? []
      : [reference('OwnerId', ['Group', 'User'], { ...defaulted })]),
    deletedField(),
    text('Name', 80, {
      nameField: true,
      defaultedOnCreate: true,
      idLookup: true,
    }),
    ...auditFields(),
    ...viewedFields(),
  ];
  return [...standard.filter(({ name }) => !given.has(name)), ...fields];
}

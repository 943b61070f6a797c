import type {
  ChildRelationship,
  FieldDefinition,
  ObjectCapabilities,
  ObjectDefinition,
  ObjectSystemPermissions,
  SharingModel,
} from './definitions';
import { pluralLabel, wordsOf } from './labels';
import type { ObjectSpecification } from './specification';

/** An object with look-ups by name; it grows when the schema is extended. */
export class DefaultObjectDefinition implements ObjectDefinition {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string | null;
  readonly custom: boolean;
  readonly customSetting: boolean;
  readonly setup: boolean;
  readonly permissionable: boolean;
  readonly sharingModel: SharingModel;
  readonly sharingParentField: string | null;
  readonly capabilities: ObjectCapabilities;
  readonly systemPermissions: ObjectSystemPermissions;
  readonly api: 'data' | 'tooling' | 'both';
  readonly virtual: boolean;
  readonly associateEntityType: string | null;
  readonly associateParentEntity: string | null;

  readonly #fields: FieldDefinition[] = [];
  readonly #fieldsByName = new Map<string, FieldDefinition>();
  readonly #parents = new Map<string, FieldDefinition>();
  readonly #children = new Map<string, ChildRelationship>();
  readonly #childrenByName = new Map<string, ChildRelationship>();

  constructor(options: {
    specification: ObjectSpecification;
    keyPrefix: string | null;
  }) {
    const { specification } = options;
    this.name = specification.name;
    this.label = specification.label ?? wordsOf(specification.name);
    this.labelPlural = specification.labelPlural ?? pluralLabel(this.label);
    this.keyPrefix = options.keyPrefix;
    this.custom = /__[a-z]+$/.test(specification.name);
    this.customSetting = specification.customSetting ?? false;
    this.setup = specification.setup ?? false;
    this.sharingModel =
      specification.sharingModel ??
      (this.setup ? 'not_shared' : 'public_read_write');
    this.permissionable =
      specification.permissionable ?? this.sharingModel !== 'not_shared';
    this.sharingParentField = specification.sharingParentField ?? null;
    this.capabilities = capabilitiesOf(specification);
    this.systemPermissions = specification.systemPermissions ?? {};
    this.api = specification.api ?? 'data';
    this.virtual = specification.virtual ?? false;
    this.associateEntityType = specification.associateEntityType ?? null;
    this.associateParentEntity = specification.associateParentEntity ?? null;
  }

  get fields(): readonly FieldDefinition[] {
    return this.#fields;
  }

  get childRelationships(): readonly ChildRelationship[] {
    return [...this.#children.values()];
  }

  get nameField(): FieldDefinition | undefined {
    return this.#fields.find(field => field.nameField);
  }

  field(name: string): FieldDefinition | undefined {
    return (
      this.#fieldsByName.get(name) ?? this.#fieldsByName.get(name.toLowerCase())
    );
  }

  parentRelationship(name: string): FieldDefinition | undefined {
    return this.#parents.get(name.toLowerCase());
  }

  childRelationship(name: string): ChildRelationship | undefined {
    return this.#childrenByName.get(name.toLowerCase());
  }

  /** Adds a field, or replaces the one of the same name. */
  addField(field: FieldDefinition): void {
    const known = this.#fieldsByName.get(field.name.toLowerCase());
    if (known) this.#fields.splice(this.#fields.indexOf(known), 1, field);
    else this.#fields.push(field);
    this.#fieldsByName.set(field.name, field);
    this.#fieldsByName.set(field.name.toLowerCase(), field);
    if (field.relationshipName) {
      this.#parents.set(field.relationshipName.toLowerCase(), field);
    }
  }

  /** Adds the way to the rows that point here, once. */
  addChild(child: ChildRelationship): void {
    this.#children.set(`${child.childSObject}.${child.field}`, child);
    if (child.relationshipName) {
      this.#childrenByName.set(child.relationshipName.toLowerCase(), child);
    }
  }
}

function capabilitiesOf(
  specification: ObjectSpecification,
): ObjectCapabilities {
  const without = new Set(specification.without ?? []);
  const setup = specification.setup ?? false;
  const deletable = !without.has('delete');
  const custom = specification.name.endsWith('__c');
  const record = !setup && specification.sharingModel !== 'not_shared';
  return {
    createable: !without.has('create'),
    updateable: !without.has('update'),
    deletable,
    undeletable: deletable && record && !without.has('undelete'),
    queryable: !without.has('query'),
    retrieveable: !without.has('retrieve'),
    searchable: record && !without.has('search'),
    layoutable: record && !without.has('layout'),
    mergeable: ['Account', 'Contact', 'Lead', 'Case'].includes(
      specification.name,
    ),
    replicateable: !without.has('replication'),
    triggerable: record && !without.has('triggers'),
    feedEnabled: record && !custom && !without.has('feed'),
    mruEnabled: record && !without.has('recent'),
  };
}

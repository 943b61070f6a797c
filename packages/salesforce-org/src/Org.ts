import { AllowEverything } from './core/AllowEverything';
import { DefaultRulesRegistry } from './core/DefaultRulesRegistry';
import { normalizeId, SequentialIdFactory } from './core/ids';
import { MemoryJournal } from './core/MemoryJournal';
import { OrgClock } from './core/OrgClock';
import { personNameRules } from './core/personNameRules';
import { switchesSchema, type Switches } from './core/switches';
import type {
  AccessModel,
  CallContext,
  OrgFeature,
  OrgOperations,
  QueryResult,
} from './core/types';
import { entityDefinitionRules } from './describe/entityDefinitionRules';
import { describeObject, describeSummary } from './describe/describeObject';
import { DefaultDml } from './dml/DefaultDml';
import { RecordReading } from './records/RecordReading';
import { SchemaRegistry } from './schema/SchemaRegistry';
import { standardObjects } from './schema/standardObjects';
import { answerQuery } from './soql/answerQuery';
import { explainQuery } from './soql/explainQuery';
import { MemoryRecordStore } from './store/MemoryRecordStore';

const organizationId = normalizeId('00D5g000004XyZz')!;
/** Signs what the org does before it has any user. */
const firstUserId = normalizeId('0055g0000000001')!;

export interface OrgOptions {
  /** Rules, access model and data; later ones add to earlier ones. */
  readonly features?: readonly OrgFeature[];
  /** More objects and fields, in the JSON of a schema file. */
  readonly schema?: unknown;
  /** The clock stands at this time; without it, it follows the machine's. */
  readonly clock?: Date | string | number;
  readonly switches?: Partial<Switches>;
}

/**
 * One Salesforce org in memory: schema, rows, rules, clock and journal of its
 * own. It knows nothing of HTTP, logins or sessions.
 */
export class Org implements OrgOperations {
  readonly schema = new SchemaRegistry();
  readonly clock = new OrgClock();
  readonly rules = new DefaultRulesRegistry();
  readonly journal = new MemoryJournal({ clock: this.clock });
  readonly organizationId = organizationId;
  readonly switches: Switches;
  readonly store: MemoryRecordStore;
  readonly dml: DefaultDml;

  readonly #features: readonly OrgFeature[];
  readonly #switchesAtStart: Switches;
  readonly #reading: RecordReading;
  #ids = new SequentialIdFactory({ schema: this.schema });
  #access: AccessModel = new AllowEverything();

  static create(options: OrgOptions = {}): Org {
    const org = new Org(options);
    org.#load();
    return org;
  }

  private constructor(options: OrgOptions) {
    const { features = [], schema, clock } = options;
    this.#features = features;
    this.#switchesAtStart = switchesSchema.parse(options.switches ?? {});
    this.switches = { ...this.#switchesAtStart };
    if (clock !== undefined) this.clock.set(clock);
    this.schema.add(standardObjects);
    for (const feature of features) {
      feature.schema?.forEach(definition => this.schema.addJson([definition]));
    }
    if (schema !== undefined) this.schema.addJson(schema);
    this.store = new MemoryRecordStore({
      schema: this.schema,
      ids: { next: object => this.#ids.next(object) },
      clock: this.clock,
      rules: this.rules,
      systemUserId: () => this.#systemUserId(),
    });
    const { store, journal } = this;
    this.dml = new DefaultDml({ org: this, store, journal });
    this.#reading = new RecordReading({
      org: this,
      query: (ctx, soql) => this.query(ctx, soql),
    });
    for (const rules of [...personNameRules, ...entityDefinitionRules]) {
      this.rules.register(rules);
    }
    for (const feature of features) {
      feature.rules?.(this).forEach(rules => this.rules.register(rules));
      const access = feature.access?.(this);
      if (access) this.#access = access;
    }
  }

  get access(): AccessModel {
    return this.#access;
  }

  get ids(): SequentialIdFactory {
    return this.#ids;
  }

  systemContext(overrides: Partial<CallContext> = {}): CallContext {
    return {
      userId: this.#systemUserId(),
      apiVersion: '67.0',
      systemMode: true,
      ...overrides,
    };
  }

  query(
    ctx: CallContext,
    soql: string,
    options: { all?: boolean } = {},
  ): QueryResult {
    this.clock.settle();
    return answerQuery({ ctx, org: this, soql, all: options.all });
  }

  explain(ctx: CallContext, soql: string) {
    return explainQuery({ ctx, org: this, soql });
  }

  describeGlobal(ctx: CallContext): Record<string, unknown>[] {
    return this.schema
      .all()
      .filter(object => this.#isListed(ctx, object.name))
      .map(object => describeSummary({ ctx, org: this, object }))
      .sort((one, other) => (String(one.name) < String(other.name) ? -1 : 1));
  }

  describe(ctx: CallContext, objectName: string): Record<string, unknown> {
    const object = this.requireVisibleObject(ctx, objectName);
    return describeObject({ ctx, org: this, object });
  }

  retrieve(...args: Parameters<OrgOperations['retrieve']>) {
    this.clock.settle();
    return this.#reading.retrieve(...args);
  }

  related(...args: Parameters<OrgOperations['related']>) {
    this.clock.settle();
    return this.#reading.related(...args);
  }

  updated(...args: Parameters<OrgOperations['updated']>) {
    return this.#reading.updated(...args);
  }

  deleted(...args: Parameters<OrgOperations['deleted']>) {
    return this.#reading.deleted(...args);
  }

  requireVisibleObject(ctx: CallContext, objectName: string) {
    return this.#reading.requireVisibleObject(ctx, objectName);
  }

  addSchema(definitions: unknown): void {
    const isSingle =
      typeof definitions === 'object' &&
      definitions !== null &&
      'name' in definitions;
    this.schema.addJson(isSingle ? [definitions] : definitions);
  }

  reset(): void {
    this.store.clear();
    this.clock.clear();
    this.journal.clear();
    this.#ids = new SequentialIdFactory({ schema: this.schema });
    Object.assign(this.switches, this.#switchesAtStart);
    this.#load();
  }

  #load(): void {
    for (const feature of this.#features) feature.load?.(this);
  }

  #isListed(ctx: CallContext, name: string): boolean {
    const object = this.schema.require(name);
    if (object.name === 'Name') return false;
    const known = ctx.tooling
      ? object.api !== 'data' || object.setup
      : object.api !== 'tooling';
    return (
      known &&
      (ctx.systemMode === true || this.access.canSeeObject(ctx, object))
    );
  }

  /** Automated Process where there is one, else whoever came first. */
  #systemUserId(): string {
    const [automated] = this.store.findBy(
      'User',
      'UserType',
      'AutomatedProcess',
    );
    if (automated) return automated.Id;
    for (const user of this.store.all('User')) return user.Id;
    return firstUserId;
  }
}

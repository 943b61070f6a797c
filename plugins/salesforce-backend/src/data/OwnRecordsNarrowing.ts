import {
  soql,
  type FieldDescription,
  type SalesforceReader,
  type SoqlCondition,
  type SoqlNarrowing,
  type SoqlSource,
  type SoqlUse,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { AccessFacts, type ObjectAccess } from './AccessFacts';
import {
  childrenOf,
  demandVisible,
  isAlwaysOpen,
  isVisible,
  mayRead,
  nameOfField,
  nameOfSeveral,
  refuseField,
  refuseTooMuch,
  type Crossing,
  type ParentToCheck,
  type SourceFacts,
} from './narrowingFacts';
import { refuseOwnData } from './OwnDataRefusal';
import { isCommonSetup, ownershipOf, type Ownership } from './ownership';
import { conditionOnVisible, readOwnIds } from './visibleIds';

/**
 * Narrows one query to rows that the person owns, and within them to fields
 * and parents that the person may see.
 *
 * A parent that the query only shows is judged when the answer is there (see
 * `checks`). A parent by which the query chooses or counts rows must be judged
 * before: the rows are limited to those whose parent the person may see.
 */
export class OwnRecordsNarrowing implements SoqlNarrowing {
  readonly #reader: SalesforceReader;
  readonly #facts: AccessFacts;
  readonly #userId: string;
  /** By identity: two parts of a query may read the same object. */
  readonly #sources = new Map<SoqlSource, Promise<SourceFacts>>();
  /** Parents to look at once the rows are there. */
  readonly checks: ParentToCheck[] = [];
  /** What the person should know about what is left out. */
  readonly notes = new Set<string>();

  constructor(options: {
    /** Of the integration user. */
    reader: SalesforceReader;
    facts: AccessFacts;
    userId: string;
  }) {
    this.#reader = options.reader;
    this.#facts = options.facts;
    this.#userId = options.userId;
  }

  async field(options: {
    source: SoqlSource;
    path: readonly string[];
    use: SoqlUse;
  }): Promise<readonly string[]> {
    const { path, use } = options;
    const facts = await this.#factsOf(options.source);
    let places = [facts.access];
    let isPolymorphic = false;
    const way: string[] = [];
    for (const step of path.slice(0, -1)) {
      if (isPolymorphic) {
        refuseOwnData(
          `'${path.join(
            '.',
          )}' leads through a reference to records of several kinds; only its own names can be read`,
        );
      }
      const [place] = places;
      const reference = place.description.fields.find(
        field => field.relationshipName?.toLowerCase() === step.toLowerCase(),
      );
      if (!reference) return refuseField(place, step);
      demandVisible(place, reference);
      const targets = await this.#targetsOf(reference);
      isPolymorphic = reference.referenceTo.length > 1;
      const idPath = [...way, reference.name];
      way.push(reference.relationshipName ?? step);
      this.#cross(facts, { way, idPath, targets, isPolymorphic, use });
      places = targets;
    }
    const name = path[path.length - 1];
    return [
      ...way,
      isPolymorphic
        ? nameOfSeveral(places, name)
        : nameOfField(places[0], name),
    ];
  }

  async fieldsOf(options: {
    source: SoqlSource;
    kind: 'ALL' | 'STANDARD' | 'CUSTOM';
  }): Promise<readonly string[]> {
    const { access } = await this.#factsOf(options.source);
    const { fields } = access.description;
    const wanted = fields.filter(
      ({ custom }) =>
        options.kind === 'ALL' || custom === (options.kind === 'CUSTOM'),
    );
    const visible = wanted.filter(field => isVisible(access, field));
    const hidden = wanted.length - visible.length;
    if (visible.length === 0) {
      refuseOwnData(
        `You may see no such fields of ${access.description.label}`,
      );
    }
    if (hidden > 0) {
      this.notes.add(
        `Left out: ${hidden} fields of ${access.description.label} that you may not see`,
      );
    }
    return visible.map(({ name }) => name);
  }

  async condition(options: {
    source: SoqlSource;
    use: SoqlUse;
  }): Promise<SoqlCondition> {
    const { source, use } = options;
    const facts = await this.#factsOf(source);
    const { access } = facts;
    const ownership = await this.#ownershipOf(access);
    const own = this.#isOwn(ownership);
    const conditions = [own];
    if (ownership.kind === 'owner' && access.sharing === 'other') {
      // owners need not see such rows: a contact goes with its account
      const onVisible = await this.#onVisible(facts, own, ['Id']);
      if (onVisible) {
        conditions.push(onVisible);
      } else if (use === 'shown') {
        facts.rowsAreChecked = true;
      } else {
        refuseTooMuch(facts, 'Id');
      }
    }
    for (const crossing of facts.crossings.values()) {
      if (!crossing.uses.has('judged')) continue;
      conditions.push(
        (await this.#onVisible(facts, own, crossing.idPath)) ??
          this.#ownParent(facts, crossing),
      );
    }
    return soql.and(...conditions);
  }

  async alsoShow(
    source: SoqlSource,
  ): Promise<ReadonlyArray<readonly string[]>> {
    const facts = await this.#factsOf(source);
    const children = childrenOf(source);
    const paths: string[][] = [];
    if (facts.rowsAreChecked) {
      paths.push(['Id']);
      this.checks.push({ children, relationships: [], idPath: ['Id'] });
    }
    for (const crossing of facts.crossings.values()) {
      if (!crossing.uses.has('shown')) continue;
      const { relationships, idPath } = crossing;
      paths.push(idPath);
      this.checks.push({ children, relationships, idPath });
    }
    return paths;
  }

  #factsOf(source: SoqlSource): Promise<SourceFacts> {
    const known = this.#sources.get(source);
    if (known) return known;
    const facts = this.#readFacts(source);
    this.#sources.set(source, facts);
    return facts;
  }

  async #readFacts(source: SoqlSource): Promise<SourceFacts> {
    let name: string | undefined;
    if (source.kind === 'object') {
      name = source.name;
    } else {
      const { access } = await this.#factsOf(source.of);
      name = access.description.childRelationships.find(
        child =>
          child.relationshipName?.toLowerCase() ===
          source.relationship.toLowerCase(),
      )?.childSObject;
    }
    const access = name ? await this.#facts.object(name) : undefined;
    if (!access || !mayRead(access)) {
      return refuseOwnData(
        `There is no '${
          source.kind === 'object' ? source.name : source.relationship
        }' that you may see`,
      );
    }
    return { source, access, crossings: new Map(), rowsAreChecked: false };
  }

  async #targetsOf(reference: FieldDescription): Promise<ObjectAccess[]> {
    const targets = await Promise.all(
      reference.referenceTo.map(name => this.#facts.object(name)),
    );
    const readable = targets.filter(
      (target): target is ObjectAccess =>
        target !== undefined &&
        (target.readable || isCommonSetup(target.description.name)),
    );
    if (readable.length === 0) {
      refuseOwnData(`You may not see what '${reference.label}' refers to`);
    }
    return readable;
  }

  #cross(
    facts: SourceFacts,
    step: {
      way: string[];
      idPath: string[];
      targets: ObjectAccess[];
      isPolymorphic: boolean;
      use: SoqlUse;
    },
  ): void {
    if (step.targets.every(isAlwaysOpen)) return;
    const key = step.way.join('.').toLowerCase();
    const known = facts.crossings.get(key);
    if (known) {
      known.uses.add(step.use);
      return;
    }
    facts.crossings.set(key, {
      relationships: [...step.way],
      idPath: step.idPath,
      targets: step.targets,
      isPolymorphic: step.isPolymorphic,
      uses: new Set([step.use]),
    });
  }

  async #ownershipOf(access: ObjectAccess): Promise<Ownership> {
    const ownership = await ownershipOf({
      object: access.description,
      describe: async name => (await this.#facts.object(name))?.description,
    });
    if (ownership.kind === 'parents') {
      for (const parent of ownership.parents) {
        const parentAccess = await this.#facts.object(parent);
        if (!parentAccess?.readable || parentAccess.sharing === 'other') {
          refuseOwnData(
            `Rows of ${access.description.name} belong to those of ${parent}, which cannot be told to be yours`,
          );
        }
      }
    }
    return ownership;
  }

  #isOwn(ownership: Ownership): SoqlCondition {
    return ownership.kind === 'parents'
      ? soql.and(...ownership.paths.map(path => soql.eq(path, this.#userId)))
      : soql.eq(ownership.path, this.#userId);
  }

  /** Rows whose parent is the person's own, or who have none. */
  #ownParent(facts: SourceFacts, crossing: Crossing): SoqlCondition {
    const { relationships, idPath, targets, isPolymorphic } = crossing;
    const [target] = targets;
    const isOwned =
      !isPolymorphic &&
      target.sharing === 'owner' &&
      target.description.fields.some(({ name }) => name === 'OwnerId');
    if (!isOwned) return refuseTooMuch(facts, relationships.join('.'));
    this.notes.add(
      `Of ${facts.access.description.label}, only rows count whose ${target.description.label} is your own`,
    );
    return soql.or(
      soql.isNull(idPath.join('.')),
      soql.eq([...relationships, 'OwnerId'].join('.'), this.#userId),
    );
  }

  /** Rows with ids that the person may see; undefined where it cannot be told before. */
  async #onVisible(
    facts: SourceFacts,
    own: SoqlCondition,
    idPath: string[],
  ): Promise<SoqlCondition | undefined> {
    if (facts.source.kind !== 'object') return undefined;
    const path = idPath.join('.');
    const ids = await readOwnIds({
      reader: this.#reader,
      object: facts.access.description,
      own,
      path,
    });
    return (
      ids &&
      conditionOnVisible({
        path,
        visible: await this.#facts.visibleRecords(ids),
      })
    );
  }
}

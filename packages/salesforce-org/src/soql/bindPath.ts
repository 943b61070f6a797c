import { fieldReader, scalarReader, type ReadValue } from '../core/fieldReader';
import type { FieldValue, Row } from '../core/types';
import type { FieldDefinition, ObjectDefinition } from '../schema/definitions';
import type { QuerySession } from './QuerySession';
import type { Path, Word } from './syntaxTree';

const maximumLevels = 5;

/** One step from a row to its parent. */
export interface ParentStep {
  readonly from: ObjectDefinition;
  readonly reference: FieldDefinition;
  /** Canonical relationship name, the key in answers. */
  readonly name: string;
  /** The parent's object; `Name` when it can be one of several. */
  readonly target: ObjectDefinition;
  readonly polymorphic: boolean;
  /** The parent and its object, unless there is none or it is hidden. */
  follow(row: Row): Parent | undefined;
}

export interface Parent {
  readonly object: ObjectDefinition;
  readonly row: Row;
}

/** A path that leads somewhere: `Owner.Profile.Name`, resolved. */
export interface BoundField {
  /** Canonical and dotted. */
  readonly path: string;
  readonly steps: readonly ParentStep[];
  /** The object that has the field. */
  readonly owner: ObjectDefinition;
  readonly field: FieldDefinition;
  readonly offset: number;
  /** The value for conditions, sorting and grouping. */
  readonly scalar: (row: Row) => FieldValue;
  /** The value for the answer, of a row of `owner`. */
  readonly read: (row: Row) => ReadValue;
}

/** The names that stand for an object in one level of a query. */
export interface Scope {
  readonly object: ObjectDefinition;
  /** Lower-case alias to the parent steps it stands for; `[]` is the object. */
  readonly aliases: ReadonlyMap<string, readonly ParentStep[]>;
}

/** Finds the field that a path means, or refuses in Salesforce's words. */
export function bindPath(
  session: QuerySession,
  scope: Scope,
  path: Path,
): BoundField {
  const { steps, rest } = bindSteps(session, scope, path);
  const owner = steps.at(-1)?.target ?? scope.object;
  const [word] = rest;
  const field = session.visibleField(owner, word.text);
  if (!field) throw noSuchColumn(session, owner, word);
  const toOwner = chain(steps);
  const options = { ctx: session.ctx, org: session.org, object: owner, field };
  const ownScalar = isName(owner)
    ? nameReader(session, field.name)
    : scalarReader(options);
  const missing = field.type === 'boolean' ? false : null;
  return {
    path: [...steps.map(({ name }) => name), field.name].join('.'),
    steps,
    owner,
    field,
    offset: path[0].offset,
    scalar:
      steps.length === 0
        ? ownScalar
        : row => {
            const parent = toOwner(row);
            return parent ? ownScalar(parent.row) : missing;
          },
    read: isName(owner) ? ownScalar : fieldReader(options),
  };
}

/** The steps to the parents that a path names before its last word. */
export function bindSteps(
  session: QuerySession,
  scope: Scope,
  path: Path,
): { steps: readonly ParentStep[]; rest: Path } {
  let words = path;
  let steps: readonly ParentStep[] = [];
  if (path.length > 1) {
    const first = path[0].text.toLowerCase();
    const alias = scope.aliases.get(first);
    const isObject =
      !scope.object.parentRelationship(first) &&
      scope.object.name.toLowerCase() === first;
    if (alias) {
      steps = alias;
      words = path.slice(1);
    } else if (isObject) {
      words = path.slice(1);
    }
  }
  while (words.length > 1) {
    const from = steps.at(-1)?.target ?? scope.object;
    steps = [...steps, bindStep(session, from, words[0])];
    words = words.slice(1);
  }
  if (steps.length > maximumLevels) {
    throw session.errorAt(
      path[0].offset,
      'MALFORMED_QUERY',
      `SOQL relationship paths are limited to ${maximumLevels} levels`,
    );
  }
  return { steps, rest: words };
}

/** One step along a relationship. */
export function bindStep(
  session: QuerySession,
  from: ObjectDefinition,
  word: Word,
): ParentStep {
  const reference = from.parentRelationship(word.text);
  const targets = (reference?.referenceTo ?? []).flatMap(
    name => session.visibleObject(name) ?? [],
  );
  const visible = reference && session.isVisible(from, reference);
  if (!reference || !visible || targets.length === 0) {
    throw session.errorAt(
      word.offset,
      'INVALID_FIELD',
      `Didn't understand relationship '${word.text}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`,
    );
  }
  const polymorphic = reference.referenceTo.length > 1;
  return {
    from,
    reference,
    name: reference.relationshipName!,
    target: polymorphic ? session.org.schema.require('Name') : targets[0],
    polymorphic,
    follow: follower(session, reference, targets),
  };
}

function follower(
  session: QuerySession,
  reference: FieldDefinition,
  targets: readonly ObjectDefinition[],
): ParentStep['follow'] {
  const { schema } = session.org;
  const others = reference.acceptsIdsOf.flatMap(name => schema.get(name) ?? []);
  const candidates = [...targets, ...others].map(object => ({
    object,
    readable: session.rowFilter(object),
    find: rowFinder(session, object),
  }));
  return row => {
    const id = row[reference.name];
    if (typeof id !== 'string') return undefined;
    for (const { object, readable, find } of candidates) {
      const parent = find(id);
      if (!parent) continue;
      return !readable || readable(parent)
        ? { object, row: parent }
        : undefined;
    }
    return undefined;
  };
}

/** How to get a row by id: stored, or computed for objects without rows. */
function rowFinder(
  session: QuerySession,
  object: ObjectDefinition,
): (id: string) => Row | undefined {
  const { name, keyPrefix } = object;
  if (!object.virtual) {
    const { store } = session.org;
    return id =>
      keyPrefix === id.slice(0, 3) ? store.get(name, id) : undefined;
  }
  const known = new Map<string, Row | undefined>();
  return id => {
    if (!known.has(id)) {
      const equalities = new Map([['DurableId', [id]]]);
      const [row] = session.virtualRows(object, { equalities });
      known.set(id, row);
    }
    return known.get(id);
  };
}

/** From a row to the parent at the end of the steps. */
export function chain(
  steps: readonly ParentStep[],
): (row: Row) => Parent | undefined {
  return row => {
    let parent: Parent | undefined;
    let current = row;
    for (const step of steps) {
      parent = step.follow(current);
      if (!parent) return undefined;
      current = parent.row;
    }
    return parent;
  };
}

function isName(object: ObjectDefinition): boolean {
  return object.name === 'Name';
}

/** What a polymorphic parent shows, whichever object it is of. */
function nameReader(
  session: QuerySession,
  field: string,
): (row: Row) => FieldValue {
  switch (field) {
    case 'Name':
      return nameOf;
    case 'NameOrAlias':
      return row => row.Alias ?? nameOf(row);
    case 'Type':
      return row => typeOf(session, row);
    case 'IsActive':
      return row => row.IsActive ?? false;
    default:
      return row => row[field] ?? null;
  }
}

/** `User`, `Account`, ...; groups that own records are queues. */
function typeOf(session: QuerySession, row: Row): FieldValue {
  const object = session.org.schema.byKeyPrefix(row.Id.slice(0, 3));
  if (object?.name === 'Group' && row.Type === 'Queue') return 'Queue';
  return object?.name ?? null;
}

function nameOf(row: Row): FieldValue {
  const name =
    row.Name ??
    row.MasterLabel ??
    row.Subject ??
    row.CaseNumber ??
    row.ContractNumber ??
    row.OrderNumber;
  return name ?? null;
}

export function noSuchColumn(
  session: QuerySession,
  object: ObjectDefinition,
  word: Word,
) {
  return session.errorAt(
    word.offset,
    'INVALID_FIELD',
    `No such column '${word.text}' on entity '${object.name}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`,
  );
}

import type { FieldValue } from '../core/types';
import type { FieldDefinition, ObjectDefinition } from '../schema/definitions';
import type { bindCondition } from './bindCondition';
import { bindFrom } from './bindFrom';
import { bindPath, type BoundField } from './bindPath';
import { bindExpression, type Expression } from './expressions';
import { matchingRows } from './matchingRows';
import type { QuerySession } from './QuerySession';
import type { Scope } from './bindPath';
import type { Condition, QueryTree } from './syntaxTree';

type SemiJoin = Extract<Condition, { kind: 'semiJoin' }>;

/**
 * `Id IN (SELECT AccountId FROM Contact WHERE ...)`. Salesforce allows much
 * less here than SQL does, and says so in these words.
 */
export function bindSemiJoin(
  session: QuerySession,
  scope: Scope,
  condition: SemiJoin,
  bindWhere: typeof bindCondition,
): { left: Expression; ids: () => ReadonlySet<FieldValue> } {
  const { query, offset } = condition;
  const refuse = (message: string, at = offset) =>
    session.errorAt(at, 'MALFORMED_QUERY', message);
  const left = bindExpression(session, scope, condition.left);
  const outer = left.field;
  if (!outer || !isReference(outer.field)) {
    throw refuse(
      `The left operand field in the where expression for outer query should be an id field, cannot use: '${left.label}'`,
      left.offset,
    );
  }
  if (outer.steps.length > 0) {
    throw refuse(
      `The left operand '${outer.path}' cannot have more than one level of relationships`,
      left.offset,
    );
  }
  checkInnerClauses(query, refuse);
  const innerScope = bindFrom(session, query);
  if (innerScope.object === scope.object) {
    throw refuse(
      'The inner and outer selects should not be on the same object type',
    );
  }
  const inner = bindSelected(session, innerScope, query);
  const shared = targetsOf(inner).filter(name =>
    targetsOf(outer).includes(name),
  );
  if (!isReference(inner.field) || shared.length === 0) {
    throw refuse(
      `The selected field '${inner.path}' in the subquery and the left operand field in the where expression in the outer query '${outer.path}' should point to the same object type`,
    );
  }
  const where = query.where
    ? bindWhere(session, innerScope, query.where)
    : undefined;
  const { object } = innerScope;
  return {
    left,
    ids: () => {
      const ids = new Set<FieldValue>();
      for (const row of matchingRows(session, { object, where })) {
        const id = inner.scalar(row);
        if (id !== null) ids.add(id);
      }
      return ids;
    },
  };
}

function bindSelected(
  session: QuerySession,
  scope: Scope,
  query: QueryTree,
): BoundField {
  const [item] = query.select;
  if (query.select.length !== 1 || item.kind !== 'field') {
    throw session.errorAt(
      query.offset,
      'MALFORMED_QUERY',
      'The sub-select of a semi join must select exactly one field',
    );
  }
  return bindPath(session, scope, item.path);
}

function checkInnerClauses(
  query: QueryTree,
  refuse: (message: string, at?: number) => Error,
): void {
  if (query.where && holdsSemiJoin(query.where)) {
    throw refuse(
      'Nesting of semi join sub-selects is not supported',
      query.offset,
    );
  }
  const clause = [
    ['ORDER BY', query.orderBy],
    ['LIMIT', query.limit],
    ['OFFSET', query.skip],
    ['GROUP BY', query.groupBy],
    ['HAVING', query.having],
  ].find(([, present]) => present !== undefined);
  if (clause) {
    throw refuse(
      `Semi join sub-selects do not support the ${clause[0]} clause`,
      query.offset,
    );
  }
}

function holdsSemiJoin(condition: Condition): boolean {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.operands.some(holdsSemiJoin);
    case 'not':
      return holdsSemiJoin(condition.operand);
    default:
      return condition.kind === 'semiJoin';
  }
}

function isReference({ type }: FieldDefinition): boolean {
  return type === 'id' || type === 'reference';
}

/** The objects that the field's values are ids of. */
function targetsOf({
  owner,
  field,
}: {
  owner: ObjectDefinition;
  field: FieldDefinition;
}): readonly string[] {
  return field.type === 'id' ? [owner.name] : field.referenceTo;
}

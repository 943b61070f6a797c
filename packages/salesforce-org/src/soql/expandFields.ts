import { bindPath, type BoundField } from './bindPath';
import type { SelectOptions } from './bindSelect';
import type { Condition, FunctionCall } from './syntaxTree';

const maximumRows = 200;

/**
 * `FIELDS(ALL)`, `FIELDS(STANDARD)`, `FIELDS(CUSTOM)`: all the fields of the
 * kind that the caller may see. ALL and CUSTOM are unbounded and so only for
 * a bounded number of rows.
 */
export function expandFields(
  options: SelectOptions & { call: FunctionCall },
): BoundField[] {
  const { session, scope, call } = options;
  const [argument] = call.parameters;
  const kind =
    argument?.kind === 'path' && argument.path.length === 1
      ? argument.path[0].text.toUpperCase()
      : '';
  if (
    call.parameters.length !== 1 ||
    !['ALL', 'STANDARD', 'CUSTOM'].includes(kind)
  ) {
    throw session.errorAt(
      call.name.offset,
      'MALFORMED_QUERY',
      `unexpected token: '${call.name.text}'`,
    );
  }
  if (kind !== 'STANDARD' && !isBounded(options)) {
    throw session.errorAt(
      call.name.offset,
      'MALFORMED_QUERY',
      `The SOQL FIELDS function must have a LIMIT of at most ${maximumRows}`,
    );
  }
  return scope.object.fields
    .filter(field => kind === 'ALL' || field.custom === (kind === 'CUSTOM'))
    .filter(field => session.isVisible(scope.object, field))
    .map(field => {
      const word = { text: field.name, offset: call.name.offset };
      return bindPath(session, { ...scope, aliases: new Map() }, [word]);
    });
}

function isBounded({ query: { limit, where } }: SelectOptions): boolean {
  if (limit && limit.value <= maximumRows) return true;
  return where !== undefined && byId(where);
}

/** `Id = '...'` or `Id IN (...)` with few ids bounds the rows as well. */
function byId(condition: Condition): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.operands.some(byId);
    case 'comparison':
      return condition.operator === '=' && isId(condition.left);
    case 'list':
      return (
        condition.operator === 'IN' &&
        condition.values.length <= maximumRows &&
        isId(condition.left)
      );
    default:
      return false;
  }
}

function isId(left: Extract<Condition, { kind: 'list' }>['left']): boolean {
  return (
    left.kind === 'path' &&
    left.path.length === 1 &&
    left.path[0].text.toLowerCase() === 'id'
  );
}

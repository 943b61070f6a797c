import type { FieldValue, Row } from '../core/types';
import type { FieldDefinition, FieldType } from '../schema/definitions';
import { bindPath, type BoundField, type Scope } from './bindPath';
import { dateFunction, isDateFunction, needsDatetime } from './dateFunctions';
import { bindDistance } from './distance';
import type { QuerySession } from './QuerySession';
import type { FunctionCall, PathOperand } from './syntaxTree';
import { unexpectedFunction } from './unexpectedFunction';

/** Something that has a value for each row: a field, or a function of one. */
export interface Expression {
  readonly type: FieldType;
  /** What errors call it. */
  readonly label: string;
  readonly caseSensitive: boolean;
  readonly offset: number;
  readonly value: (row: Row) => FieldValue;
  /** The field itself, when there is no function around it. */
  readonly field?: BoundField;
  /** Equal for expressions that mean the same: `calendar_year(createddate)`. */
  readonly identity: string;
}

/** Binds what stands left of an operator, in ORDER BY or in GROUP BY. */
export function bindExpression(
  session: QuerySession,
  scope: Scope,
  operand: PathOperand | FunctionCall,
): Expression {
  if (operand.kind === 'path') {
    return fieldExpression(bindPath(session, scope, operand.path));
  }
  const name = operand.name.text.toUpperCase();
  if (isDateFunction(name)) return bindDateFunction(session, scope, operand);
  if (name === 'DISTANCE') return bindDistance(session, scope, operand);
  if (name === 'TOLABEL') return bindLabel(session, scope, operand);
  if (name === 'CONVERTCURRENCY') {
    return fieldExpression(bindArgument(session, scope, operand));
  }
  throw unexpectedFunction(session, operand);
}

export function fieldExpression(field: BoundField): Expression {
  return {
    type: field.field.type,
    label: field.field.name,
    caseSensitive: field.field.caseSensitive,
    offset: field.offset,
    value: field.scalar,
    field,
    identity: field.path.toLowerCase(),
  };
}

/** The single field between the parentheses of a function. */
export function bindArgument(
  session: QuerySession,
  scope: Scope,
  call: FunctionCall,
): BoundField {
  const [argument] = call.parameters;
  if (call.parameters.length !== 1 || argument.kind !== 'path') {
    throw unexpectedFunction(session, call);
  }
  return bindPath(session, scope, argument.path);
}

function bindDateFunction(
  session: QuerySession,
  scope: Scope,
  call: FunctionCall,
): Expression {
  const name = call.name.text.toUpperCase();
  const [argument] = call.parameters;
  const converted =
    argument?.kind === 'function' &&
    argument.name.text.toUpperCase() === 'CONVERTTIMEZONE';
  const inner = bindArgument(session, scope, converted ? argument : call);
  const { type } = inner.field;
  const takesDate = !converted && !needsDatetime(name) && type === 'date';
  if (type !== 'datetime' && !takesDate) {
    throw session.errorAt(
      call.name.offset,
      'INVALID_FIELD',
      `field ${inner.field.name} does not support operator ${name}`,
    );
  }
  const { calendar } = session;
  const compute = dateFunction({ name, convertTimezone: converted, calendar });
  const argumentName = inner.path.toLowerCase();
  return {
    type: name === 'DAY_ONLY' ? 'date' : 'int',
    label: call.name.text,
    caseSensitive: false,
    offset: call.name.offset,
    value: row => compute(inner.scalar(row)),
    identity: `${name}(${converted ? 'converttimezone:' : ''}${argumentName})`,
  };
}

/** toLabel(): the label of a picklist value in the place of the value. */
function bindLabel(
  session: QuerySession,
  scope: Scope,
  call: FunctionCall,
): Expression {
  const field = bindArgument(session, scope, call);
  const labelOf = labelReader(field.field);
  return {
    ...fieldExpression(field),
    field: undefined,
    type: 'string',
    value: row => labelOf(field.scalar(row)),
    identity: `tolabel(${field.path.toLowerCase()})`,
  };
}

/** Multi-select picklists are labelled value by value. */
export function labelReader(
  field: FieldDefinition,
): (value: FieldValue) => FieldValue {
  const labels = new Map(
    field.picklistValues.map(({ value, label }) => [value, label]),
  );
  return value =>
    typeof value === 'string'
      ? value
          .split(field.type === 'multipicklist' ? ';' : '\0')
          .map(part => labels.get(part) ?? part)
          .join(';')
      : value;
}

import type { FieldValue, Row } from '../core/types';
import {
  aggregate,
  isAggregateName,
  resultType,
  supports,
  type AggregateName,
} from './aggregateFunctions';
import { bindPath, type Scope } from './bindPath';
import { compareScalars } from './comparisons';
import {
  bindArgument,
  bindExpression,
  fieldExpression,
  type Expression,
} from './expressions';
import { formatReader } from './formatValue';
import type { Group } from './groupRows';
import type { QuerySession } from './QuerySession';
import type { FunctionCall, PathOperand, QueryTree } from './syntaxTree';
import { unexpectedFunction } from './unexpectedFunction';

type Compute = (group: Group) => FieldValue;

/**
 * Binds what a grouped query may speak of: what it is grouped by, and
 * aggregates. Each becomes a column of a row per group, so that HAVING and
 * ORDER BY work on groups as WHERE and ORDER BY do on rows.
 */
export class GroupBinder {
  readonly groupings: readonly Expression[];
  readonly #session: QuerySession;
  readonly #scope: Scope;
  readonly #kind: NonNullable<QueryTree['groupBy']>['kind'];
  readonly #computations = new Map<string, Compute>();

  constructor(options: {
    session: QuerySession;
    scope: Scope;
    query: QueryTree;
  }) {
    const { session, scope, query } = options;
    this.#session = session;
    this.#scope = scope;
    this.#kind = query.groupBy?.kind ?? 'plain';
    this.groupings = this.#bindGroupings(query);
  }

  /** Binds a grouped expression or an aggregate. */
  bind(operand: PathOperand | FunctionCall, missing: string): Expression {
    if (operand.kind === 'function') {
      const name = operand.name.text.toUpperCase();
      if (isAggregateName(name)) return this.#bindAggregate(name, operand);
      if (name === 'GROUPING') return this.#bindGroupingFlag(operand);
      if (name === 'FORMAT') return this.#bindFormat(operand, missing);
    }
    const expression = bindExpression(this.#session, this.#scope, operand);
    const index = this.#indexOf(expression.identity);
    if (index >= 0) {
      return this.#column(expression, ({ keys }) => keys[index]);
    }
    const whole = this.#groupedDateOf(operand);
    if (whole >= 0) {
      return this.#column(expression, ({ rows, keys }) =>
        keys[whole] === null ? null : expression.value(rows[0]),
      );
    }
    const shown = operand.kind === 'path' ? textOf(operand) : operand.name.text;
    throw this.#session.errorAt(
      expression.offset,
      'MALFORMED_QUERY',
      `${missing} must be grouped or aggregated: ${shown}`,
    );
  }

  /** One row per group, with a column per bound expression. */
  rowOf(group: Group): Row {
    const row: Record<string, FieldValue> & { Id: string } = { Id: '' };
    for (const [identity, compute] of this.#computations) {
      row[identity] = compute(group);
    }
    return row;
  }

  #bindGroupings(query: QueryTree): readonly Expression[] {
    const { items = [], kind } = query.groupBy ?? {};
    const session = this.#session;
    const seen = new Set<string>();
    if (kind !== 'plain' && items.length > 3) {
      throw session.errorAt(
        query.groupBy!.offset,
        'MALFORMED_QUERY',
        `GROUP BY ${kind!.toUpperCase()} must contain 3 fields or less`,
      );
    }
    return items.map(item => {
      const expression = bindExpression(session, this.#scope, item);
      const definition = expression.field?.field;
      const refuse = (message: string) =>
        session.errorAt(expression.offset, 'MALFORMED_QUERY', message);
      if (definition && !definition.groupable) {
        throw refuse(
          `field '${definition.name}' can not be grouped in a query call`,
        );
      }
      if (seen.has(expression.identity)) {
        throw refuse(`duplicate grouping expression: ${expression.label}`);
      }
      seen.add(expression.identity);
      return expression;
    });
  }

  #bindAggregate(name: AggregateName, call: FunctionCall): Expression {
    const session = this.#session;
    const field = bindArgument(session, this.#scope, call);
    const refuse = (message: string) =>
      session.errorAt(call.name.offset, 'MALFORMED_QUERY', message);
    if (!supports(name, field.field)) {
      throw refuse(
        `field ${field.field.name} does not support aggregate operator ${name}`,
      );
    }
    const inner = fieldExpression(field);
    if (this.#kind === 'plain' && this.#indexOf(inner.identity) >= 0) {
      throw refuse(`Grouped field should not be aggregated: ${field.path}`);
    }
    const expression: Expression = {
      ...inner,
      field: undefined,
      type: resultType(name, field.field),
      label: call.name.text,
      offset: call.name.offset,
      identity: `${name}(${inner.identity})`,
    };
    return this.#column(expression, ({ rows }) =>
      aggregate({
        name,
        rows,
        value: field.scalar,
        compare: (one, other) => compareScalars(session, inner, one, other),
        scale: field.field.scale,
      }),
    );
  }

  /** GROUPING(x): 1 in the rows that sum up over all values of x. */
  #bindGroupingFlag(call: FunctionCall): Expression {
    const field = bindArgument(this.#session, this.#scope, call);
    const inner = fieldExpression(field);
    const index = this.#indexOf(inner.identity);
    if (index < 0 || this.#kind === 'plain') {
      throw this.#session.errorAt(
        call.name.offset,
        'MALFORMED_QUERY',
        `GROUPING is only supported for fields of GROUP BY ROLLUP or GROUP BY CUBE: ${field.path}`,
      );
    }
    const identity = `GROUPING(${inner.identity})`;
    const expression: Expression = { ...inner, type: 'int', identity };
    return this.#column({ ...expression, field: undefined }, ({ totals }) =>
      totals[index] ? 1 : 0,
    );
  }

  /** FORMAT(MIN(CloseDate)): what stands inside, as people read it. */
  #bindFormat(call: FunctionCall, missing: string): Expression {
    const session = this.#session;
    const [argument] = call.parameters;
    if (call.parameters.length !== 1 || argument.kind === 'literal') {
      throw unexpectedFunction(session, call);
    }
    const inner = this.bind(argument, missing);
    const field =
      argument.kind === 'path'
        ? bindPath(session, this.#scope, argument.path)
        : bindArgument(session, this.#scope, argument);
    const format = formatReader(field.field, session.calendar);
    return {
      ...inner,
      field: undefined,
      type: 'string',
      label: call.name.text,
      value: row => format(inner.value(row)),
      identity: `FORMAT(${inner.identity})`,
    };
  }

  #column(expression: Expression, compute: Compute): Expression {
    const { identity } = expression;
    this.#computations.set(identity, compute);
    return { ...expression, value: row => row[identity] ?? null };
  }

  #indexOf(identity: string): number {
    return this.groupings.findIndex(grouping => grouping.identity === identity);
  }

  /** CALENDAR_YEAR(CloseDate) is the same for a group by CloseDate. */
  #groupedDateOf(operand: PathOperand | FunctionCall): number {
    if (operand.kind === 'path' || operand.parameters[0]?.kind !== 'path') {
      return -1;
    }
    const field = bindArgument(this.#session, this.#scope, operand);
    return field.field.type === 'date'
      ? this.#indexOf(field.path.toLowerCase())
      : -1;
  }
}

function textOf({ path }: PathOperand): string {
  return path.map(({ text }) => text).join('.');
}

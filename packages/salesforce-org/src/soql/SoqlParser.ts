import { EmbeddedActionsParser, type IToken } from 'chevrotain';
import { readLiteral, readNamedLiteral, readNumber } from './literals';
import type {
  ComparisonOperator,
  Condition,
  FromItem,
  FunctionCall,
  ListOperator,
  Literal,
  Operand,
  OrderItem,
  Path,
  PathOperand,
  QueryTree,
  SelectItem,
  TypeofBranch,
  Word,
} from './syntaxTree';
import * as tokens from './tokens';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function word(token: IToken): Word {
  return { text: token.image, offset: token.startOffset };
}

/**
 * The grammar of SOQL as the REST API takes it. It is as narrow as the real
 * one: AND and OR do not mix without parentheses, there is no NOT LIKE, no
 * star, no arithmetic, and the clauses have one order.
 */
export class SoqlParser extends EmbeddedActionsParser {
  constructor() {
    super(tokens.vocabulary, { maxLookahead: 2, recoveryEnabled: false });
    this.performSelfAnalysis();
  }

  readonly statement = this.RULE('statement', (): QueryTree => {
    return this.SUBRULE(this.query);
  });

  readonly query = this.RULE('query', (): QueryTree => {
    const select: SelectItem[] = [];
    const from: FromItem[] = [];
    const first = this.CONSUME(tokens.Select);
    this.AT_LEAST_ONE_SEP({
      SEP: tokens.Comma,
      DEF: () => select.push(this.SUBRULE(this.selectItem)),
    });
    this.CONSUME(tokens.From);
    this.AT_LEAST_ONE_SEP2({
      SEP: tokens.Comma,
      DEF: () => from.push(this.SUBRULE(this.fromItem)),
    });
    const tree: Mutable<QueryTree> = {
      offset: first.startOffset,
      select,
      from,
    };
    this.OPTION(() => {
      this.CONSUME(tokens.Using);
      this.CONSUME(tokens.Scope);
      tree.scope = word(this.CONSUME(tokens.Name));
    });
    this.OPTION2(() => {
      this.CONSUME(tokens.Where);
      tree.where = this.SUBRULE(this.condition);
    });
    this.OPTION3(() => {
      tree.groupBy = this.SUBRULE(this.groupBy);
    });
    this.OPTION4(() => {
      this.CONSUME(tokens.Having);
      tree.having = this.SUBRULE2(this.condition);
    });
    this.OPTION5(() => {
      tree.orderBy = this.SUBRULE(this.orderBy);
    });
    this.OPTION6(() => {
      this.CONSUME(tokens.Limit);
      const number = this.CONSUME(tokens.NumberValue);
      tree.limit = this.ACTION(() => readNumber(number));
    });
    this.OPTION7(() => {
      this.CONSUME(tokens.Offset);
      const number = this.CONSUME2(tokens.NumberValue);
      tree.skip = this.ACTION(() => readNumber(number));
    });
    this.OPTION8(() => {
      this.CONSUME(tokens.For);
      tree.purpose = word(
        this.OR([
          { ALT: () => this.CONSUME(tokens.View) },
          { ALT: () => this.CONSUME(tokens.Reference) },
          { ALT: () => this.CONSUME(tokens.Update) },
        ]),
      );
    });
    this.OPTION9(() => {
      tree.allRows = word(this.CONSUME(tokens.All));
      this.CONSUME(tokens.Rows);
    });
    return tree;
  });

  readonly selectItem = this.RULE('selectItem', (): SelectItem => {
    return this.OR<SelectItem>([
      {
        ALT: () => {
          this.CONSUME(tokens.OpenParenthesis);
          const query = this.SUBRULE(this.query);
          this.CONSUME(tokens.CloseParenthesis);
          return { kind: 'subquery', query };
        },
      },
      { ALT: () => this.SUBRULE(this.typeofItem) },
      {
        ALT: () => {
          const operand = this.SUBRULE(this.pathOrFunction);
          const alias = this.SUBRULE(this.alias);
          return operand.kind === 'path'
            ? { kind: 'field', path: operand.path, alias }
            : { kind: 'function', call: operand, alias };
        },
      },
    ]);
  });

  readonly typeofItem = this.RULE('typeofItem', (): SelectItem => {
    const branches: TypeofBranch[] = [];
    let otherwise: readonly Path[] | undefined;
    this.CONSUME(tokens.Typeof);
    const relationship = word(this.CONSUME(tokens.FieldName));
    this.AT_LEAST_ONE(() => {
      this.CONSUME(tokens.When);
      const object = word(this.CONSUME2(tokens.FieldName));
      this.CONSUME(tokens.Then);
      branches.push({ object, fields: this.SUBRULE(this.pathList) });
    });
    this.OPTION(() => {
      this.CONSUME(tokens.Else);
      otherwise = this.SUBRULE2(this.pathList);
    });
    this.CONSUME(tokens.End);
    return { kind: 'typeof', relationship, branches, otherwise };
  });

  readonly pathList = this.RULE('pathList', (): readonly Path[] => {
    const paths: Path[] = [];
    this.AT_LEAST_ONE_SEP({
      SEP: tokens.Comma,
      DEF: () => paths.push(this.SUBRULE(this.path)),
    });
    return paths;
  });

  readonly alias = this.RULE('alias', (): Word | undefined => {
    let alias: Word | undefined;
    this.OPTION(() => {
      alias = word(this.CONSUME(tokens.AliasName));
    });
    return alias;
  });

  readonly fromItem = this.RULE('fromItem', (): FromItem => {
    const path: Word[] = [];
    this.AT_LEAST_ONE_SEP({
      SEP: tokens.Dot,
      DEF: () => path.push(word(this.CONSUME(tokens.Name))),
    });
    return { path, alias: this.SUBRULE(this.alias) };
  });

  readonly path = this.RULE('path', (): Path => {
    const path: Word[] = [word(this.CONSUME(tokens.FieldName))];
    this.MANY(() => {
      this.CONSUME(tokens.Dot);
      path.push(word(this.CONSUME(tokens.Name)));
    });
    return path;
  });

  readonly pathOrFunction = this.RULE(
    'pathOrFunction',
    (): PathOperand | FunctionCall => {
      return this.OR<PathOperand | FunctionCall>([
        { ALT: () => this.SUBRULE(this.functionCall) },
        { ALT: () => ({ kind: 'path', path: this.SUBRULE(this.path) }) },
      ]);
    },
  );

  readonly functionCall = this.RULE('functionCall', (): FunctionCall => {
    const parameters: Operand[] = [];
    const name = word(this.CONSUME(tokens.FieldName));
    this.CONSUME(tokens.OpenParenthesis);
    this.MANY_SEP({
      SEP: tokens.Comma,
      DEF: () => parameters.push(this.SUBRULE(this.parameter)),
    });
    this.CONSUME(tokens.CloseParenthesis);
    return { kind: 'function', name, parameters };
  });

  readonly parameter = this.RULE('parameter', (): Operand => {
    return this.OR<Operand>([
      { ALT: () => this.SUBRULE(this.pathOrFunction) },
      {
        ALT: () => {
          const token = this.OR2([
            { ALT: () => this.CONSUME(tokens.StringValue) },
            { ALT: () => this.CONSUME(tokens.NumberValue) },
          ]);
          return this.ACTION(() => readLiteral(token));
        },
      },
    ]);
  });

  readonly condition = this.RULE('condition', (): Condition => {
    const operands: Condition[] = [this.SUBRULE(this.term)];
    let kind: 'and' | 'or' | undefined;
    this.OPTION(() => {
      this.OR([
        {
          ALT: () => {
            kind = 'and';
            this.AT_LEAST_ONE(() => {
              this.CONSUME(tokens.And);
              operands.push(this.SUBRULE2(this.term));
            });
          },
        },
        {
          ALT: () => {
            kind = 'or';
            this.AT_LEAST_ONE2(() => {
              this.CONSUME(tokens.Or);
              operands.push(this.SUBRULE3(this.term));
            });
          },
        },
      ]);
    });
    return kind ? { kind, operands } : operands[0];
  });

  readonly term = this.RULE('term', (): Condition => {
    return this.OR<Condition>([
      {
        ALT: () => {
          this.CONSUME(tokens.Not);
          return { kind: 'not', operand: this.SUBRULE(this.term) };
        },
      },
      {
        ALT: () => {
          this.CONSUME(tokens.OpenParenthesis);
          const inner = this.SUBRULE(this.condition);
          this.CONSUME(tokens.CloseParenthesis);
          return inner;
        },
      },
      { ALT: () => this.SUBRULE(this.comparison) },
    ]);
  });

  readonly comparison = this.RULE('comparison', (): Condition => {
    const left = this.SUBRULE(this.pathOrFunction);
    return this.OR<Condition>([
      {
        ALT: () => {
          const token = this.CONSUME(tokens.Comparison);
          const operator = (
            token.image === '<>' ? '!=' : token.image
          ) as ComparisonOperator;
          const value = this.SUBRULE(this.literal);
          const offset = token.startOffset;
          return { kind: 'comparison', left, operator, value, offset };
        },
      },
      {
        ALT: () => {
          const offset = this.CONSUME(tokens.Like).startOffset;
          const value = this.SUBRULE2(this.literal);
          return { kind: 'comparison', left, operator: 'LIKE', value, offset };
        },
      },
      { ALT: () => this.SUBRULE(this.membership, { ARGS: [left] }) },
      {
        ALT: () => {
          const token = this.OR2([
            { ALT: () => this.CONSUME(tokens.Includes) },
            { ALT: () => this.CONSUME(tokens.Excludes) },
          ]);
          const values = this.SUBRULE(this.literalList);
          return this.ACTION(() => {
            const operator = token.image.toUpperCase() as ListOperator;
            const offset = token.startOffset;
            return { kind: 'list', left, operator, values, offset };
          });
        },
      },
    ]);
  });

  readonly membership = this.RULE(
    'membership',
    (left: PathOperand | FunctionCall): Condition => {
      let negated = false;
      this.OPTION(() => {
        this.CONSUME(tokens.Not);
        negated = true;
      });
      const offset = this.CONSUME(tokens.In).startOffset;
      return this.OR<Condition>([
        {
          ALT: () => {
            this.CONSUME(tokens.OpenParenthesis);
            const query = this.SUBRULE(this.query);
            this.CONSUME(tokens.CloseParenthesis);
            return { kind: 'semiJoin', left, negated, query, offset };
          },
        },
        {
          ALT: () => {
            const values = this.SUBRULE(this.literalList);
            const operator = negated ? 'NOT IN' : 'IN';
            return { kind: 'list', left, operator, values, offset };
          },
        },
      ]);
    },
  );

  readonly literalList = this.RULE('literalList', (): readonly Literal[] => {
    const values: Literal[] = [];
    this.CONSUME(tokens.OpenParenthesis);
    this.AT_LEAST_ONE_SEP({
      SEP: tokens.Comma,
      DEF: () => values.push(this.SUBRULE(this.literal)),
    });
    this.CONSUME(tokens.CloseParenthesis);
    return values;
  });

  readonly literal = this.RULE('literal', (): Literal => {
    return this.OR<Literal>([
      {
        ALT: () => {
          const token = this.OR2([
            { ALT: () => this.CONSUME(tokens.StringValue) },
            { ALT: () => this.CONSUME(tokens.NumberValue) },
            { ALT: () => this.CONSUME(tokens.DateTimeValue) },
            { ALT: () => this.CONSUME(tokens.DateValue) },
            { ALT: () => this.CONSUME(tokens.TimeValue) },
            { ALT: () => this.CONSUME(tokens.Null) },
          ]);
          return this.ACTION(() => readLiteral(token));
        },
      },
      {
        ALT: () => {
          const name = this.CONSUME(tokens.AliasName);
          let count: IToken | undefined;
          this.OPTION(() => {
            this.CONSUME(tokens.Colon);
            count = this.CONSUME2(tokens.NumberValue);
          });
          return this.ACTION(() => readNamedLiteral(name, count));
        },
      },
    ]);
  });

  readonly groupBy = this.RULE(
    'groupBy',
    (): NonNullable<QueryTree['groupBy']> => {
      const items: (PathOperand | FunctionCall)[] = [];
      const { startOffset: offset } = this.CONSUME(tokens.Group);
      this.CONSUME(tokens.By);
      this.AT_LEAST_ONE_SEP({
        SEP: tokens.Comma,
        DEF: () => items.push(this.SUBRULE(this.pathOrFunction)),
      });
      return this.ACTION(() => groupingOf(items, offset));
    },
  );

  readonly orderBy = this.RULE('orderBy', (): readonly OrderItem[] => {
    const items: OrderItem[] = [];
    this.CONSUME(tokens.Order);
    this.CONSUME(tokens.By);
    this.AT_LEAST_ONE_SEP({
      SEP: tokens.Comma,
      DEF: () => items.push(this.SUBRULE(this.orderItem)),
    });
    return items;
  });

  readonly orderItem = this.RULE('orderItem', (): OrderItem => {
    const operand = this.SUBRULE(this.pathOrFunction);
    let descending = false;
    let nullsLast: boolean | undefined;
    this.OPTION(() => {
      this.OR([
        { ALT: () => this.CONSUME(tokens.Asc) },
        {
          ALT: () => {
            this.CONSUME(tokens.Desc);
            descending = true;
          },
        },
      ]);
    });
    this.OPTION2(() => {
      this.CONSUME(tokens.Nulls);
      this.OR2([
        {
          ALT: () => {
            this.CONSUME(tokens.First);
            nullsLast = false;
          },
        },
        {
          ALT: () => {
            this.CONSUME(tokens.Last);
            nullsLast = true;
          },
        },
      ]);
    });
    return { operand, descending, nullsLast };
  });
}

/** `ROLLUP(a, b)` looks like a function; it is a way of grouping. */
function groupingOf(
  items: readonly (PathOperand | FunctionCall)[],
  offset: number,
): NonNullable<QueryTree['groupBy']> {
  const [only] = items;
  if (items.length === 1 && only.kind === 'function') {
    const kind = only.name.text.toLowerCase();
    if (kind === 'rollup' || kind === 'cube') {
      const inner = only.parameters.filter(
        (item): item is PathOperand | FunctionCall => item.kind !== 'literal',
      );
      return { kind, items: inner, offset };
    }
  }
  return { kind: 'plain', items, offset };
}

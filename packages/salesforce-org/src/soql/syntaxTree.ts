/*
 * A query as it was written. Every name and literal keeps the offset where it
 * stands, because Salesforce's errors point at it.
 */

/** A word of the query and where it begins (characters from the start). */
export interface Word {
  readonly text: string;
  readonly offset: number;
}

/** `Owner.Profile.Name`: one word per step. */
export type Path = readonly Word[];

export interface FunctionCall {
  readonly kind: 'function';
  readonly name: Word;
  readonly parameters: readonly Operand[];
}

export interface PathOperand {
  readonly kind: 'path';
  readonly path: Path;
}

export type LiteralType =
  | 'string'
  | 'number'
  | 'currency'
  | 'boolean'
  | 'null'
  | 'date'
  | 'datetime'
  | 'time'
  | 'dateLiteral';

export interface Literal {
  readonly kind: 'literal';
  readonly type: LiteralType;
  /** As written; strings with their quotes. */
  readonly text: string;
  /** Strings without quotes and escapes; numbers, booleans and null as such. */
  readonly value: string | number | boolean | null;
  /** The number of `LAST_N_DAYS:n`. */
  readonly count?: number;
  readonly offset: number;
}

export type Operand = PathOperand | FunctionCall | Literal;

export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE';

export type ListOperator = 'IN' | 'NOT IN' | 'INCLUDES' | 'EXCLUDES';

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Condition[] }
  | { readonly kind: 'not'; readonly operand: Condition }
  | {
      readonly kind: 'comparison';
      readonly left: PathOperand | FunctionCall;
      readonly operator: ComparisonOperator;
      readonly value: Literal;
      readonly offset: number;
    }
  | {
      readonly kind: 'list';
      readonly left: PathOperand | FunctionCall;
      readonly operator: ListOperator;
      readonly values: readonly Literal[];
      readonly offset: number;
    }
  | {
      readonly kind: 'semiJoin';
      readonly left: PathOperand | FunctionCall;
      readonly negated: boolean;
      readonly query: QueryTree;
      readonly offset: number;
    };

export interface TypeofBranch {
  readonly object: Word;
  readonly fields: readonly Path[];
}

export type SelectItem =
  | { readonly kind: 'field'; readonly path: Path; readonly alias?: Word }
  | {
      readonly kind: 'function';
      readonly call: FunctionCall;
      readonly alias?: Word;
    }
  | { readonly kind: 'subquery'; readonly query: QueryTree }
  | {
      readonly kind: 'typeof';
      readonly relationship: Word;
      readonly branches: readonly TypeofBranch[];
      readonly otherwise: readonly Path[] | undefined;
    };

export interface FromItem {
  readonly path: Path;
  readonly alias?: Word;
}

export interface OrderItem {
  readonly operand: PathOperand | FunctionCall;
  readonly descending: boolean;
  readonly nullsLast: boolean | undefined;
}

export interface QueryTree {
  readonly offset: number;
  readonly select: readonly SelectItem[];
  /** The object or child relationship, then aliases of further paths. */
  readonly from: readonly FromItem[];
  readonly scope?: Word;
  readonly where?: Condition;
  readonly groupBy?: {
    readonly kind: 'plain' | 'rollup' | 'cube';
    readonly items: readonly (PathOperand | FunctionCall)[];
    readonly offset: number;
  };
  readonly having?: Condition;
  readonly orderBy?: readonly OrderItem[];
  readonly limit?: { readonly value: number; readonly offset: number };
  readonly skip?: { readonly value: number; readonly offset: number };
  /** `FOR VIEW`, `FOR REFERENCE`, `FOR UPDATE`. */
  readonly purpose?: Word;
  readonly allRows?: Word;
}

import * as conditions from './conditions';
import { narrow } from './narrow';
import { select } from './select';
import { conditionOf, fromTree, parse } from './tree';

/**
 * Builds SOQL from typed parts, or from a syntax tree:
 *
 * ```ts
 * soql.select({
 *   from: 'User',
 *   fields: ['Id', 'Name', 'Profile.Name'],
 *   where: soql.and(soql.eq('IsActive', true), soql.contains('Name', words)),
 *   limit: 20,
 * });
 * ```
 *
 * No other way leads to a {@link SoqlQuery}, and the gateway takes nothing else.
 *
 * @public
 */
export const soql = {
  ...conditions,
  select,
  parse,
  fromTree,
  conditionOf,
  narrow,
};

export type { SoqlCondition } from './SoqlCondition';
export type { SoqlLiteral, SoqlValue } from './SoqlLiteral';
export type { SoqlQuery } from './SoqlQuery';
export type { SoqlNarrowing, SoqlSource, SoqlUse } from './SoqlNarrowing';
export type {
  SoqlAggregate,
  SoqlChildren,
  SoqlField,
  SoqlHaving,
  SoqlOrder,
  SoqlSelect,
} from './select';
export type { SoqlTree } from './tree';

import type { CallContext, OrgServices, QueryPlan } from '../core/types';
import { bindSelection } from './answerQuery';
import { bindFrom } from './bindFrom';
import { chooseIndex } from './matchingRows';
import { parseSoql } from './parseSoql';
import { QuerySession } from './QuerySession';

/** How a query would be answered: by an index or by reading all rows. */
export function explainQuery(options: {
  ctx: CallContext;
  org: OrgServices;
  soql: string;
}): { plans: QueryPlan[]; sourceQuery: string } {
  const { ctx, org, soql } = options;
  const query = parseSoql(soql);
  const session = new QuerySession({ ctx, org, soql, includeDeleted: false });
  const scope = bindFrom(session, query);
  const selection = bindSelection(session, scope, query);
  const { object } = scope;
  const total = object.virtual ? 0 : org.store.count(object.name);
  const index = object.virtual ? undefined : chooseIndex(session, selection);
  const plans: QueryPlan[] = [];
  if (index) {
    plans.push({
      cardinality: index.rows.length,
      fields: [index.field],
      leadingOperationType: 'Index',
      notes: [],
      relativeCost: index.rows.length / Math.max(1, total),
      sobjectCardinality: total,
      sobjectType: object.name,
    });
  }
  plans.push({
    cardinality: total,
    fields: [],
    leadingOperationType: 'TableScan',
    notes: [
      {
        description:
          'Not considering filter for optimization because unindexed',
        fields: index ? [] : ['IsDeleted'],
        tableEnumOrId: object.name,
      },
    ],
    relativeCost: Math.max(1, total / 100_000),
    sobjectCardinality: total,
    sobjectType: object.name,
  });
  return { plans, sourceQuery: soql };
}

import { runSoql as declaration } from '@salesdesk/backstage-plugin-salesforce-common';
import {
  createSalesforceReadAction,
  soql,
  type ActionContext,
  type SoqlTree,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { isCount, queryColumns } from './queryColumns';
import { QueryDictionary } from './QueryDictionary';
import { refuseSecrets } from './refuseSecrets';
import { namesIn } from './soqlNames';
import { count } from './words';

/**
 * Runs one query. From text to query there is one way: parse, judge the syntax
 * tree, and compose the text anew from the tree. The context's reader narrows
 * it to what the person may see.
 */
export const runSoql = createSalesforceReadAction(declaration, {
  async run({ input, context, cursor }) {
    const { reader, cursors } = context;
    const actionId = declaration.id;
    const tree = soql.parse(input.query);
    const dictionary = new QueryDictionary(reader);
    await refuseSecrets({ names: namesIn(tree), dictionary });
    const query = soql.fromTree(withId(tree));
    const page = cursor
      ? await reader.queryMore(await cursors.open({ actionId, cursor }))
      : await reader.query(query);
    if (tree.fields?.some(isCount)) {
      return {
        kind: 'table',
        title: count(page.totalSize, 'record'),
        columns: [{ name: 'count', label: 'Count', type: 'int' }],
        rows: [{ count: page.totalSize }],
        total: 1,
        query: page.sent ?? query.text,
      };
    }
    return {
      kind: 'table',
      title: count(page.totalSize, 'row'),
      columns: await queryColumns({
        tree,
        dictionary,
        firstRow: page.records[0],
      }),
      rows: page.records,
      total: page.totalSize,
      query: page.sent ?? soql.fromTree(tree).text,
      ...(await linksOf({
        tree,
        dictionary,
        context,
        firstRow: page.records[0],
      })),
      ...(page.next
        ? { nextCursor: await cursors.seal({ actionId, next: page.next }) }
        : {}),
    };
  },
  examples: [
    {
      words:
        "Run SOQL: SELECT Name, Industry, AnnualRevenue FROM Account WHERE BillingCountry = 'Germany' ORDER BY AnnualRevenue DESC LIMIT 50",
      input: {
        query:
          "SELECT Name, Industry, AnnualRevenue FROM Account WHERE BillingCountry = 'Germany' ORDER BY AnnualRevenue DESC LIMIT 50",
      },
    },
  ],
});

/**
 * Reads the id of every row too, where rows are records, so that each can be
 * opened in Salesforce. It makes no column.
 */
function withId(tree: SoqlTree): SoqlTree {
  const { fields = [] } = tree;
  const isOfRecords =
    !tree.groupBy &&
    fields.every(({ type }) => type !== 'FieldFunctionExpression');
  const hasId = fields.some(
    field => field.type === 'Field' && field.field.toLowerCase() === 'id',
  );
  return isOfRecords && !hasId && fields.length > 0
    ? { ...tree, fields: [...fields, { type: 'Field', field: 'Id' }] }
    : tree;
}

/** One link for all rows, where they are records. */
async function linksOf(options: {
  tree: SoqlTree;
  dictionary: QueryDictionary;
  context: ActionContext;
  firstRow: Record<string, unknown> | undefined;
}): Promise<{ linkTemplate?: string }> {
  const { tree, dictionary, context, firstRow } = options;
  if (typeof firstRow?.Id !== 'string') return {};
  const object = await dictionary.object({
    kind: 'object',
    name: tree.sObject ?? '',
  });
  return object ? { linkTemplate: context.recordUrl(object.name, '{Id}') } : {};
}

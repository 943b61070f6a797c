import {
  soql,
  type ObjectDescription,
  type SalesforceReader,
  type SoqlCondition,
} from '@salesdesk/backstage-plugin-salesforce-node';

/** More records than this are not judged one by one. */
const mostIds = 2000;

/**
 * The ids at a path of all the person's rows, or undefined where they are too
 * many to judge.
 */
export async function readOwnIds(options: {
  reader: SalesforceReader;
  object: ObjectDescription;
  /** What makes rows the person's own. */
  own: SoqlCondition;
  path: string;
}): Promise<string[] | undefined> {
  const { reader, object, own, path } = options;
  const isRowItself = path === 'Id';
  const { records, totalSize, next } = await reader.query(
    soql.select({
      from: object.name,
      fields: [path],
      where: isRowItself ? own : soql.and(own, soql.isNotNull(path)),
      ...(isRowItself ? {} : { groupBy: [path] }),
      limit: mostIds + 1,
    }),
  );
  if (totalSize > mostIds || next) return undefined;
  const key = path.slice(path.lastIndexOf('.') + 1);
  return records.map(record => String(record[key]));
}

/** Rows with one of the ids that may be seen, or with none at all. */
export function conditionOnVisible(options: {
  path: string;
  visible: ReadonlySet<string>;
}): SoqlCondition {
  const { path, visible } = options;
  const isSeen =
    visible.size === 0 ? undefined : soql.inList(path, [...visible]);
  if (path === 'Id') return isSeen ?? soql.isNull('Id');
  return isSeen ? soql.or(soql.isNull(path), isSeen) : soql.isNull(path);
}

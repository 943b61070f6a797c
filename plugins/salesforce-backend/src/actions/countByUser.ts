import {
  soql,
  type SalesforceReader,
  type SalesforceRecord,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { chunksForUrl } from '../gateway';

/** How many rows of an object refer to each of these users by a field. */
export async function countByUser(options: {
  reader: SalesforceReader;
  object: string;
  field: string;
  userIds: string[];
}): Promise<Map<string, number>> {
  const { reader, object, field, userIds } = options;
  const pages = await Promise.all(
    chunksForUrl(userIds).map(ids =>
      reader.queryAll<SalesforceRecord>(
        soql.select({
          from: object,
          fields: [field],
          where: soql.inList(field, ids),
        }),
      ),
    ),
  );
  const counts = new Map<string, number>();
  for (const record of pages.flat()) {
    const id = String(record[field]);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

import type { DataObjectSummary } from '@salesdesk/backstage-plugin-salesforce-common';
import {
  soql,
  type SalesforceReader,
} from '@salesdesk/backstage-plugin-salesforce-node';

/** Salesforce answers for no more objects at once, and has no further page of them. */
const mostObjects = 2000;

/**
 * The objects of an org by label. With a user, those that the user may read:
 * then the reader is the integration user's.
 */
export async function listObjects(options: {
  reader: SalesforceReader;
  userId?: string;
}): Promise<DataObjectSummary[]> {
  const { reader, userId } = options;
  const [definitions, readable] = await Promise.all([
    reader.query(
      soql.select({
        from: 'EntityDefinition',
        fields: [
          'DurableId',
          'QualifiedApiName',
          'Label',
          'PluralLabel',
          'KeyPrefix',
        ],
        where: soql.eq('IsQueryable', true),
        limit: mostObjects,
      }),
    ),
    userId === undefined
      ? undefined
      : reader.query(
          soql.select({
            from: 'UserEntityAccess',
            fields: ['EntityDefinitionId'],
            where: soql.and(
              soql.eq('UserId', userId),
              soql.eq('IsReadable', true),
            ),
            limit: mostObjects,
          }),
        ),
  ]);
  const allowed =
    readable &&
    new Set(readable.records.map(row => String(row.EntityDefinitionId)));
  return definitions.records
    .filter(row => !allowed || allowed.has(String(row.DurableId)))
    .map(row => {
      const name = String(row.QualifiedApiName);
      return {
        name,
        label: String(row.Label ?? name),
        custom: name.endsWith('__c'),
        ...(row.PluralLabel ? { pluralLabel: String(row.PluralLabel) } : {}),
        ...(row.KeyPrefix ? { keyPrefix: String(row.KeyPrefix) } : {}),
      };
    })
    .sort((one, other) => one.label.localeCompare(other.label));
}

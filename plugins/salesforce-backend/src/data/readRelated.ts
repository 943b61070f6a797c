import {
  isSalesdeskError,
  type RelatedList,
} from '@salesdesk/backstage-plugin-salesforce-common';
import {
  soql,
  type ObjectDescription,
  type SalesforceReader,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { withoutSecrets } from './toDataObject';

const mostLists = 12;
const rowsPerList = 5;
const columnsPerList = 4;

/** Bookkeeping of Salesforce's own, which nobody looks for on a record. */
const uninteresting =
  /(History|Histories|Share|Shares|Feed|Feeds|Tag|ChangeEvent|Access|Relation|Relations|SetupAuditTrail|ProcessInstance\w*|RecordAction\w*|TopicAssignment|EntitySubscription\w*|DuplicateRecordItem\w*)$/;

/** Fields that say most about a record, the first that there are. */
const telling = [
  'Status',
  'StageName',
  'Amount',
  'CloseDate',
  'Email',
  'Priority',
  'Subject',
  'ActivityDate',
  'Status__c',
  'CreatedDate',
];

/** The lists of records that refer to a record, without empty ones. */
export async function readRelated(options: {
  reader: SalesforceReader;
  description: ObjectDescription;
  recordId: string;
  recordUrl(object: string, id: string): string;
}): Promise<RelatedList[]> {
  const { description } = options;
  const children = description.childRelationships
    .filter(
      ({ relationshipName, childSObject }) =>
        relationshipName && !uninteresting.test(childSObject),
    )
    .slice(0, mostLists);
  const lists = await Promise.all(
    children.map(child => readList({ ...options, child })),
  );
  return lists.filter(
    (list): list is RelatedList => list !== undefined && list.total > 0,
  );
}

async function readList(options: {
  reader: SalesforceReader;
  recordId: string;
  recordUrl(object: string, id: string): string;
  child: ObjectDescription['childRelationships'][number];
}): Promise<RelatedList | undefined> {
  const { reader, recordId, recordUrl, child } = options;
  try {
    const object = await reader.describe(child.childSObject);
    const visible = withoutSecrets(object);
    const nameField = visible.find(field => field.nameField);
    const columns = [
      ...(nameField ? [nameField] : []),
      ...telling.flatMap(
        name => visible.find(field => field.name === name) ?? [],
      ),
    ]
      .filter((field, position, all) => all.indexOf(field) === position)
      .slice(0, columnsPerList);
    const select = {
      from: object.name,
      fields: ['Id', ...columns.map(({ name }) => name)],
      where: soql.eq(child.field, recordId),
    };
    const [page, count] = await Promise.all([
      reader.query(
        soql.select({
          ...select,
          ...(nameField?.sortable
            ? { orderBy: [{ field: nameField.name }] }
            : {}),
          limit: rowsPerList,
        }),
      ),
      reader.query(
        soql.select({
          ...select,
          fields: [{ aggregate: 'COUNT', field: 'Id', as: 'number' }],
        }),
      ),
    ]);
    return {
      relationship: String(child.relationshipName),
      object: object.name,
      label: object.label,
      total: Number(count.records[0]?.number ?? page.totalSize),
      columns: columns.map(({ name, label, type }) => ({ name, label, type })),
      rows: page.records,
      links: Object.fromEntries(
        page.records.map(({ Id }) => [
          String(Id),
          recordUrl(object.name, String(Id)),
        ]),
      ),
      query: soql.select(select).text,
    };
  } catch (error) {
    // a list that one may not see, or that cannot be queried, is no list here
    if (isSalesdeskError(error)) return undefined;
    throw error;
  }
}

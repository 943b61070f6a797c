import {
  soql,
  type SoqlQuery,
} from '@salesdesk/backstage-plugin-salesforce-node';

/** Whether Bulk API 2.0 takes a query: plain fields and paths, no groups, no children, no offset. */
export function isForBulk(query: SoqlQuery): boolean {
  const tree = soql.parse(query.text);
  return (
    tree.offset === undefined &&
    tree.groupBy === undefined &&
    tree.having === undefined &&
    (tree.fields ?? []).every(
      ({ type }) => type === 'Field' || type === 'FieldRelationship',
    )
  );
}

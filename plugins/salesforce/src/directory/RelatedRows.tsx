import { Text } from '@backstage/ui';
import type { InventoryField } from '@salesdesk/backstage-plugin-salesforce-common';
import type { ReactNode } from 'react';
import { ErrorPanel } from '../components/ErrorPanel';
import { SkeletonLines } from '../components/SkeletonLines';
import { useTranslation } from '../hooks/useTranslation';
import type { InventoryQuestion } from '../inventory/InventoryQuestion';
import { RowsTable } from '../inventory/RowsTable';
import { SelectionBar } from '../inventory/SelectionBar';
import { useInventoryRows } from '../inventory/useInventoryRows';
import { useSelection } from '../inventory/useSelection';
import { RecordSection } from './RecordSection';

/** "Username" for "User: Username", where it is clear what is meant. */
function shortLabels(columns: InventoryField[]): InventoryField[] {
  const short = columns.map(({ label }) => label.split(': ').pop() ?? label);
  return columns.map((column, index) =>
    short.filter(label => label === short[index]).length === 1
      ? { ...column, label: short[index] }
      : column,
  );
}

/** Records that lead to this one, as a table; with a request for those picked. */
export function RelatedRows(props: {
  title: string;
  empty: string;
  org: string;
  question: InventoryQuestion;
  pageSize?: number;
  currency?: string;
  selectable?: boolean;
  suggested?: string[];
  actions?: ReactNode;
}) {
  const { t } = useTranslation();
  const { title, empty, org, question, selectable } = props;
  const { query, rows, total, columns, readOn } = useInventoryRows({
    org,
    question,
    pageSize: props.pageSize,
  });
  const selection = useSelection();
  return (
    <RecordSection
      title={
        total === undefined ? title : t('directory.titled', { title, total })
      }
      actions={props.actions}
    >
      {query.isPending && (
        <div role="status" aria-label={t('directory.loading')}>
          <SkeletonLines count={3} height={28} />
        </div>
      )}
      {query.isError && (
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      )}
      {query.data && rows.length === 0 && (
        <Text as="p" color="secondary">
          {empty}
        </Text>
      )}
      {rows.length > 0 && (
        <>
          <RowsTable
            label={title}
            object={question.object}
            columns={shortLabels(columns.slice(0, question.columns.length))}
            rows={rows}
            total={total}
            currency={props.currency}
            selection={selectable ? selection : undefined}
            onEnd={readOn}
          />
          <SelectionBar
            object={question.object}
            selection={selection}
            org={org}
            suggested={props.suggested}
          />
        </>
      )}
    </RecordSection>
  );
}

import { useApi } from '@backstage/frontend-plugin-api';
import { ButtonIcon, Text } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import type {
  BoardDefinition,
  InventoryCondition,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';
import { BarChart } from '../components/BarChart';
import { ErrorPanel } from '../components/ErrorPanel';
import { SkeletonLines } from '../components/SkeletonLines';
import { useTranslation } from '../hooks/useTranslation';
import styles from './Boards.module.css';

type Chart = NonNullable<BoardDefinition['charts']>[number];

const MOST_BARS = 30;

/** The charts of a board. Pressing a bar narrows the rows to what it counts. */
export function BoardCharts(props: {
  org: string | undefined;
  definition: BoardDefinition;
  search: string;
  currency?: string;
  onFilter(condition: InventoryCondition): void;
  onRemove(at: number): void;
}) {
  const { definition, onRemove } = props;
  const charts = definition.charts ?? [];
  if (charts.length === 0) return null;
  return (
    <div className={styles.charts}>
      {charts.map((chart, at) => (
        <ChartView
          key={`${chart.field}-${chart.sum ?? ''}-${chart.title}`}
          {...props}
          chart={chart}
          onRemove={() => onRemove(at)}
        />
      ))}
    </div>
  );
}

function ChartView(props: {
  org: string | undefined;
  definition: BoardDefinition;
  search: string;
  currency?: string;
  chart: Chart;
  onFilter(condition: InventoryCondition): void;
  onRemove(): void;
}) {
  const { t } = useTranslation();
  const { chart, currency, onFilter, onRemove } = props;
  const groups = useGroups(props);
  const field = groups.data?.field ?? chart.field;
  return (
    <section className={styles.chart} aria-label={chart.title}>
      <div className={styles.chartHead}>
        <Text as="h3" weight="bold">
          {chart.title}
        </Text>
        <ButtonIcon
          size="small"
          variant="tertiary"
          icon={<RiCloseLine />}
          aria-label={t('boards.removeChart', { title: chart.title })}
          onPress={onRemove}
        />
      </div>
      {groups.isPending && <SkeletonLines count={4} />}
      {groups.isError && (
        <ErrorPanel error={groups.error} retry={() => void groups.refetch()} />
      )}
      {groups.data?.items.length === 0 && (
        <Text as="p" color="secondary">
          {t('boards.noBars')}
        </Text>
      )}
      {groups.data && groups.data.items.length > 0 && (
        <div className={styles.bars}>
          <BarChart
            label={chart.title}
            unit={chart.sum?.endsWith('cost') ? currency : undefined}
            points={groups.data.items.map(({ value, count, sum }) => ({
              key: String(value),
              label: nameOf(value, t('directory.none'), {
                yes: t('inventory.yes'),
                no: t('inventory.no'),
              }),
              value: chart.sum ? sum ?? 0 : count,
            }))}
            onPick={({ key }) =>
              onFilter(
                filterOf(
                  field,
                  groups.data.items.find(({ value }) => String(value) === key)
                    ?.value ?? null,
                ),
              )
            }
          />
        </div>
      )}
    </section>
  );
}

function useGroups(options: {
  org: string | undefined;
  definition: BoardDefinition;
  search: string;
  chart: Chart;
}) {
  const { client } = useApi(salesforceApiRef);
  const { org, definition, search, chart } = options;
  const body = {
    object: definition.object,
    field: chart.field,
    ...(chart.sum ? { sum: chart.sum } : {}),
    filters: definition.filters,
    ...(search ? { search } : {}),
    limit: MOST_BARS,
  };
  return useQuery({
    queryKey: queryKeys.inventoryPart(org, 'chart', body),
    enabled: org !== undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answerOf(
        client.POST('/inventory/{org}/groups', {
          params: { path: { org: org ?? '' } },
          body,
          signal,
        }),
      ),
  });
}

type Value = string | number | boolean | null;

function nameOf(
  value: Value,
  none: string,
  words: { yes: string; no: string },
): string {
  if (value === null || value === '') return none;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  return String(value);
}

/** The rows that a bar counts. */
export function filterOf(field: string, value: Value): InventoryCondition {
  if (value === null || value === '') return { field, operator: 'isEmpty' };
  if (typeof value === 'boolean') {
    return { field, operator: value ? 'isTrue' : 'isFalse' };
  }
  return { field, operator: 'is', value: String(value) };
}

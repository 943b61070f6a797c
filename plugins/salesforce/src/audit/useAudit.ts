import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { screenStateOf, type ScreenState } from '../hooks/ScreenState';
import {
  chipsOf,
  readAuditFilters,
  withChip,
  withoutChip,
  writeAuditFilters,
  type AuditFilters,
  type FilterChip,
} from './auditFilters';
import { groupEntries, type EntryGroup } from './groupEntries';
import { useAuditEntries } from './useAuditEntries';
import { useAuditFiles } from './useAuditFiles';
import { useAuditStatus } from './useAuditStatus';

export interface AuditFrame {
  filters: AuditFilters;
  chips: FilterChip[];
  add(chip: FilterChip): void;
  remove(chip: FilterChip): void;
  clear(): void;
  log: ReturnType<typeof useAuditStatus>;
  files: ReturnType<typeof useAuditFiles>;
  entries: ScreenState<{
    groups: EntryGroup[];
    more?: { load(): void; loading: boolean };
  }>;
}

/** Everything the audit page shows and does. */
export function useAudit(): AuditFrame {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(() => readAuditFilters(search), [search]);
  const query = useAuditEntries(filters);
  const log = useAuditStatus();
  const files = useAuditFiles();
  const groups = useMemo(
    () => groupEntries(query.data?.pages.flatMap(page => page.items) ?? []),
    [query.data],
  );
  const go = (next: AuditFilters) => setSearch(writeAuditFilters(next));
  return {
    filters,
    chips: chipsOf(filters),
    add: chip => go(withChip(filters, chip)),
    remove: chip => go(withoutChip(filters, chip)),
    clear: () => go({ types: [] }),
    log,
    files,
    entries: screenStateOf(query, () =>
      groups.length === 0
        ? undefined
        : {
            groups,
            more: query.hasNextPage
              ? {
                  load: () => void query.fetchNextPage(),
                  loading: query.isFetchingNextPage,
                }
              : undefined,
          },
    ),
  };
}

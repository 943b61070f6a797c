import type {
  BoardDefinition,
  InventoryField,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useMutation } from '@tanstack/react-query';
import { useSearchParams } from 'react-router-dom';
import { screenStateOf, type ScreenState } from '../hooks/ScreenState';
import { useDebounced } from '../hooks/useDebounced';
import type { InventoryRow } from '../inventory/inventoryRow';
import { useInventoryObjects } from '../inventory/useInventoryObjects';
import { useInventoryRows } from '../inventory/useInventoryRows';
import { useSelection, type Selection } from '../inventory/useSelection';

const TYPING_RESTS = 250;

export type BoardRows = ScreenState<{
  columns: InventoryField[];
  rows: InventoryRow[];
  total: number;
  outdated: boolean;
}> & {
  /** What is being typed, and what is asked for. */
  search: string;
  words: string;
  setSearch(text: string): void;
  /** Fields of the object, with those of the columns, to name filters by. */
  fields: InventoryField[];
  selection: Selection;
  readOn(): void;
  selectAll(): void;
  isSelectingAll: boolean;
  /** Why not all could be read, so that none more was picked. */
  selectAllError: Error | undefined;
};

/** The rows of a board as it stands, read on while one scrolls. */
export function useBoardRows(options: {
  org: string | undefined;
  definition: BoardDefinition;
}): BoardRows {
  const { org, definition } = options;
  const [address, setAddress] = useSearchParams();
  const search = address.get('q') ?? '';
  const words = useDebounced(search.trim(), TYPING_RESTS);
  const objects = useInventoryObjects();
  const selection = useSelection();
  const { object, columns, filters, sort } = definition;
  const {
    query,
    rows,
    total,
    columns: fields,
    readOn,
    readAll,
  } = useInventoryRows({
    org,
    question: {
      object,
      columns,
      filters,
      sort,
      ...(words ? { search: words } : {}),
    },
  });
  const pickAll = useMutation({
    mutationFn: readAll,
    onSuccess: selection.add,
  });
  const state = screenStateOf(query, () =>
    rows.length > 0
      ? {
          columns: fields.slice(0, columns.length),
          rows,
          total: total ?? rows.length,
          outdated: query.isPlaceholderData || words !== search.trim(),
        }
      : undefined,
  );
  const known =
    objects.data?.find(candidate => candidate.object === object)?.fields ?? [];
  return {
    ...state,
    search,
    words,
    setSearch: text =>
      setAddress(
        before => {
          const next = new URLSearchParams(before);
          if (text) next.set('q', text);
          else next.delete('q');
          return next;
        },
        { replace: true },
      ),
    fields: [...known, ...fields],
    selection,
    readOn,
    selectAll: () => pickAll.mutate(),
    isSelectingAll: pickAll.isPending,
    selectAllError: pickAll.error ?? undefined,
  };
}

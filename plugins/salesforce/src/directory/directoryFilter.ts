import type { InventoryCondition } from '@salesdesk/backstage-plugin-salesforce-common';
import type { InventorySort } from '../inventory/InventoryQuestion';

/** What a list is narrowed to; it stands in the address, so it can be shared. */
export interface DirectoryFilter {
  q: string;
  sort?: InventorySort;
  /** Chosen values by field; '' stands for those without a value. */
  chosen: Readonly<Record<string, string[]>>;
}

const SEPARATOR = '~';

/** Reads the filter from an address. */
export function filterFromSearch(search: URLSearchParams): DirectoryFilter {
  const chosen: Record<string, string[]> = {};
  for (const entry of search.getAll('f')) {
    const at = entry.indexOf(SEPARATOR);
    if (at < 1) continue;
    const field = entry.slice(0, at);
    chosen[field] = [...(chosen[field] ?? []), entry.slice(at + 1)];
  }
  const sort = search.get('sort');
  return {
    q: search.get('q') ?? '',
    chosen,
    ...(sort
      ? {
          sort: {
            field: sort.replace(/^-/, ''),
            descending: sort.startsWith('-'),
          },
        }
      : {}),
  };
}

/** The address of a filter; what else stands in the address stays. */
export function searchFromFilter(
  filter: DirectoryFilter,
  before: URLSearchParams,
): URLSearchParams {
  const search = new URLSearchParams();
  const org = before.get('org');
  if (org) search.set('org', org);
  if (filter.q) search.set('q', filter.q);
  if (filter.sort) {
    search.set(
      'sort',
      `${filter.sort.descending ? '-' : ''}${filter.sort.field}`,
    );
  }
  for (const [field, values] of Object.entries(filter.chosen)) {
    for (const value of values) {
      search.append('f', `${field}${SEPARATOR}${value}`);
    }
  }
  return search;
}

/** The chosen values as conditions; `except` leaves out those of one field. */
export function conditionsOf(
  chosen: DirectoryFilter['chosen'],
  except?: string,
): InventoryCondition[] {
  return Object.entries(chosen).flatMap(([field, values]) =>
    field === except || values.length === 0 ? [] : [conditionOf(field, values)],
  );
}

function conditionOf(field: string, values: string[]): InventoryCondition {
  if (values.every(value => value === 'true' || value === 'false')) {
    const parts = values.map(value => ({
      field,
      operator: value === 'true' ? ('isTrue' as const) : ('isFalse' as const),
    }));
    return { anyOf: parts };
  }
  const named = values.filter(Boolean);
  return {
    anyOf: [
      ...(named.length > 0
        ? [{ field, operator: 'isOneOf' as const, values: named }]
        : []),
      ...(named.length < values.length
        ? [{ field, operator: 'isEmpty' as const }]
        : []),
    ],
  };
}

export function isNarrowed({ q, chosen }: DirectoryFilter): boolean {
  return q !== '' || Object.values(chosen).some(({ length }) => length > 0);
}

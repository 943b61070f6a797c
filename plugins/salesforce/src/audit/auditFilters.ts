import { DateTime } from 'luxon';

/** What the audit log is narrowed to. It lives in the address, to be shared. */
export interface AuditFilters {
  /** Entity ref of who did it. */
  person?: string;
  /** Record id or entity ref of what it was done to. */
  target?: string;
  action?: string;
  types: string[];
  request?: string;
  /** Local days, YYYY-MM-DD, both included. */
  from?: string;
  to?: string;
}

/** One condition of the search line, as it can be taken away. */
export type FilterChip =
  | { field: 'person' | 'target' | 'action' | 'request'; value: string }
  | { field: 'type'; value: string }
  | { field: 'time'; from?: string; to?: string };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function readAuditFilters(query: URLSearchParams): AuditFilters {
  const day = (name: string) => {
    const value = query.get(name) ?? '';
    return DAY.test(value) && DateTime.fromISO(value).isValid
      ? value
      : undefined;
  };
  return {
    person: query.get('person') ?? undefined,
    target: query.get('target') ?? undefined,
    action: query.get('action') ?? undefined,
    types: query.getAll('type').filter(Boolean),
    request: query.get('request') ?? undefined,
    from: day('from'),
    to: day('to'),
  };
}

export function writeAuditFilters(filters: AuditFilters): URLSearchParams {
  const query = new URLSearchParams();
  const { types, ...single } = filters;
  for (const [name, value] of Object.entries(single)) {
    if (value) query.set(name, value);
  }
  for (const type of types) query.append('type', type);
  return query;
}

/** The conditions as the API takes them: moments, the end not included. */
export function toAuditQuery(filters: AuditFilters) {
  const { from, to, types, ...rest } = filters;
  const moment = (day: DateTime) => day.toUTC().toISO() ?? undefined;
  return {
    ...rest,
    ...(types.length > 0 ? { type: types } : {}),
    ...(from ? { from: moment(DateTime.fromISO(from).startOf('day')) } : {}),
    ...(to
      ? { to: moment(DateTime.fromISO(to).startOf('day').plus({ days: 1 })) }
      : {}),
  };
}

export function chipsOf(filters: AuditFilters): FilterChip[] {
  const chips: FilterChip[] = [];
  for (const field of ['person', 'target', 'action', 'request'] as const) {
    const value = filters[field];
    if (value) chips.push({ field, value });
  }
  for (const value of filters.types) chips.push({ field: 'type', value });
  if (filters.from || filters.to) {
    chips.push({ field: 'time', from: filters.from, to: filters.to });
  }
  return chips;
}

export function withChip(
  filters: AuditFilters,
  chip: FilterChip,
): AuditFilters {
  switch (chip.field) {
    case 'type':
      return filters.types.includes(chip.value)
        ? filters
        : { ...filters, types: [...filters.types, chip.value] };
    case 'time':
      return { ...filters, from: chip.from, to: chip.to };
    default:
      return { ...filters, [chip.field]: chip.value };
  }
}

export function withoutChip(
  filters: AuditFilters,
  chip: FilterChip,
): AuditFilters {
  switch (chip.field) {
    case 'type':
      return {
        ...filters,
        types: filters.types.filter(type => type !== chip.value),
      };
    case 'time':
      return { ...filters, from: undefined, to: undefined };
    default:
      return { ...filters, [chip.field]: undefined };
  }
}

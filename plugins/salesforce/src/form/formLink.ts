import { takeInput } from './inputHandover';

/** What the address of a form fills in. */
export interface FormLinkValues {
  input: Record<string, unknown>;
  org?: string;
  reason: string;
  /** The request that is changed, instead of asking anew. */
  amends?: string;
  /** The address had values that could not be read. */
  unreadable: boolean;
}

/** Reads the values that a link to a form carries. */
export function readFormLink(search: URLSearchParams): FormLinkValues {
  const kept = search.get('kept');
  const input = parseInput(kept ? takeInput(kept) : search.get('input'));
  return {
    input: input ?? {},
    org: search.get('org') ?? undefined,
    reason: search.get('reason') ?? '',
    amends: search.get('amends') ?? undefined,
    unreadable: input === undefined,
  };
}

function parseInput(
  json: string | null | undefined,
): Record<string, unknown> | undefined {
  if (json === undefined) return undefined;
  if (!json) return {};
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

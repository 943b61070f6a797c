import type { InterpreterContext } from '@salesdesk/backstage-plugin-salesforce-node';

/**
 * Puts what the page is about in the place of THIS. The model is told only
 * that there is something, so its name never leaves the house. Undefined where
 * THIS was written and there is nothing.
 */
export function thisOf(
  input: Record<string, unknown>,
  context: Pick<InterpreterContext, 'page'>,
): Record<string, unknown> | undefined {
  const { page } = context;
  let isMissing = false;
  const put = (value: unknown): unknown => {
    if (typeof value === 'string' && value.trim().toUpperCase() === 'THIS') {
      if (page?.kind === 'entity') return page.entityRef;
      if (page?.kind === 'record') return page.id;
      isMissing = true;
      return value;
    }
    if (Array.isArray(value)) return value.map(put);
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(
        Object.entries(value).map(([name, inner]) => [name, put(inner)]),
      );
    }
    return value;
  };
  const result = put(input) as Record<string, unknown>;
  return isMissing ? undefined : result;
}

import type { InterpreterContext } from '@salesdesk/backstage-plugin-salesforce-node';
import { normalized } from '../tokens';
import type { Reading } from '../Reading';

/** The words of a step as they were written. */
export function clauseText({ tokens, text }: Reading): string {
  return normalized(text)
    .slice(tokens[0]?.start ?? 0)
    .replace(/\bw\/\s*/gi, 'with ')
    .replace(/[\s.!?]+$/, '')
    .trim();
}

/** Everything of the step was read here; what was not understood was asked back. */
export function settle(reading: Reading): void {
  reading.used.fill(true);
  reading.settledFrom = 0;
}

/** What the card stands on, or the record that was spoken of last. */
export function recordHere(
  context: InterpreterContext,
  spoken: { object: string; id: string } | undefined,
): { object: string; id: string } | undefined {
  const { page } = context;
  return page?.kind === 'record' && page.object !== 'User'
    ? { object: page.object, id: page.id }
    : spoken;
}

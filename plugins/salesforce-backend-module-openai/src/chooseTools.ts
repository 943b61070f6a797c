import type { InterpretableAction } from '@salesdesk/backstage-plugin-salesforce-node';

const stopWords = new Set(
  'the and for with from that this who what which has have are was were his her its him them their you your can may all any not per out into one'.split(
    ' ',
  ),
);

/** Reads that many questions need, whatever the words. */
const always = new Set(['salesforce_query_users', 'salesforce_run_soql']);

/**
 * The actions that are offered to the model in a turn: those that the person
 * may ask for, and of them the ones whose names, descriptions and examples
 * have most in common with the words. Small models choose better from few.
 */
export function chooseTools(options: {
  actions: InterpretableAction[];
  /** This turn's words first; earlier ones count less. */
  said: string[];
  most: number;
}): InterpretableAction[] {
  const { said, most } = options;
  const permitted = options.actions.filter(
    ({ permitted: allowed }) => allowed !== 'no',
  );
  const [now = '', ...earlier] = said;
  const scored = permitted.map((action, index) => {
    const own = new Set(stemsOf(textOf(action)));
    const score =
      2 * common(own, now) +
      common(own, earlier.join(' ')) +
      (always.has(action.id) ? 1 : 0);
    return { action, index, score };
  });
  return scored
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, most)
    .map(({ action }) => action);
}

/** Whether the person's words speak of an action at all. */
export function speaksOf(action: InterpretableAction, said: string): boolean {
  const own = new Set(
    stemsOf([action.id.replaceAll('_', ' '), action.title].join(' ')),
  );
  own.delete('salesforce');
  own.delete('user');
  return common(own, said) > 0;
}

function textOf(action: InterpretableAction): string {
  return [
    action.id.replaceAll('_', ' '),
    action.title,
    action.description,
    ...action.examples.map(({ words }) => words),
    ...(action.phrases?.verbs ?? []),
    ...(action.phrases?.nouns ?? []),
  ].join(' ');
}

function common(own: Set<string>, text: string): number {
  return [...new Set(stemsOf(text))].filter(stem => own.has(stem)).length;
}

/** Words cut short, so that "freezing" and "freeze" are alike. */
function stemsOf(text: string): string[] {
  return text
    .toLocaleLowerCase('en-US')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word.length > 2 && !stopWords.has(word))
    .map(word => word.replace(/(ing|ed|es|s|e)$/u, '').slice(0, 7));
}

import type { DataObjectSummary } from '@salesdesk/backstage-plugin-salesforce-common';

/** Objects with the words in a label or the API name; those that begin so come first. */
export function findObjects(
  objects: readonly DataObjectSummary[],
  words: string,
): DataObjectSummary[] {
  const wanted = words.trim().toLocaleLowerCase();
  if (!wanted) return [...objects];
  const rank = ({ name, label, pluralLabel }: DataObjectSummary) => {
    const texts = [label, name, pluralLabel ?? ''].map(text =>
      text.toLocaleLowerCase(),
    );
    if (texts.includes(wanted)) return 0;
    if (texts.some(text => text.startsWith(wanted))) return 1;
    return texts.some(text => text.includes(wanted)) ? 2 : 3;
  };
  return objects
    .map(object => ({ object, rank: rank(object) }))
    .filter(({ rank: at }) => at < 3)
    .sort((a, b) => a.rank - b.rank)
    .map(({ object }) => object);
}
